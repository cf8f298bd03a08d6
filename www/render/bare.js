/**
 * An object with these members and no others: what a page's libraries put into every object would be read as an option,
 * by the widget and by the browser.
 * @template {object} const T
 * @param {T} [members]
 * @returns {T}
 */
export const bare = (members) => /** @type {T} */ ({ __proto__: null, ...members });

/**
 * An object with these members and no others. Members that a page's libraries add to every object would be read as
 * options, by the widget and by the browser.
 * @template {object} const T
 * @param {T} [members]
 * @returns {T}
 */
export const bare = (members) => /** @type {T} */ ({ __proto__: null, ...members });

/**
 * A value as JSON, whatever the page's libraries did to it: old ones give arrays and strings a `toJSON` that puts text in
 * their place.
 * @param {unknown} value
 */
export function toJson(value) {
  const patched = /** @type {any[]} */ ([[], '', 0, true]).some((plain) => plain.toJSON);
  return JSON.stringify(value, patched ? unpatched : undefined);
}

/**
 * A member as it was before a `toJSON` that every value has; one of its own, as a date's, is heeded.
 * @this {any}
 * @param {string} key
 * @param {unknown} value
 */
function unpatched(key, value) {
  const member = this[key];
  const own = !Array.isArray(member) && member instanceof Object && member.toJSON !== /** @type {any} */ (Object.prototype).toJSON;
  return own ? value : member;
}

/**
 * A value as JSON. Old libraries give arrays and strings a `toJSON` that returns text, which this bypasses.
 * @param {unknown} value
 */
export function toJson(value) {
  const patched = /** @type {any[]} */ ([[], '', 0, true]).some((plain) => plain.toJSON);
  return JSON.stringify(value, patched ? unpatched : undefined);
}

/**
 * A member without the `toJSON` that every value has; a `toJSON` of its own, such as a date's, applies.
 * @this {any}
 * @param {string} key
 * @param {unknown} value
 */
function unpatched(key, value) {
  const member = this[key];
  const own = !Array.isArray(member) && member instanceof Object && member.toJSON !== /** @type {any} */ (Object.prototype).toJSON;
  return own ? value : member;
}

/** Number of values that a server keeps, each of a few kilobytes. */
const MANY = 1000;

/** @type {Map<string, any>} */
const all = new Map();

/**
 * The value for a key, made once. Objects of `Intl` take longer to make than a small article takes to render.
 * @template T
 * @param {string} key
 * @param {() => T} make
 * @returns {T}
 */
export function kept(key, make) {
  if (!all.has(key)) all.set(key, make());
  return all.get(key);
}

/** Forgets all values if there are too many: a server keeps meeting new languages and time zones. */
export function forgetMany() {
  if (all.size > MANY) all.clear();
}

/** How many things a server keeps: each of a few kilobytes. */
const MANY = 1000;

/** @type {Map<string, any>} */
const all = new Map();

/**
 * What was made once for a key: the objects of Intl take longer to make than a small article to render.
 * @template T
 * @param {string} key
 * @param {() => T} make
 * @returns {T}
 */
export function kept(key, make) {
  if (!all.has(key)) all.set(key, make());
  return all.get(key);
}

/** Forgets it all where it has become much: a server meets articles in ever new languages and zones. */
export function forgetMany() {
  if (all.size > MANY) all.clear();
}

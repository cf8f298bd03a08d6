// A seeded generator of numbers (mulberry32): the same seed gives the same articles on every machine.

/**
 * @typedef {object} Random
 * @property {() => number} next  from 0 (inclusive) to 1 (exclusive)
 * @property {(low: number, high: number) => number} integer  both ends included
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {(chance: number) => boolean} chance
 */

/** @param {number} seed @returns {Random} */
export function seeded(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (/** @type {number} */ low, /** @type {number} */ high) => low + Math.floor(next() * (high - low + 1));
  return { next, integer, pick: (list) => list[integer(0, list.length - 1)], chance: (chance) => next() < chance };
}

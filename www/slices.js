import { morph } from './morph.js';

/** @import { Player } from './player.js' */

const { scheduler } = /** @type {any} */ (globalThis);

/**
 * Milliseconds of work at a time: half a frame, so that a reader's input and the next frame come in between. Safari lays
 * all out anew for each frame, and so gets fewer.
 */
const SLICE = scheduler ? 8 : 50;

/**
 * Milliseconds after which the page shows each slice before the next one, so that it has little to lay out at a time; in
 * Safari never.
 */
const UNSEEN = scheduler ? 40 : Infinity;

/** Operations played between two looks at the clock. */
const STEP = 200;

/**
 * Does work slice by slice; what fits into one is done when this returns.
 * @param {Iterable<unknown>} work  pauses where it can be interrupted
 * @param {AbortSignal} signal  ends it; this fails then
 * @param {() => void} [rest]  called before each pause
 */
export async function inSlices(work, signal, rest) {
  signal.throwIfAborted();
  const begin = performance.now();
  let start = begin;
  for (const _ of work) {
    if (performance.now() < start + SLICE) continue;
    rest?.();
    await (start < begin + UNSEEN ? scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)) : frame());
    signal.throwIfAborted();
    start = performance.now();
  }
}

/** The next frame, or a while where none comes, as in a page out of sight. */
function frame() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}

/**
 * Draws an article: where none is shown into the player's fragment, else into the one that is.
 * @param {Player} player
 * @param {Element | null} shown
 */
export function* drawing(player, shown) {
  while (!player.step(STEP)) yield;
  const fresh = player.fragment.firstElementChild;
  if (shown && fresh) yield* morph(shown, fresh);
}

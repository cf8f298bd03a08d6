import { player } from './apply-ops.js';

/**
 * @import { Host } from './core-callbacks.js'
 * @import { Load } from '../loading/load-task.js'
 */

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
const UNSEEN = scheduler ? 60 : Infinity;

/** Milliseconds that an article waits for what it can do without. */
const PATIENCE = 1500;

/** Operations played between two looks at the clock. */
const STEP = 200;

/**
 * Does work slice by slice; what fits into one is done when this returns.
 * @param {Iterable<unknown>} work  pauses where it can be interrupted
 * @param {Load} load  this fails with its end
 * @param {() => void} [rest]  called before each pause, to show what is there; work without it shows nothing, and waits for no
 *   frame
 */
export async function inSlices(work, load, rest) {
  load.check();
  const begin = performance.now();
  let start = begin;
  for (const _ of work) {
    if (performance.now() < start + SLICE) continue;
    rest?.();
    await (!rest || start < begin + UNSEEN ? (scheduler?.yield?.call ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve))) : frame());
    load.check();
    start = performance.now();
  }
}

/**
 * Waits for what an article can be shown without, but not long: its style and the words in its language.
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T | void>}
 */
export async function soon(promise) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((resolve) => { timer = setTimeout(resolve, PATIENCE); });
  const first = await Promise.race([promise, late]);
  clearTimeout(timer);
  return first;
}

/**
 * Whether an article is so long that blocks out of sight are better not laid out: about 100,000 characters, or 3,000
 * elements.
 * @param {Host} host  that the core has played it to
 */
export const isLong = ({ ops, text }) => ops.length + text.length / 10 > 1e4;

/** The next frame, or a while where none comes, as in a page out of sight. */
function frame() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}

/**
 * Draws an article: where none is shown into the frame, else into the one that is.
 * @param {Document} document  the nodes' owner
 * @param {Host} host  that the core has played it to
 * @param {Element} frame
 * @param {Element | null} shown
 * @param {((shown: Element, fresh: Element) => Iterable<unknown>) | null | void} morph  makes it the other one
 */
export function* drawing(document, { ops, text }, frame, shown, morph) {
  const play = player(document, ops, text, frame);
  while (!play(STEP)) yield;
  const fresh = frame.firstElementChild;
  if (shown && fresh && morph) yield* morph(shown, fresh);
}

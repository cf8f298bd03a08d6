import { player } from './apply-ops.js';

/**
 * @import { Host } from './core-callbacks.js'
 * @import { Load } from '../loading/load-task.js'
 */

const { scheduler } = /** @type {any} */ (globalThis);

/**
 * Milliseconds of work at a time: half a frame, which leaves room for a reader's input and the next frame. Safari lays
 * out everything again for each slice, so it gets long ones.
 */
const SLICE = scheduler ? 8 : 200;

/**
 * Milliseconds after which each slice is shown before the next one, so that the page has little to lay out at a time;
 * never in Safari.
 */
const UNSEEN = scheduler ? 60 : Infinity;

/** Milliseconds that an article waits for files that it can do without. */
const PATIENCE = 1500;

/** Operations played between two checks of the clock. */
const STEP = 200;

/**
 * Does work slice by slice. Work that fits into one slice is done when this returns.
 * @param {Iterable<unknown>} work  pauses where it can be interrupted
 * @param {Load} load  when it ends, this fails
 * @param {() => void} [rest]  called before each pause, to show the current state; work without it shows nothing, and
 *   waits for no frame
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
 * Waits briefly for something that an article can be shown without: its style, and the labels in its language.
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
 * @param {Host} host  that holds the output of the core
 */
export const isLong = ({ ops, text }) => ops.length + text.length / 10 > 1e4;

/** The next frame, or 100 ms in a page out of sight, which has no frames. */
function frame() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}

/**
 * Draws an article into the frame, or, if one is shown, changes that one.
 * @param {Document} document  the nodes' owner
 * @param {Host} host  that holds the output of the core
 * @param {Element} frame
 * @param {Element | null} shown
 * @param {((shown: Element, fresh: Element) => Iterable<unknown>) | null | void} morph  changes the shown article into
 *   the fresh one
 */
export function* drawing(document, { ops, text }, frame, shown, morph) {
  const play = player(document, ops, text, frame);
  while (!play(STEP)) yield;
  const fresh = frame.firstElementChild;
  if (shown && fresh && morph) yield* morph(shown, fresh);
}

import { begin, instantiate as start, reset, step } from '#glue';
import { ArticleError } from '../loading/errors.js';

/**
 * @import { Fallback } from '../extras/fallback.js'
 * @import { Host } from './core-callbacks.js'
 * @import { Report } from '../entry/index.d.ts'
 */

/** The functions of the instance that serves every article. */
let core = { begin, step, reset };

/** Makes that instance anew. */
let restart = () => {};

/** What was rendered when the core crashed, by `fingerprint`. */
const crashes = /** @type {Set<number>} */ (new Set());

/** Lets what crashed be tried again: the host asks for it. */
export const forgetCrashes = () => crashes.clear();

/** @type {Promise<unknown>} the last of those that want the instance for themselves */
let turn = Promise.resolve();

/**
 * Makes the one instance that serves every article, in the place of an earlier one.
 * @param {WebAssembly.Module | Fallback} made
 */
export function instantiate(made) {
  restart = 'step' in made ? made.instantiate : () => start(made);
  restart();
  if ('step' in made) core = made;
}

/**
 * Runs what wants the instance for itself when nothing else does.
 * @template T
 * @param {() => T | Promise<T>} run
 * @returns {Promise<T>}
 */
export function inTurn(run) {
  const mine = turn.then(run);
  turn = mine.catch(() => {});
  return mine;
}

/**
 * Renders an article into `host`, with a pause after each step that can take long.
 * @param {Uint8Array} input
 * @param {Uint8Array} options  as JSON
 * @param {Host} host
 */
export function* rendering(input, options, host) {
  if (crashes.size && crashes.has(fingerprint(input))) throw new ArticleError('crash', 'the renderer stopped at this article before');
  try {
    core.begin(input, options);
    for (let more = true; more; yield) more = core.step(host);
  } catch (cause) {
    crashes.add(fingerprint(input));
    throw crashed(cause);
  } finally {
    giveBack(core.reset());
  }
}

/**
 * Memory of WebAssembly never shrinks: an instance that has grown large makes room for a fresh one. For when nothing
 * renders.
 * @param {boolean} isLarge
 */
export function giveBack(isLarge) {
  if (isLarge) restart();
}

/** A number that tells an input from others (FNV-1a). @param {Uint8Array} input */
function fingerprint(input) {
  let hash = input.length;
  for (let place = 0; place < input.length; place++) hash = Math.imul(hash ^ /** @type {number} */ (input[place]), 16777619);
  return hash;
}

/**
 * What is to be thrown after a trap, which leaves the instance in no known state: the next article gets a fresh one.
 * @param {unknown} cause
 */
export function crashed(cause) {
  restart();
  return new ArticleError('crash', `the renderer stopped: ${cause}`, { cause });
}

/**
 * What the core said of the article that it rendered.
 * @param {Host} host
 * @returns {Report}
 */
export function reportOf(host) {
  const report = JSON.parse(host.report);
  if (!Object.hasOwn(report, 'error')) return report;
  const { code, message, path } = report.error;
  throw new ArticleError(code, message, { path, warnings: report.warnings });
}

import { begin, instantiate as start, reset, step } from '#glue';
import { ArticleError } from '../loading/errors.js';

/**
 * @import { Fallback } from '../extras/fallback.js'
 * @import { Host } from './core-callbacks.js'
 * @import { Report } from '../entry/index.d.ts'
 */

/** The functions of the instance that serves every article. */
let core = { begin, step, reset };

/** Makes a new instance. */
let restart = () => {};

/** The inputs that crashed the core, by `fingerprint`. */
const crashes = /** @type {Set<number>} */ (new Set());

/** Allows another attempt at inputs that crashed, when the host asks for it. */
export const forgetCrashes = () => crashes.clear();

/** @type {Promise<unknown>} the last task that needs the instance exclusively */
let turn = Promise.resolve();

/**
 * Makes the one instance that serves every article; replaces an earlier one.
 * @param {WebAssembly.Module | Fallback} made
 */
export function instantiate(made) {
  restart = 'step' in made ? made.instantiate : () => start(made);
  restart();
  if ('step' in made) core = made;
}

/**
 * Runs a task that needs the instance exclusively, after all earlier ones.
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
 * Replaces an instance that has grown large, because memory of WebAssembly never shrinks. Call it only when nothing
 * renders.
 * @param {boolean} isLarge
 */
export function giveBack(isLarge) {
  if (isLarge) restart();
}

/** A hash of an input (FNV-1a). @param {Uint8Array} input */
function fingerprint(input) {
  let hash = input.length;
  for (let place = 0; place < input.length; place++) hash = Math.imul(hash ^ /** @type {number} */ (input[place]), 16777619);
  return hash;
}

/**
 * The error after a trap, which leaves the instance in an unknown state: the next article gets a new one.
 * @param {unknown} cause
 */
export function crashed(cause) {
  restart();
  return new ArticleError('crash', `the renderer stopped: ${cause}`, { cause });
}

/**
 * The core's report on the article that it rendered.
 * @param {Host} host
 * @returns {Report}
 */
export function reportOf(host) {
  const report = JSON.parse(host.report);
  if (!Object.hasOwn(report, 'error')) return report;
  const { code, message, path } = report.error;
  throw new ArticleError(code, message, { path, warnings: report.warnings });
}

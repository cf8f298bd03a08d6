import { instantiate as start, render as renderOps, render_html as renderHtml, reset as resetOwn } from '#glue';
import { ArticleError } from './errors.js';
import { encoded } from './source.js';

/**
 * @import { Fallback } from './fallback.js'
 * @import { Host } from './host.js'
 * @import { Report, Options } from './index.d.ts'
 */

export { renderHtml };

/** Of the instance that serves every article. */
export let renderBatch = renderOps;

/** Gives back the memory of that instance. */
let reset = resetOwn;

/** @type {(() => void) | undefined} makes that instance anew */
let restart;

/**
 * Makes the one instance that serves every article, in the place of an earlier one.
 * @param {WebAssembly.Module | Fallback} core
 */
export function instantiate(core) {
  restart = 'render' in core ? core.instantiate : () => start(core);
  restart();
  if ('render' in core) ({ render: renderBatch, reset } = core);
}

/**
 * Renders an article and gives the core's report; the result is in `host`.
 * @param {typeof renderBatch | typeof renderHtml} call  the core's function
 * @param {Uint8Array} input
 * @param {Options} options
 * @param {Host} host
 * @returns {Report}
 */
export function render(call, input, options, host) {
  if (!restart) throw new ArticleError('wasm-load', 'the renderer was not initialized');
  host.start = performance.now();
  try {
    const { dates, embeds, lightbox, ...rest } = options; // which concern the page alone
    call(input, encoded(rest), host);
  } catch (cause) {
    // A trap leaves the instance in no known state: the next article gets a fresh one.
    restart();
    throw new ArticleError('crash', `the renderer stopped: ${cause}`, { cause });
  }
  reset();
  const { error, ...report } = { __proto__: null, ...JSON.parse(host.report) };
  if (error) throw new ArticleError(error.code, error.message, { path: error.path, warnings: report.warnings });
  return report;
}

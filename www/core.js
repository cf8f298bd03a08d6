import { __wbg_reset_state as instantiateAgain, initSync, render as renderBatch, render_html as renderHtml } from '#glue';
import { ArticleError } from './errors.js';

/**
 * @import { Host } from './host.js'
 * @import { Report, Options } from './index.d.ts'
 */

export { renderBatch, renderHtml };

let ready = false;

/**
 * Makes the one instance that serves every article; later calls keep the first.
 * @param {WebAssembly.Module} module
 */
export function instantiate(module) {
  initSync({ module });
  ready = true;
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
  if (!ready) throw new ArticleError('wasm-load', 'the renderer was not initialized');
  let answer;
  try {
    answer = call(input, JSON.stringify(options), host);
  } catch (cause) {
    // A trap leaves the instance in no known state: the next article gets a fresh one of the same module.
    instantiateAgain();
    throw new ArticleError('crash', `the renderer stopped: ${cause}`, { cause });
  }
  const { error, ...report } = JSON.parse(answer);
  if (error) throw new ArticleError(error.code, error.message, { path: error.path, warnings: report.warnings });
  return report;
}

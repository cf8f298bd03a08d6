import { instantiate as start, render as renderBatch, render_html as renderHtml, reset } from '#glue';
import { ArticleError } from './errors.js';
import { toJson } from './json.js';

/**
 * @import { Host } from './host.js'
 * @import { Report, Options } from './index.d.ts'
 */

export { renderBatch, renderHtml };

/** @type {WebAssembly.Module | undefined} whose instance serves every article */
let current;

/**
 * Makes the one instance that serves every article, in the place of an earlier one.
 * @param {WebAssembly.Module} module
 */
export function instantiate(module) {
  start(module);
  current = module;
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
  if (!current) throw new ArticleError('wasm-load', 'the renderer was not initialized');
  let answer;
  try {
    answer = call(input, toJson(options), host);
  } catch (cause) {
    // A trap leaves the instance in no known state: the next article gets a fresh one of the same module.
    start(current);
    throw new ArticleError('crash', `the renderer stopped: ${cause}`, { cause });
  }
  reset();
  const { error, ...report } = { __proto__: null, ...JSON.parse(answer) };
  if (error) throw new ArticleError(error.code, error.message, { path: error.path, warnings: report.warnings });
  return report;
}

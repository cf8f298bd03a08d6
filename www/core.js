import * as glue from '#glue';
import { ArticleError } from './errors.js';

/**
 * @import { Host } from './host.js'
 * @import { Report, Options } from './index.d.ts'
 *
 * @typedef {'render' | 'render_html'} Entry
 */

/**
 * Makes the one instance that serves every article; later calls keep the first.
 * @param {WebAssembly.Module} module
 */
export function instantiate(module) {
  glue.initSync({ module });
}

/**
 * Renders through the core and gives its report; the result is in `host`.
 * @param {Entry} entry
 * @param {Uint8Array} input
 * @param {Options} options
 * @param {Host} host
 * @returns {Report}
 */
export function render(entry, input, options, host) {
  const { error, warnings, ...report } = JSON.parse(call(entry, input, JSON.stringify(options), host));
  if (error) throw new ArticleError(error.code, error.message, { path: error.path, warnings });
  return { ...report, warnings };
}

/**
 * @param {Entry} entry
 * @param {Uint8Array} input
 * @param {string} options
 * @param {Host} host
 */
function call(entry, input, options, host) {
  try {
    return glue[entry](input, options, host);
  } catch (cause) {
    // A trap leaves the instance in no known state: the next article gets a fresh one of the same module.
    glue.__wbg_reset_state();
    throw new ArticleError('crash', `the renderer stopped: ${cause}`, { cause });
  }
}

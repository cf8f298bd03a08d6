// For servers without a file system, such as edge workers; server-node.js needs no `initialize`.
import { render_html as renderHtml, reset } from '#glue';
import { crashed, giveBack, instantiate, reportOf } from '../render/core.js';
import { ArticleError } from '../loading/errors.js';
import table from '../../src/render/labels-more.tsv';
import { Host } from '../render/core-callbacks.js';
import { addLabels } from '../loading/labels.js';
import { encoded, optionsOf } from '../element/input.js';

/**
 * @import { Article, Options } from './index.d.ts'
 * @import { Rendered } from './server.d.ts'
 */

export { ArticleError };

addLabels(table);

let initialized = false;

/**
 * Makes the instance that renders.
 * @param {WebAssembly.Module} module
 */
export function initialize(module) {
  instantiate(module);
  initialized = true;
}

/**
 * An article as HTML, and what is known of it. Throws an ArticleError where there is no article.
 * @param {Article | object | string | Uint8Array} source  a value, or JSON as text or UTF-8
 * @param {Options} [options]
 * @returns {Rendered}
 */
export function renderToString(source, options = {}) {
  const host = new Host();
  const json = source instanceof Uint8Array ? source : encoded(source);
  const given = optionsOf(options).bytes;
  if (!initialized) throw new ArticleError('wasm-load', 'the renderer was not initialized');
  try {
    renderHtml(json, given, host);
  } catch (cause) {
    throw crashed(cause);
  } finally {
    giveBack(reset());
  }
  return { html: host.text, report: reportOf(host) };
}

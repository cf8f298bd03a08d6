// For servers without a file system, such as edge workers; server-node.js needs no `initialize`.
import { instantiate, render, renderHtml } from './core.js';
import table from '../src/render/labels-more.tsv';
import { Host } from './host.js';
import { addLabels } from './labels.js';
import { encoded, optionsOf } from './source.js';

/**
 * @import { Article, Options } from './index.d.ts'
 * @import { Rendered } from './server.d.ts'
 */

export { ArticleError } from './errors.js';

export { instantiate as initialize };

addLabels(table);

/**
 * An article as HTML, and what is known of it. Throws an ArticleError where there is no article.
 * @param {Article | object | string | Uint8Array} source  a value, or JSON as text or UTF-8
 * @param {Options} [options]
 * @returns {Rendered}
 */
export function renderToString(source, options = {}) {
  const host = new Host();
  const report = render(renderHtml, source instanceof Uint8Array ? source : encoded(source), optionsOf(options), host);
  return { html: host.html, report };
}

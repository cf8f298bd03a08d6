import { ArticleWidget } from './index.js';

/**
 * Registers the element, unless another copy or version of it has the name: the first one serves the page. Does nothing
 * on a server.
 */
export function define() {
  const registry = globalThis.customElements;
  if (registry && !registry.get('article-widget')) registry.define('article-widget', ArticleWidget);
}

define();

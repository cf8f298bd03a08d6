// `article-widget/react` in React's server components, where the component renders its article itself.
import { createElement } from 'react';
import { ArticleError, renderElement } from 'article-widget/server';
import { Article as ClientArticle } from '../wrappers/react.js';
import { PROPERTIES } from './attributes.js';

/**
 * Shows an article. `base`, `styles` and `nonce` are options of `renderElement`.
 * @param {Record<string, any>} properties
 */
export function Article({ article, server, base, styles, nonce, ...properties }) {
  // The browser needs the article too, to show it after a navigation within the application; by its address if it has
  // one.
  const given = properties.src === undefined && article != null ? { article } : {};
  return createElement(ClientArticle, { ...properties, ...given, server: server ?? rendered(article, { base, styles, nonce, ...optionsOf(properties) }) });
}

/** @param {Record<string, any>} properties */
const optionsOf = (properties) => Object.fromEntries(Object.entries(properties).filter(([name, value]) => value !== undefined && PROPERTIES.includes(name)));

/**
 * The element; undefined if the article cannot be shown: then the element reports that in the page.
 * @param {any} article @param {object} options
 */
function rendered(article, options) {
  if (article == null) return undefined;
  try {
    return { html: renderElement(article, { ...options, jsonLd: false }).html };
  } catch (error) {
    if (error instanceof ArticleError) return undefined;
    throw error;
  }
}

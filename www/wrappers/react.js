// `article-widget/react`: the element as a React component.
import { createElement, useEffect, useRef } from 'react';
import { define } from '../entry/define.js';
import { PROPERTIES, attributesOf } from './attributes.js';

define();

/** @import { ArticleWidget as Element } from '../entry/index.js' */

/**
 * Shows an article. On a server it renders the element with its attributes and the children, which stand for the article
 * until it is there.
 * @param {Record<string, any>} properties
 */
export function Article({ article, onLoad, onError, onLinkClick, children, ref, ...properties }) {
  const own = useRef(/** @type {Element | null} */ (null));
  const handlers = useRef(/** @type {Record<string, Function | undefined>} */ ({}));
  handlers.current = { load: onLoad, error: onError, linkclick: onLinkClick };
  useEffect(() => {
    const element = /** @type {Element} */ (own.current);
    const stop = new AbortController();
    for (const type of Object.keys(handlers.current)) {
      element.addEventListener(type, (event) => handlers.current[type]?.(event), { signal: stop.signal });
    }
    return () => stop.abort();
  }, []);
  // After the listeners, which learn of it.
  useEffect(() => {
    if (article !== undefined) /** @type {Element} */ (own.current).article = article;
  }, [article]);
  const others = Object.fromEntries(Object.entries(properties).filter(([name]) => !PROPERTIES.includes(name)));
  return createElement('article-widget', {
    ...others,
    ...attributesOf(properties),
    // The element itself makes the root, and keeps one that a server wrote.
    suppressHydrationWarning: true,
    ref: (/** @type {Element | null} */ element) => {
      own.current = element;
      if (typeof ref === 'function') ref(element);
      else if (ref) ref.current = element;
    },
  }, children);
}

// `article-widget/react`: the element as a React component.
import { createElement, useEffect, useRef, useSyncExternalStore } from 'react';
import { define } from '../entry/define.js';
import { PROPERTIES, attributesOf, partsOf, tellOfAdoption } from './attributes.js';

define();

/** @import { ArticleWidget as Element } from '../entry/index.js' */

/** Nothing is to be told of later. */
const subscribe = () => () => {};

/**
 * Shows an article. On a server it writes the element that was rendered there, if it is given as `server`; else the element
 * with its attributes and the children, which stand for the article until it is there.
 * @param {Record<string, any>} properties
 */
export function Article({ article, server, onLoad, onError, onLinkClick, children, ref, ...properties }) {
  const own = useRef(/** @type {Element | null} */ (null));
  const handlers = useRef(/** @type {Record<string, Function | undefined>} */ ({}));
  handlers.current = { load: onLoad, error: onError, linkclick: onLinkClick };
  useEffect(() => {
    const element = /** @type {Element} */ (own.current);
    const stop = new AbortController();
    for (const type of Object.keys(handlers.current)) {
      element.addEventListener(type, (event) => handlers.current[type]?.(event), { signal: stop.signal });
    }
    tellOfAdoption(element, (event) => handlers.current.load?.(event), stop.signal);
    return () => stop.abort();
  }, []);
  // After the listeners, which learn of it.
  useEffect(() => {
    if (article !== undefined) /** @type {Element} */ (own.current).article = article;
  }, [article]);
  // The shadow root is in the server's HTML alone: browsers make it while they read that.
  const fromServer = useSyncExternalStore(subscribe, () => false, () => true);
  const parts = partsOf(server);
  const others = Object.fromEntries(Object.entries(properties).filter(([name]) => !PROPERTIES.includes(name)));
  const content = parts && (fromServer || children === undefined) ? { dangerouslySetInnerHTML: { __html: (fromServer ? parts.template : '') + parts.rest } } : { children };
  return createElement('article-widget', {
    ...parts?.attributes,
    ...others,
    ...attributesOf(properties),
    ...content,
    // The element itself makes the root, and keeps one that a server wrote.
    suppressHydrationWarning: true,
    ref: (/** @type {Element | null} */ element) => {
      own.current = element;
      if (typeof ref === 'function') ref(element);
      else if (ref) ref.current = element;
    },
  });
}

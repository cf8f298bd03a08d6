// `article-widget/react`: the element as a React component.
import { createElement, useEffect, useRef, useSyncExternalStore } from 'react';
import { define } from '../entry/define.js';
import { PROPERTIES, attributesOf, partsOf, tellOfAdoption } from './attributes.js';

define();

/** @import { ArticleWidget as Element } from '../entry/index.js' */

/** The value never changes later. */
const subscribe = () => () => {};

/**
 * Shows an article. On a server it writes the rendered element if `server` is given; otherwise the element with its
 * attributes and the children, which are shown until the article is shown.
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
  // After the listeners, so that they get its events.
  useEffect(() => {
    if (article !== undefined) /** @type {Element} */ (own.current).article = article;
  }, [article]);
  // Only the server's HTML has the shadow root: browsers make it while they parse.
  const fromServer = useSyncExternalStore(subscribe, () => false, () => true);
  const parts = partsOf(server);
  const others = Object.fromEntries(Object.entries(properties).filter(([name]) => !PROPERTIES.includes(name)));
  const content = parts && (fromServer || children === undefined) ? { dangerouslySetInnerHTML: { __html: (fromServer ? parts.template : '') + parts.rest } } : { children };
  return createElement('article-widget', {
    ...parts?.attributes,
    ...others,
    ...attributesOf(properties),
    ...content,
    // The element makes its root itself, and keeps one from a server.
    suppressHydrationWarning: true,
    ref: (/** @type {Element | null} */ element) => {
      own.current = element;
      if (typeof ref === 'function') ref(element);
      else if (ref) ref.current = element;
    },
  });
}

import { bare } from '../render/bare.js';
import { call, detach, element as make, own } from '../render/dom.js';
import { sourceOf } from './input.js';
import { Widget } from './widget.js';

/** @import { ArticleSource, Mounted, Options } from '../entry/index.d.ts' */

/** @type {WeakMap<Element, { root: ShadowRoot, remove?: () => void }>} an element keeps its shadow root forever */
const mounts = new WeakMap();

/**
 * Shows an article in an element of the page, without a custom element. The element's children are the fallback; its
 * events are those of `<article-widget>`. Mounting on the same element again replaces the earlier article.
 * @param {Element} element
 * @param {ArticleSource} source
 * @param {Options} [options]
 * @returns {Mounted}
 */
export function mount(element, source, options = {}) {
  const place = placeOf(element);
  place.remove?.();
  const widget = new Widget(element, place.root);

  const show = () => {
    // An unchanged address means unchanged bytes; anything else may have changed.
    const key = typeof source === 'string' ? source : {};
    const ready = widget.show({ key, read: sourceOf(source, own(element, 'baseURI')) }, options);
    ready.catch(() => {}); // a host that does not await it gets the `error` event
    return ready;
  };
  const mounted = {
    ready: show(),
    /** @type {Mounted['update']} */
    update(newSource, newOptions = options) {
      source = newSource;
      options = newOptions;
      return mounted.ready = show();
    },
    reload() {
      widget.forget();
      return mounted.ready = show();
    },
    remove() {
      if (place.remove !== mounted.remove) return; // another article has replaced this one
      widget.dispose();
      place.remove = undefined;
      const { host } = place.root;
      if (host === element) return;
      detach(host);
      mounts.delete(element);
    },
  };
  place.remove = mounted.remove;
  return mounted;
}

/**
 * The root for an element's article: its own shadow root, or that of a child if it cannot have one.
 * @param {Element} element
 */
function placeOf(element) {
  let place = mounts.get(element);
  if (!place) {
    place = { root: shadowOf(element) };
    mounts.set(element, place);
  }
  return place;
}

/** @param {Element} element */
function shadowOf(element) {
  const init = bare({ mode: 'open' });
  try {
    return call(element, 'attachShadow', init);
  } catch {
    const child = make(own(element, 'ownerDocument'), 'div');
    call(element, 'appendChild', child);
    return child.attachShadow(init);
  }
}

// The file for a classic script tag: registers the element, and with `data-src` inserts one after the script tag.
import '../loading/early-core.js';
import './define.js';
import { element, own } from '../render/dom.js';
import { ATTRIBUTES } from '../element/options.js';

// `currentScript` is known only during the first run of the script.
const script = own(document, 'currentScript');

if (script?.hasAttribute('data-src')) {
  /** @type {Record<string, string>} */
  const attributes = {};
  for (const name of ATTRIBUTES) {
    const value = script.getAttribute(`data-${name}`);
    if (value !== null) attributes[name] = value;
  }
  // Page routers that keep copies of pages, such as Turbo, run the script of a copy again. The copy already has the
  // element.
  const next = script.nextElementSibling;
  if (next?.localName !== 'article-widget' || next.getAttribute('src') !== attributes.src) script.after(element(document, 'article-widget', attributes));
}

// The file for a classic script tag: it registers the element, and with `data-src` puts one where the script stands.
import '../loading/early-core.js';
import './define.js';
import { element, own } from '../render/dom.js';
import { ATTRIBUTES } from '../element/options.js';

// Known only while the script first runs.
const script = own(document, 'currentScript');

if (script?.hasAttribute('data-src')) {
  /** @type {Record<string, string>} */
  const attributes = {};
  for (const name of ATTRIBUTES) {
    const value = script.getAttribute(`data-${name}`);
    if (value !== null) attributes[name] = value;
  }
  // Page routers that keep copies of pages, as Turbo does, run the script of a copy again, beside what it had put there.
  const next = script.nextElementSibling;
  if (next?.localName !== 'article-widget' || next.getAttribute('src') !== attributes.src) script.after(element(document, 'article-widget', attributes));
}

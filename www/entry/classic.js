// The file for a classic script tag: it registers the element, and with `data-src` puts one where the script stands.
import '../loading/early-core.js';
import './define.js';
import { element } from '../render/dom.js';
import { ATTRIBUTES } from '../element/options.js';

// Known only while the script first runs. On a host page `<img name="currentScript">` shadows the document's own property.
const script = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')?.get?.call(document);

if (script?.hasAttribute('data-src')) {
  /** @type {Record<string, string>} */
  const attributes = {};
  for (const name of ATTRIBUTES) {
    const value = script.getAttribute(`data-${name}`);
    if (value !== null) attributes[name] = value;
  }
  script.after(element(document, 'article-widget', attributes));
}

import css from './article-widget.css';
import { element } from './dom.js';

/** @type {WeakMap<Document, CSSStyleSheet>} one sheet for all widgets of a document */
const sheets = new WeakMap();

/**
 * Gives a shadow root the widget's style sheet. Constructed sheets need no `style-src` in the host's content security policy.
 * @param {ShadowRoot} root
 */
export function adoptStylesheet(root) {
  if (!root.adoptedStyleSheets) return linkStylesheet(root);
  const sheet = sheetOf(root.ownerDocument);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/**
 * Takes the style sheet away again.
 * @param {ShadowRoot} root
 */
export function dropStylesheet(root) {
  root.querySelector('link')?.remove();
  if (root.adoptedStyleSheets) root.adoptedStyleSheets = [];
}

/** @param {Document} document */
function sheetOf(document) {
  let sheet = sheets.get(document);
  if (!sheet) {
    // A sheet serves only the document of the window it was made in.
    const view = document === globalThis.document ? globalThis : document.defaultView ?? globalThis;
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(document, sheet);
  }
  return sheet;
}

/**
 * For browsers without constructed sheets: the same file, linked once a root.
 * @param {ShadowRoot} root
 */
function linkStylesheet(root) {
  if (root.querySelector('link')) return;
  const href = new URL('./article-widget.css', import.meta.url).href;
  root.prepend(element(root.ownerDocument, 'link', { rel: 'stylesheet', href }));
}

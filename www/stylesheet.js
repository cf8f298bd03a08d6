import { fetchAsset } from './asset.js';
import { element } from './dom.js';

/** @type {WeakMap<Document, CSSStyleSheet>} one sheet for all widgets of a document */
const sheets = new WeakMap();

/** @type {Promise<string> | undefined} */
let text;

const address = () => new URL('./article-widget.css', import.meta.url);

/**
 * Gives a shadow root its document's sheet. Constructed sheets need no `style-src` in the host's content security policy.
 * @param {ShadowRoot} root
 */
export function adoptStylesheet(root) {
  const { adoptedStyleSheets: adopted, ownerDocument } = root;
  if (!adopted) {
    if (!root.querySelector('link')) root.prepend(element(ownerDocument, 'link', { rel: 'stylesheet', href: address().href }));
  } else if (!adopted.includes(sheetOf(ownerDocument))) {
    root.adoptedStyleSheets = [...adopted, sheetOf(ownerDocument)];
  }
}

/**
 * Takes the sheet away again.
 * @param {ShadowRoot} root
 */
export function dropStylesheet(root) {
  root.querySelector('link')?.remove();
  if (root.adoptedStyleSheets) root.adoptedStyleSheets = [];
}

/**
 * Fills a document's sheet, with the file that is next to the script and fetched once. Fails in silence: an article
 * without its style can still be read, and the next one tries again.
 * @param {ShadowRoot} root
 */
export async function loadStylesheet({ adoptedStyleSheets, ownerDocument }) {
  if (!adoptedStyleSheets) return;
  const sheet = sheetOf(ownerDocument);
  if (sheet.cssRules.length > 1) return;
  try {
    sheet.replaceSync(await (text ??= fetchAsset(address(), __CSS_INTEGRITY__).then((response) => response.text())));
  } catch {
    text = undefined;
  }
}

/** @param {Document} document */
function sheetOf(document) {
  let sheet = sheets.get(document);
  if (!sheet) {
    // A sheet serves only the document of the window it was made in.
    const view = document === globalThis.document ? globalThis : document.defaultView ?? globalThis;
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(':host{display:block}');
    sheets.set(document, sheet);
  }
  return sheet;
}

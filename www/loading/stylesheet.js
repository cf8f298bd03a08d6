import { BASE_SHEET, THEMES_SHEET } from '#files';
import { detach, element, own } from '../render/dom.js';

/** @import { Sheet } from './files-by-address.js' */

/**
 * @typedef {object} File  one of the widget's style sheets
 * @property {Sheet} source
 * @property {WeakMap<Document, CSSStyleSheet>} sheets  one for all widgets of a document
 * @property {WeakMap<ShadowRoot, Element>} tags  without constructed sheets
 * @property {Promise<string>} [text]
 */

/** @type {File} */
const base = { source: BASE_SHEET, sheets: new WeakMap(), tags: new WeakMap() };
/** @type {File} */
const themes = { source: THEMES_SHEET, sheets: new WeakMap(), tags: new WeakMap() };

/** Values of `theme` that need the second sheet. */
const THEMED = /\b(news|magazine|minimal|inherit)\b/;

/** @param {ShadowRoot} root @param {string} [related]  the option: every look except the list is in the second sheet */
const filesOf = ({ host }, related = 'list') => (related !== 'list' || THEMED.test(host.getAttribute('theme') ?? '') ? [base, themes] : [base]);

/**
 * Gives a shadow root the sheets that its host's theme needs, and returns the functions that fill them. Constructed
 * sheets need no `style-src` in the host's content security policy.
 * @param {ShadowRoot} root
 * @param {string} [related]
 */
export function adoptStylesheet(root, related) {
  const { ownerDocument } = root;
  return filesOf(root, related).map((file) => {
    if (root.adoptedStyleSheets) {
      const sheet = sheetOf(file, ownerDocument);
      const adopted = [...root.adoptedStyleSheets];
      if (!adopted.includes(sheet)) root.adoptedStyleSheets = [...adopted, sheet];
      return () => fill(file, sheet);
    }
    if (file.tags.get(root)?.parentNode !== root) {
      const [name, attributes, text] = file.source.tag();
      const tag = element(ownerDocument, name, attributes);
      text?.then((css) => { tag.textContent = css; }, () => {});
      file.tags.set(root, tag);
      root.prepend(tag);
    }
  });
}

/**
 * Removes the sheets.
 * @param {ShadowRoot} root
 */
export function dropStylesheet(root) {
  for (const tag of root.querySelectorAll('link, style')) detach(tag);
  if (root.adoptedStyleSheets) root.adoptedStyleSheets = [];
}

/**
 * Gives a shadow root its sheets and fills them, in parallel; the files are fetched once. Ignores failures: an article
 * without its style is still readable, and the next one tries again.
 * @param {ShadowRoot} root
 * @param {string} [related]
 */
export function loadStylesheet(root, related) {
  return Promise.all(adoptStylesheet(root, related).map((load) => load?.()));
}

/** @param {File} file @param {CSSStyleSheet} sheet */
async function fill(file, sheet) {
  if (sheet.cssRules.length > 1) return;
  try {
    file.text ??= file.source.load();
    sheet.replaceSync(await file.text);
  } catch {
    file.text = undefined;
  }
}

/** @param {File} file @param {Document} document */
function sheetOf(file, document) {
  let sheet = file.sheets.get(document);
  if (!sheet) {
    // A sheet works only in the document of the window that made it.
    const view = document === globalThis.document ? globalThis : own(document, 'defaultView') ?? globalThis;
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(':host{display:block}');
    file.sheets.set(document, sheet);
  }
  return sheet;
}

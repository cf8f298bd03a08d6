import { call, own } from '../render/dom.js';
import { labelsOf } from '../loading/labels.js';

const ENGLISH = 'Loading the article…\tThe article could not be shown.\tTry again';

/**
 * Messages for readers while there is no article: the last labels of the language, or English if they are not loaded.
 * @param {string} lang  BCP 47
 */
export function messages(lang) {
  const row = labelsOf(lang);
  const [loading, failed, retry] = (row || ENGLISH).split('\t').slice(-3);
  return { lang: row ? lang : 'en', loading, failed, retry };
}

/**
 * The language of the page around an element; empty if the page has none.
 * @param {Element} element
 */
export function pageLanguage(element) {
  for (let node = /** @type {Element | undefined} */ (element); node; node = hostOf(node)) {
    const closest = call(node, 'closest', '[lang]');
    const lang = closest && call(closest, 'getAttribute', 'lang');
    if (lang) return lang;
  }
  return '';
}

/**
 * The host of the shadow tree that holds an element.
 * @param {Element} element
 * @returns {Element | undefined}
 */
function hostOf(element) {
  const root = call(element, 'getRootNode');
  return own(root, 'nodeType') === 11 ? root.host : undefined;
}

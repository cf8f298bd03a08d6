/** What readers are told while there is no article, by language. */
const MESSAGES = {
  en: { dir: 'ltr', loading: 'Loading the article…', failed: 'The article could not be shown.', retry: 'Try again' },
  zh: { dir: 'ltr', loading: '正在加载文章…', failed: '文章无法显示。', retry: '重试' },
  ar: { dir: 'rtl', loading: 'جارٍ تحميل المقال…', failed: 'تعذّر عرض المقال.', retry: 'إعادة المحاولة' },
  ja: { dir: 'ltr', loading: '記事を読み込んでいます…', failed: '記事を表示できませんでした。', retry: '再試行' },
};

/**
 * The messages in the reader's language, or in English.
 * @param {string} lang  BCP 47; empty when the page has none
 */
export function messages(lang) {
  const language = (lang || navigator.language).toLowerCase().split(/[-_]/)[0];
  const known = Object.hasOwn(MESSAGES, language) ? /** @type {keyof typeof MESSAGES} */ (language) : 'en';
  return { lang: known, ...MESSAGES[known] };
}

/**
 * The language of the page where an element stands; empty when the page has none.
 * @param {Element} element
 */
export function pageLanguage(element) {
  for (let node = /** @type {Element | undefined} */ (element); node; node = hostOf(node)) {
    const lang = node.closest('[lang]')?.getAttribute('lang');
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
  return /** @type {ShadowRoot} */ (element.getRootNode()).host;
}

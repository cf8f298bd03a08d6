import { kept } from '../loading/memoize.js';

/**
 * Locales for `Intl`: a language and, as its substitute, English. `Intl` refuses some tags that look well formed, such
 * as `en-a`.
 * @param {string} lang
 */
export const locales = (lang) => kept(`locales ${lang}`, () => {
  try {
    return Intl.getCanonicalLocales([lang, 'en']);
  } catch {
    return ['en'];
  }
});

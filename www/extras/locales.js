import { kept } from '../loading/memoize.js';

/**
 * What `Intl` is asked for: a language and, where the platform knows nothing of it, English. `Intl` refuses some tags that
 * look well formed, such as `en-a`.
 * @param {string} lang
 */
export const locales = (lang) => kept(`locales ${lang}`, () => {
  try {
    return Intl.getCanonicalLocales([lang, 'en']);
  } catch {
    return ['en'];
  }
});

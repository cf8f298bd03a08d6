import { Host } from './core-callbacks.js';
import { kept } from '../loading/memoize.js';
import { encoder } from '../element/input.js';

/** What the core calls back on a server, where many articles in one language follow each other. */
export class ServerHost extends Host {
  /**
   * Likewise, with what `Intl` makes for a language kept: one rendering in eleven was spent on it.
   * @override
   * @param {string} lang  BCP 47
   * @param {number} number
   */
  count(lang, number) {
    const { rules, digits } = kept(`numbers ${lang}`, () => ({
      rules: new Intl.PluralRules([lang, 'en']), digits: new Intl.NumberFormat([lang, 'en']),
    }));
    return encoder.encode(`${rules.select(number)} ${digits.format(number)}`);
  }
}

import { bare } from './bare.js';
import { kept } from '../loading/memoize.js';
import { labelsOf } from '../loading/labels.js';
import { encoder } from '../element/input.js';

/** Precisions of a date, as the core numbers them. */
const MINUTE = 1, SECOND = 2;

/** Callbacks of the core during one render: takes the result, and returns dates in words and labels. */
export class Host {
  /** The batch, to be played into nodes. @type {Uint32Array | number[]} */
  ops = [];
  /** The batch's text, or on a server the HTML. */
  text = '';
  /** The report, as JSON. */
  report = '';
  /** The language whose labels were missing. @type {string | undefined} */
  missing;

  /**
   * Takes the result of an article.
   * @param {Uint32Array} ops  a view on wasm memory, valid during the call only
   * @param {string} text  the report, followed by the batch's text, or on a server by the HTML
   * @param {number} report  its length
   */
  take(ops, text, report) {
    this.ops = ops.slice();
    this.report = text.slice(0, report);
    this.text = text.slice(report);
  }

  /**
   * The labels in a language, as a row of their table; empty if they are not loaded.
   * @param {string} lang  BCP 47
   */
  labels(lang) {
    const row = labelsOf(lang);
    if (!row) this.missing ??= lang;
    return encoder.encode(row);
  }

  /**
   * A number in the digits of a language, after its plural category: `few 3`. The core asks only for languages whose
   * labels it got, or English, so `Intl` knows them.
   * @param {string} lang  BCP 47
   * @param {number} number
   */
  count(lang, number) {
    const { rules, digits } = kept(`count ${lang}`, () => ({
      rules: new Intl.PluralRules([lang, 'en']), digits: new Intl.NumberFormat([lang, 'en']),
    }));
    return encoder.encode(`${rules.select(number)} ${digits.format(number)}`);
  }

  /**
   * A date in words, as the language writes it; empty if the platform only knows ISO 8601.
   * @param {string} lang  BCP 47
   * @param {number} epochMs
   * @param {string} timeZone  IANA name
   * @param {number} precision  0 day, 1 minute, 2 second
   */
  date(lang, epochMs, timeZone, precision) {
    const format = dateFormat(lang, timeZone, precision);
    let words;
    try {
      // Engines write a number for a month without a name in the language.
      words = format?.format(epochMs).replace(/ M(\d\d) /, '-$1-');
    } catch {
      // beyond the range of Date
    }
    return encoder.encode(words);
  }
}

/**
 * Null if `Intl` refuses the language or the time zone.
 * @param {string} lang
 * @param {string} [timeZone]
 * @param {number} [precision]
 */
export function dateFormat(lang, timeZone = 'UTC', precision = SECOND) {
  return kept(`date ${lang} ${timeZone} ${precision}`, () => {
    try {
      const timeStyle = precision === SECOND ? 'medium' : precision === MINUTE ? 'short' : undefined;
      return new Intl.DateTimeFormat([lang, 'en'], bare({ dateStyle: 'long', timeStyle, timeZone }));
    } catch {
      return null;
    }
  });
}

import { LABELS } from '#files';
import { kept } from './memoize.js';

/** @type {(Promise<void> | undefined)[]} of each file */
const loads = [];

/** @type {Map<string, string>} the rows that are here, by language */
const rows = new Map();

/**
 * Which file has the labels of languages with this first letter. The build divides them by it.
 * @param {string} tag
 */
export const fileOf = (tag) => Math.floor(((tag.charCodeAt(0) - 97) / 26) * LABELS.length);

/**
 * Takes the rows of a table: the language's tags, with spaces between them, and its labels.
 * @param {string} table
 */
export function addLabels(table) {
  for (const row of table.trimEnd().split('\n')) {
    for (const tag of row.split('\t')[0].split(' ')) rows.set(tag, row);
  }
}

/**
 * The row of labels in a language, as far as it is here; else empty.
 * @param {string} lang  BCP 47
 */
export function labelsOf(lang) {
  const { language, script } = localeOf(lang);
  return rows.get(`${language}-${script}`) ?? rows.get(language) ?? '';
}

/**
 * Makes the labels of a language ready, and says whether there are any. Never fails: an article with English labels can
 * still be read.
 * @param {string} lang  BCP 47
 */
export async function loadLabels(lang) {
  const { language } = localeOf(lang);
  const file = fileOf(language);
  if (language !== 'en' && LABELS[file]) {
    await (loads[file] ??= LABELS[file]().then(addLabels).catch(() => {
      loads[file] = undefined; // the next article tries again
    }));
  }
  return labelsOf(lang) !== '';
}

/**
 * A language with its script, by the names of today; the data for that take a while to load, and English needs none.
 * @param {string} lang @returns {Partial<Intl.Locale> & { language: string }}
 */
function localeOf(lang) {
  return kept(`locale ${lang}`, () => {
    try {
      if (!/^en\b/.test(lang)) return new Intl.Locale(lang).maximize();
    } catch {
      // no tag of a language
    }
    return { language: 'en' };
  });
}

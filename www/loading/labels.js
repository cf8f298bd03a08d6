import { LABELS } from '#files';
import { kept } from './memoize.js';

/** @type {(Promise<void> | undefined)[]} of each file */
const loads = [];

/** @type {Map<string, string>} the loaded rows, by language */
const rows = new Map();

/**
 * The index of the file with the labels of languages with this first letter. The build splits them by it.
 * @param {string} tag
 */
export const fileOf = (tag) => Math.floor(((tag.charCodeAt(0) - 97) / 26) * LABELS.length);

/**
 * Adds the rows of a table: the language's tags, separated by spaces, and its labels.
 * @param {string} table
 */
export function addLabels(table) {
  for (const row of table.trimEnd().split('\n')) {
    for (const tag of row.split('\t')[0].split(' ')) rows.set(tag, row);
  }
}

/**
 * The row of labels in a language; empty if it is not loaded.
 * @param {string} lang  BCP 47
 */
export function labelsOf(lang) {
  const { language, script } = localeOf(lang);
  return rows.get(`${language}-${script}`) ?? rows.get(language) ?? '';
}

/**
 * Makes the labels of a language ready, and returns whether there are any. Never fails: an article with English labels
 * is still readable.
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
 * A language with its script, by current names. The data for this take time to load, and English needs none.
 * @param {string} lang @returns {Partial<Intl.Locale> & { language: string }}
 */
function localeOf(lang) {
  return kept(`locale ${lang}`, () => {
    try {
      if (!/^en\b/.test(lang)) return new Intl.Locale(lang).maximize();
    } catch {
      // not a language tag
    }
    return { language: 'en' };
  });
}

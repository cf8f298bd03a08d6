import { fetchAsset } from './asset.js';

/** The languages of labels-more.tsv, whose labels the first core has not got; a test holds the list against the file. */
export const MORE = ['ko', 'fa', 'he', 'ur', 'hi', 'pt', 'it', 'nl', 'ru', 'uk', 'pl', 'tr', 'vi', 'id', 'th'];

/** @type {Promise<string[][]> | undefined} the header row with the labels' names, then a row for each language */
let table;

/**
 * The labels in a language that the first core has not got; nothing for any other, or when they cannot be had: an
 * article with English labels can still be read.
 * @param {string} lang  BCP 47
 * @returns {Promise<Record<string, string> | undefined>}
 */
export async function moreLabels(lang) {
  const language = lang.toLowerCase().split(/[-_]/)[0];
  if (!MORE.includes(language)) return;
  try {
    const [names, ...rows] = await (table ??= load());
    const row = rows.find((cells) => cells[0] === language) ?? [];
    return Object.fromEntries(row.map((cell, index) => [names[index], cell]).slice(1));
  } catch {
    table = undefined;
  }
}

async function load() {
  const response = await fetchAsset(new URL('./article-widget-labels.tsv', import.meta.url), __LABELS_INTEGRITY__);
  return (await response.text()).trimEnd().split('\n').map((row) => row.split('\t'));
}

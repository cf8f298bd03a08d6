// Articles for tests with many articles: the project's own fixtures and samples, and, if present, those of the corpora
// next to the project. Texts of the corpora are only read.
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';

/** @typedef {{ name: string, json: string }} Article */

/** Whether every test takes all articles in every engine and setting, and not a sample of them where they take long. */
export const EVERYTHING = process.env.ARTICLES === 'all';

const tests = new URL('../', import.meta.url);
const corpora = new URL('../../../shared/corpora/', import.meta.url);

/**
 * The articles of a folder, except those that are refused.
 * @param {URL} folder
 * @param {string} prefix
 * @returns {Promise<Article[]>}
 */
async function folder(folder, prefix) {
  const names = (await readdir(folder)).sort();
  const shown = names.filter((name) => name.endsWith('.json') && !names.includes(name.replace(/json$/, 'error')));
  return Promise.all(shown.map(async (name) => ({ name: `${prefix}/${name}`, json: await readFile(new URL(name, folder), 'utf8') })));
}

/** The golden files that are rendered. */
export const golden = await folder(new URL('golden/', tests), 'golden');
/** A document of each format of other systems. */
export const formats = await folder(new URL('formats/', tests), 'formats');
/** The samples of the demo; one has every block. */
export const samples = await folder(new URL('../www/demo/articles/', tests), 'samples');
/** One short article in many scripts. */
export const night = await folder(new URL('../www/demo/articles/night/', tests), 'night');

/** One article with every layout. */
export const layouts = await folder(new URL('../www/demo/articles/layouts/', tests), 'layouts');

/**
 * Articles of the corpora: `count` for each script of a headline and, in Latin script, for each format. Those of medium
 * size, which have most features and are read fast.
 * @param {number} count
 * @returns {Promise<Article[]>}  empty, with a message on standard error, if the corpora are missing
 */
export async function ofCorpora(count) {
  if (!existsSync(corpora)) {
    console.error('../shared/corpora is not here: its articles are left out');
    return [];
  }
  const [head, ...rows] = (await readFile(new URL('INDEX.tsv', corpora), 'utf8')).trimEnd().split('\n').map((line) => line.split('\t'));
  const column = (/** @type {string[]} */ row, /** @type {string} */ name) => row[head.indexOf(name)] ?? '';
  /** @type {Map<string, string[][]>} */
  const groups = new Map();
  for (const row of rows) {
    const [file, format, script, bytes] = ['file', 'detected', 'title_script', 'bytes'].map((name) => column(row, name));
    if (format === '-' || script === '' || Number(bytes) < 6000 || Number(bytes) > 60_000 || file.includes('invalid')) continue;
    const group = script === 'LATIN' ? `LATIN ${format}` : script;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const chosen = [...groups.values()].flatMap((group) => group.sort((a, b) => Number(column(a, 'bytes')) - Number(column(b, 'bytes'))).slice(0, count));
  const files = chosen.map((row) => column(row, 'file'));
  return Promise.all(files.map(async (file) => ({ name: `corpora/${file}`, json: await readFile(new URL(file, corpora), 'utf8') })));
}

// Measures the files that a page fetches for its first article, and checks them against the size budget.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from './build.mjs';
import { fail } from '../command.mjs';
import { LABELS, dist, isMain, root, shown, target } from '../project.mjs';
import { setUp } from '../setup/setup.mjs';

/** The size budget: bytes after brotli that a page may fetch for its first article of our own format. */
const BUDGET = 50_000;

/** @typedef {{ raw: number, gzip: number, brotli: number }} Size  in bytes */

const loader = 'article-widget.js';
const wasm = 'article-widget.wasm';
const html = 'article-widget-html.wasm';
const web = 'article-widget-web.wasm';
const publishers = 'article-widget-publishers.wasm';
const formats = 'article-widget-formats.wasm';
const css = 'article-widget.css';
const themes = 'article-widget-themes.css';
/** Replaces the cores where WebAssembly is forbidden. */
const fallback = 'article-widget.fallback.js';
/** Files that a page with a script tag fetches for its first article: the loader, then the others in parallel. */
const fetched = [loader, wasm, css];

/** The same for an article in another format, or with HTML. “Found”: the article's bytes showed the format. */
const elsewise = {
  'our own with HTML, preloaded': [loader, html, css],
  'our own with HTML, found': [loader, wasm, html, css],
  'a format of the web, named by `format`': [loader, web, css],
  'a format of the web, found': [loader, wasm, web, css],
  'a format of publishers, named by `format`': [loader, publishers, css],
  'a format of publishers, found': [loader, wasm, publishers, css],
  'another format, named by `format`': [loader, formats, css],
  'another format, found': [loader, wasm, formats, css],
  'our own, where WebAssembly is forbidden': [loader, 'extras.js', fallback, css],
};

/** Measured for information. */
const others = [
  html, web, publishers, formats, fallback,
  'article-widget-html.fallback.js', 'article-widget-web.fallback.js', 'article-widget-publishers.fallback.js', 'article-widget-formats.fallback.js', themes, ...LABELS,
  'article-widget.classic.js', 'extras.js', 'lightbox.js', 'index.js', 'define.js', 'server.js',
];

/** @param {string} name @returns {Promise<Size>} */
async function sizeOf(name) {
  const bytes = await readFile(join(dist, name));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, quality).length };
}

/** @param {Size} a @param {Size} b @returns {Size} */
const sum = (a, b) => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli });

/**
 * Prints the table, writes target/size.json, and reports sizes over the budget.
 * @returns {Promise<string[]>} a line for each limit that is exceeded
 */
export async function size() {
  /** @type {Record<string, Size>} */
  const sizes = {};
  for (const name of [...fetched, ...others]) sizes[name] = await sizeOf(name);
  /** @param {string[]} names */
  const totalOf = (names) => names.map((name) => sizes[name]).reduce(sum);
  const total = totalOf(fetched);

  const files = Object.entries(sizes).map(([name, bytes]) => ({ name, ...bytes }));
  await writeFile(join(target, 'size.json'), `${JSON.stringify({ files, total }, null, 2)}\n`);

  console.log(row('fetched for a first article', 'raw', 'gzip', 'brotli'));
  for (const name of fetched) console.log(row(name, ...Object.values(sizes[name])));
  console.log(row('total', ...Object.values(total)));
  console.log(row('\nfetched for an article in', '', '', ''));
  for (const [article, names] of Object.entries(elsewise)) console.log(row(article, ...Object.values(totalOf(names))));
  console.log(row('\nother files', '', '', ''));
  for (const name of others) console.log(row(name, ...Object.values(sizes[name])));
  console.log(row('both style sheets', ...Object.values(totalOf([css, themes]))));
  console.log(`\nbytes; also in ${shown(join(target, 'size.json'))}`);

  return total.brotli > BUDGET ? [`total.brotli: ${total.brotli} bytes is over the budget of ${BUDGET}`] : [];
}

/** @param {string} name @param {...(number | string)} columns */
const row = (name, ...columns) => name.padEnd(40) + columns.map((column) => String(column).padStart(9)).join('');

if (isMain(import.meta.url)) {
  try {
    await setUp('build');
    await build();
    const over = await size();
    for (const line of over) console.error(line);
    if (over.length > 0) process.exitCode = 1;
  } catch (error) {
    fail(error);
  }
}

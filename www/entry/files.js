// The entry `article-widget/files`: the files that a page of the widget fetches, as modules, for runtimes without a
// file system. Each is imported when it is requested.
import { decodeCore } from '../loading/decode-core.js';

/** @typedef {() => Promise<{ default: string }>} Text */

/** @type {Record<string, Text>} */
const TEXTS = {
  'article-widget.js': () => import('./npm/script.text.js'),
  'extras.js': () => import('./npm/extras-script.text.js'),
  'lightbox.js': () => import('./npm/lightbox-script.text.js'),
  'article-widget.css': () => import('./npm/sheet.text.js'),
  'article-widget-themes.css': () => import('./npm/themes.text.js'),
  'article-widget-labels-a-g.tsv': () => import('./npm/labels-a-g.text.js'),
  'article-widget-labels-h-m.tsv': () => import('./npm/labels-h-m.text.js'),
  'article-widget-labels-n-t.tsv': () => import('./npm/labels-n-t.text.js'),
  'article-widget-labels-u-z.tsv': () => import('./npm/labels-u-z.text.js'),
};

/** @type {Record<string, Text>} */
const CORES = {
  'article-widget.wasm': () => import('./npm/own.core.js'),
  'article-widget-html.wasm': () => import('./npm/html.core.js'),
  'article-widget-web.wasm': () => import('./npm/web.core.js'),
  'article-widget-publishers.wasm': () => import('./npm/publishers.core.js'),
  'article-widget-formats.wasm': () => import('./npm/formats.core.js'),
};

/** The version of the package. */
export const version = __VERSION__;

/**
 * A file's text or bytes; undefined if there is no such file.
 * @param {string} name
 * @returns {Promise<string | Uint8Array | undefined>}
 */
export async function read(name) {
  if (Object.hasOwn(TEXTS, name)) return (await TEXTS[name]()).default;
  if (Object.hasOwn(CORES, name)) return decodeCore((await CORES[name]()).default);
}

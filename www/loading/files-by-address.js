// The files of the package, fetched by address next to the script. Bundlers that know `new URL` find them by exactly
// these expressions. In the npm entry `files-by-import.js` replaces this module.
import { fetchAsset } from './fetch-asset.js';
import { own } from '../render/dom.js';
import { verified } from './module-integrity.js';

/** @import { Core } from './cores.js' */

/** The folder of the files, if they are not next to the script. @type {URL | undefined} */
let base;

/** Says where the files are. @param {string | URL} address */
export function setBase(address) {
  base = new URL(address, own(document, 'baseURI'));
}

/** @param {URL} url  of a file next to the script */
const at = (url) => (base ? new URL(/** @type {string} */ (url.pathname.split('/').pop()), base) : url);

/**
 * The cores, the smallest first: each reads the formats of those before it, but the last does not read those of
 * publishers.
 * @type {Record<Core, (controller?: AbortController) => Promise<Response>>}
 */
export const CORES = {
  wasm: (controller) => fetchAsset(at(new URL('./article-widget.wasm', import.meta.url)), __WASM_INTEGRITY__, controller),
  html: (controller) => fetchAsset(at(new URL('./article-widget-html.wasm', import.meta.url)), __HTML_INTEGRITY__, controller),
  web: (controller) => fetchAsset(at(new URL('./article-widget-web.wasm', import.meta.url)), __WEB_INTEGRITY__, controller),
  publishers: (controller) => fetchAsset(at(new URL('./article-widget-publishers.wasm', import.meta.url)), __PUBLISHERS_INTEGRITY__, controller),
  formats: (controller) => fetchAsset(at(new URL('./article-widget-formats.wasm', import.meta.url)), __FORMATS_INTEGRITY__, controller),
};

/** The files of labels, by the first letter of the language's tag. */
export const LABELS = [
  () => new URL('./article-widget-labels-a-g.tsv', import.meta.url),
  () => new URL('./article-widget-labels-h-m.tsv', import.meta.url),
  () => new URL('./article-widget-labels-n-t.tsv', import.meta.url),
  () => new URL('./article-widget-labels-u-z.tsv', import.meta.url),
].map((address, index) => () => text(address(), __LABELS_INTEGRITY__[index]));

/**
 * A style sheet: its text, and an element for engines without constructed sheets.
 * @typedef {{ load: () => Promise<string>, tag: () => [name: string, attributes: Record<string, string>, text?: Promise<string>] }} Sheet
 */

/** @param {() => [address: URL, integrity: string]} file @returns {Sheet} */
const sheet = (file) => ({
  load: () => text(...file(), 'text/css'),
  tag() {
    const [address, integrity] = file();
    return ['link', { rel: 'stylesheet', href: at(address).href, crossorigin: '', integrity }];
  },
});

export const BASE_SHEET = sheet(() => [new URL('./article-widget.css', import.meta.url), __CSS_INTEGRITY__]);
export const THEMES_SHEET = sheet(() => [new URL('./article-widget-themes.css', import.meta.url), __THEMES_INTEGRITY__]);

/** @param {URL} address @param {string} integrity @param {string} [accept] */
const text = async (address, integrity, accept) => (await fetchAsset(at(address), integrity, undefined, accept)).text();

/** The script of rare features. @returns {Promise<typeof import('../extras/extras.js')>} */
export async function importExtras() {
  const { href } = at(new URL('./extras.js', import.meta.url));
  await verified(href, __EXTRAS_INTEGRITY__);
  return import(href);
}

/** The JavaScript build of a core. @param {Core} core */
export const importFallback = async (core) => (await importExtras()).loadFallback(core);

// The files of the package as modules, for the npm entry. Every bundler includes imported modules without
// configuration; nothing is fetched by address. Replaces `files-by-address.js` there.
import { decodeCore } from './decode-core.js';

/** @import { Core } from './cores.js' */
/** @import { Sheet } from './files-by-address.js' */

/** No file has an address. */
export const setBase = () => {};

/** @returns {Promise<typeof import('./more-files.js')>} */
const more = () => import(/** @type {any} */ ('./npm/more.js'));

/**
 * The cores, the smallest first: each reads the formats of those before it, but the last does not read those of
 * publishers.
 * @type {Record<Core, () => Promise<BufferSource>>}
 */
export const CORES = {
  wasm: async () => decodeCore((await import('./npm/own.core.js')).default),
  html: async () => decodeCore((await (await more()).html()).default),
  web: async () => decodeCore((await (await more()).web()).default),
  publishers: async () => decodeCore((await (await more()).publishers()).default),
  formats: async () => decodeCore((await (await more()).formats()).default),
};

/** The files of labels, by the first letter of the language's tag. */
export const LABELS = [0, 1, 2, 3].map((index) => async () => (await (await more()).labels[index]()).default);

const base = async () => __BASE_SHEET__;
const themes = async () => (await (await more()).themes()).default;

/** @type {Sheet} */
export const BASE_SHEET = { load: base, tag: () => ['style', {}, base()] };
/** @type {Sheet} */
export const THEMES_SHEET = { load: themes, tag: () => ['style', {}, themes()] };

/** The script of rare features. */
export const importExtras = async () => (await more()).extras();

/** Only `article-widget/fallback` adds JavaScript builds. @returns {never} */
export function importFallback() {
  throw new Error("import 'article-widget/fallback' for a JavaScript build of the renderer");
}

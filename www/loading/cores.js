import { CORES, importFallback, setBase } from '#files';
import { fetchAsset } from './fetch-asset.js';
import { bare } from '../render/bare.js';
import { inTurn, instantiate } from '../render/core.js';
import { querySelector } from '../render/dom.js';
import { ArticleError } from './errors.js';
import { tagOf } from '../element/input.js';

/** @import { Fallback } from '../extras/fallback.js' */
/** @import { Settings, WasmSource } from '../entry/index.d.ts' */

/** The smallest valid module: magic number and version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * @typedef {'wasm' | 'html' | 'web' | 'publishers' | 'formats'} Core  our own format; also texts in HTML; also the
 *   formats of the web; also those of publishers; all formats except those of publishers
 */

const NAMES = /** @type {Core[]} */ (Object.keys(CORES));

/** The formats that the third and the fourth core add. */
const WEB = /^(jsonld|jsonfeed|wordpress|ghost|readability|mercury)$/;
const PUBLISHERS = /^(guardian-dcr|bbc-optimo|bbc-cps|apple-news|arc-ans|guardian-capi|ninjs)$/;

/**
 * Members that identify formats of publishers, other formats, those of the web, and blocks that the first core lacks.
 * In strings their quotes are escaped.
 */
const PUBLISHER_MEMBERS = /"(webTitle|mainMediaElements|locators|components|content_elements|headlines|versionCreated|description_text)"\s*:/;
const OTHER_MEMBERS = /"(_type|nodeType|children|blocks|uri|atoms|root|ops|slice_type|attrs|docs|altids|Title|contentType|fieldData|content-type|post_stream)"\s*:|"(doc|h-entry)"/;
const RARE_BLOCKS = /"type"\s*:\s*"(video|audio|definitions|card|file|button|entry|rating|product)"/;
const WEB_MEMBERS = /"(content_html|content_text|rendered|URL|@type|@graph|byline|date_published|posts)"\s*:/;

/** Number of bytes of an article that are searched. */
const LOOK = 1 << 16;

let configured = /** @type {Partial<Record<Core, WasmSource>>} */ (bare());

let loads = /** @type {Partial<Record<Core, Promise<void>>>} */ (bare());

/** The module or build of each core. */
let made = /** @type {Partial<Record<Core, WebAssembly.Module | Fallback>>} */ (bare());

/** The core that serves articles. @type {Core | undefined} */
let serving;

/** Loads the JavaScript build of a core. @type {(core: Core) => Promise<Fallback>} */
let loadFallback = importFallback;

/**
 * Says where the files are, for hosts that cannot serve them next to the script. Call it before the first article.
 * @param {Settings} settings
 */
export function configure({ base, fallback, ...sources }) {
  if (base) setBase(base);
  loadFallback = fallback ?? loadFallback;
  configured = bare({ ...configured, ...sources });
  loads = bare();
  // Ends the early fetch, which used the default address.
  if (!waiting) fetching?.abort();
}

/** Whether a core is ready. */
export const isServing = () => serving !== undefined;

/** Number of articles that may need the first core, which is being fetched. */
let waiting = 0;

/** Ends that fetch. @type {AbortController | undefined} */
let fetching;

/**
 * Makes the core ready that an article probably needs: the core of the named format, or else the first one. That is
 * fetched along with the article, until the article's bytes show that another core is needed.
 * @param {string | null | undefined} format
 * @param {Promise<Uint8Array>} [reading]  the article, if it is already being read
 */
export async function loadCoreFor(format, reading) {
  if (format && format !== 'article') return loadCore(format === 'html' ? format : WEB.test(format) ? 'web' : PUBLISHERS.test(format) ? 'publishers' : 'formats');
  // A loaded core reports itself which core it lacks.
  if (isServing()) return;
  const core = preloaded();
  if (!underWay(core)) {
    waiting = 0;
    fetching = new AbortController();
  }
  const early = loadCore(core, fetching);
  if (!reading) return early;
  waiting++;
  const needed = reading.then((bytes) => {
    const other = coreOf(bytes);
    const load = loadCore(other);
    // Ends a fetch that no article waits for, to leave the connection to the others.
    if (underWay(other) !== underWay(core) && --waiting < 1) fetching?.abort();
    return load;
  });
  return Promise.race([needed, early.then(() => needed)]);
}

/**
 * The first core: the one that the page preloads, because the page knows its articles, or the smallest.
 * @returns {Core}
 */
function preloaded() {
  return NAMES.filter((core) => querySelector.call(document, `link[href*="article-widget-${core}.wasm"]`))[0] ?? 'wasm';
}

/** @param {Uint8Array} bytes  of an article @returns {Core} */
function coreOf(bytes) {
  const start = new TextDecoder().decode(bytes.subarray(0, LOOK));
  if (PUBLISHER_MEMBERS.test(start)) return 'publishers';
  if (OTHER_MEMBERS.test(start)) return 'formats';
  if (WEB_MEMBERS.test(start)) return 'web';
  // Our own format has headlines; Ghost and all others have titles.
  const html = /"(html|ruby)"\s*:/.test(start);
  if (start.includes('"headline"')) return html || RARE_BLOCKS.test(start) ? 'html' : 'wasm';
  return html ? 'web' : start.includes('"title"') ? 'formats' : 'wasm';
}

/**
 * Makes a core ready, or uses one that reads more if it is loaded or loading. This happens once for a page; after a
 * failure the next call tries again.
 * @param {Core} core
 * @param {AbortController} [controller]  of its fetch
 */
export function loadCore(core, controller) {
  // Keeps this object: `configure` begins another, which a failure from before must not change.
  const known = loads;
  const ready = underWay(core) ?? (known[core] = load(core, controller).catch((error) => {
    delete known[core];
    return underWay(core) ?? Promise.reject(error);
  }));
  return ready.then(() => inTurn(() => serve(core)));
}

/**
 * The cores that read all formats of a core, itself first. The last two do not read each other's formats.
 * @param {Core} core
 */
const readersOf = (core) => NAMES.slice(NAMES.indexOf(core), core === 'publishers' ? -1 : undefined);

/** The load of a core, or of one that reads more. @param {Core} core */
function underWay(core) {
  // Old libraries replace `find` and `includes` by functions of another meaning.
  return readersOf(core).map((core) => loads[core]).filter(Boolean)[0];
}

/** Makes a core serve articles, unless the serving one reads all its formats. @param {Core} core */
function serve(core) {
  const source = made[core];
  if (!source || (serving && readersOf(core).indexOf(serving) >= 0)) return;
  instantiate(source);
  serving = core;
}

/** @param {Core} core @param {AbortController} [controller] */
async function load(core, controller) {
  const refusal = refused();
  const source = configured[core];
  try {
    made[core] = refusal
      ? await loadFallback(core)
      : await moduleOf(await (typeof source === 'function' ? source() : source ?? CORES[core](controller)));
    await inTurn(() => serve(core));
  } catch (cause) {
    const message = `the renderer could not be loaded: ${cause}`;
    throw refusal
      ? new ArticleError('wasm-unavailable', `${message}; WebAssembly is not allowed on this page: ${refusal}`, { cause })
      : new ArticleError('wasm-load', message, { cause });
  }
}

/**
 * The reason why WebAssembly cannot be used: it is missing in lockdown modes, or refused by a content security policy
 * without 'wasm-unsafe-eval'. Only an attempt shows that; the browser reports it as a violation of the policy.
 */
function refused() {
  try {
    new WebAssembly.Module(EMPTY_MODULE);
  } catch (cause) {
    return cause;
  }
}

/** @param {URL | string | Response | BufferSource | WebAssembly.Module} source */
async function moduleOf(source) {
  if (source instanceof WebAssembly.Module) return source;
  // Polyfills have their own classes for URLs and responses.
  if (typeof source === 'string' || tagOf(source) === 'URL') source = await fetchAsset(/** @type {string} */ (source));
  // With `integrity` the response is complete before its first byte is released, so compiling while it streams gains
  // nothing.
  return WebAssembly.compile(/** @type {BufferSource} */ ('arrayBuffer' in source ? await source.arrayBuffer() : source));
}

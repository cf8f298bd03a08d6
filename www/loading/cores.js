import { CORES, importFallback, setBase } from '#files';
import { fetchAsset } from './fetch-asset.js';
import { bare } from '../render/bare.js';
import { inTurn, instantiate } from '../render/core.js';
import { querySelector } from '../render/dom.js';
import { ArticleError } from './errors.js';
import { tagOf } from '../element/input.js';

/** @import { Fallback } from '../extras/fallback.js' */
/** @import { Settings, WasmSource } from '../entry/index.d.ts' */

/** The smallest module there is: magic number and version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @typedef {'wasm' | 'html' | 'web' | 'publishers' | 'formats'} Core  for our own format; for texts in HTML too; for the formats of the web too; those of publishers besides; all others besides */

const NAMES = /** @type {Core[]} */ (Object.keys(CORES));

/** The formats that the third and the fourth core read. */
const WEB = /^(jsonld|jsonfeed|wordpress|ghost|readability|mercury)$/;
const PUBLISHERS = /^(guardian-dcr|bbc-optimo|bbc-cps|apple-news|arc-ans|guardian-capi|ninjs)$/;

/** Names of members that tell formats of publishers, others, and those of the web, and of blocks that the first core leaves out; in strings their quotes are escaped. */
const PUBLISHER_MEMBERS = /"(webTitle|mainMediaElements|locators|components|content_elements|headlines|versionCreated|description_text)"\s*:/;
const OTHER_MEMBERS = /"(_type|nodeType|children|blocks|uri|atoms|root|ops|slice_type|attrs|docs|altids)"\s*:|"(doc)"/;
const RARE_BLOCKS = /"type"\s*:\s*"(video|audio|definitions|card|file|button|entry|rating|product)"/;
const WEB_MEMBERS = /"(content_html|content_text|rendered|URL|@type|@graph|byline|date_published|posts)"\s*:/;

/** How many bytes of an article are looked at. */
const LOOK = 1 << 16;

let configured = /** @type {Partial<Record<Core, WasmSource>>} */ (bare());

let loads = /** @type {Partial<Record<Core, Promise<void>>>} */ (bare());

/** What each core was made of. */
let made = /** @type {Partial<Record<Core, WebAssembly.Module | Fallback>>} */ (bare());

/** The core that serves articles. @type {Core | undefined} */
let serving;

/** Loads the JavaScript build of a core. @type {(core: Core) => Promise<Fallback>} */
let loadFallback = importFallback;

/**
 * Says where the files are, for hosts that cannot serve them next to the script; before the first article.
 * @param {Settings} settings
 */
export function configure({ base, fallback, ...sources }) {
  if (base) setBase(base);
  loadFallback = fallback ?? loadFallback;
  configured = bare({ ...configured, ...sources });
  loads = bare();
  // What was asked for ahead, at the usual place.
  if (!waiting) fetching?.abort();
}

/** Whether a core is there. */
export const isServing = () => serving !== undefined;

/** How many articles may need the first core that is being fetched. */
let waiting = 0;

/** Ends that. @type {AbortController | undefined} */
let fetching;

/**
 * Makes the core ready that an article probably needs: by the format that is named, else the first one, which is
 * fetched along with the article, unless a look at the article's bytes tells sooner that another one is needed.
 * @param {string | null | undefined} format
 * @param {Promise<Uint8Array>} [reading]  the article, where it is being read already
 */
export async function loadCoreFor(format, reading) {
  if (format && format !== 'article') return loadCore(format === 'html' ? format : WEB.test(format) ? 'web' : PUBLISHERS.test(format) ? 'publishers' : 'formats');
  // A core that is there says what it misses.
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
    // What nobody waits for any more leaves the line to what somebody does.
    if (underWay(other) !== underWay(core) && --waiting < 1) fetching?.abort();
    return load;
  });
  return Promise.race([needed, early.then(() => needed)]);
}

/** The first core: the one that the page preloads, since it knows its articles, or the smallest. @returns {Core} */
function preloaded() {
  return NAMES.filter((core) => querySelector.call(document, `link[href*="article-widget-${core}.wasm"]`))[0] ?? 'wasm';
}

/** @param {Uint8Array} bytes  of an article @returns {Core} */
function coreOf(bytes) {
  const start = new TextDecoder().decode(bytes.subarray(0, LOOK));
  if (PUBLISHER_MEMBERS.test(start)) return 'publishers';
  if (OTHER_MEMBERS.test(start)) return 'formats';
  if (WEB_MEMBERS.test(start)) return 'web';
  // Ours has headlines, Ghost and all others have titles.
  const html = /"html"\s*:/.test(start);
  if (start.includes('"headline"')) return html || RARE_BLOCKS.test(start) ? 'html' : 'wasm';
  return html ? 'web' : start.includes('"title"') ? 'formats' : 'wasm';
}

/**
 * Makes a core ready, or one that reads more if it is there or on its way; once for a page, but after a failure the next
 * call tries again.
 * @param {Core} core
 * @param {AbortController} [controller]  of its fetch
 */
export function loadCore(core, controller) {
  // Not those that begin anew when a host says where the modules are: a failure of before is none of theirs.
  const known = loads;
  const ready = underWay(core) ?? (known[core] = load(core, controller).catch((error) => {
    delete known[core];
    return underWay(core) ?? Promise.reject(error);
  }));
  return ready.then(() => inTurn(() => serve(core)));
}

/** The cores that read what a core reads, itself first: the last two do not read the formats of each other. @param {Core} core */
const readersOf = (core) => NAMES.slice(NAMES.indexOf(core), core === 'publishers' ? -1 : undefined);

/** The load of a core, or of one that reads more. @param {Core} core */
function underWay(core) {
  // Old libraries have other meanings for `find` and `includes`.
  return readersOf(core).map((core) => loads[core]).filter(Boolean)[0];
}

/** Has a core serve articles, unless one does that reads what it reads. @param {Core} core */
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
 * Why WebAssembly cannot be used: missing in lockdown modes, refused by a content security policy without
 * 'wasm-unsafe-eval'. Only an attempt tells, which the browser reports as a violation of that policy.
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
  // Polyfills have their own classes of addresses and answers.
  if (typeof source === 'string' || tagOf(source) === 'URL') source = await fetchAsset(/** @type {string} */ (source));
  // A file with an integrity is whole before a byte of it is given out: nothing is won by compiling while it streams.
  return WebAssembly.compile(/** @type {BufferSource} */ ('arrayBuffer' in source ? await source.arrayBuffer() : source));
}

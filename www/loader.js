import { fetchAsset } from './asset.js';
import { inTurn, instantiate } from './core.js';
import { ArticleError } from './errors.js';

/** @import { WasmSource } from './index.d.ts' */

/** The smallest module there is: magic number and version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @typedef {'wasm' | 'html' | 'formats'} Core  the modules: our own format; HTML and the formats of the web too; all */

/**
 * The modules that the build made along with this script, the smallest first: each reads what those before it read.
 * Bundlers find the files by these very expressions.
 * @type {Record<Core, () => Promise<Response>>}
 */
const FILES = {
  wasm: () => fetchAsset(new URL('./article-widget.wasm', import.meta.url), __WASM_INTEGRITY__),
  html: () => fetchAsset(new URL('./article-widget-html.wasm', import.meta.url), __HTML_INTEGRITY__),
  formats: () => fetchAsset(new URL('./article-widget-formats.wasm', import.meta.url), __FORMATS_INTEGRITY__),
};

const CORES = /** @type {Core[]} */ (Object.keys(FILES));

/** The formats that the second core reads. */
const WEB = /^(jsonld|jsonfeed|wordpress|ghost|readability|mercury)$/;

/** Names of members that tell other formats, and those of the web or HTML; in strings their quotes are escaped. */
const OTHER_MEMBERS = /"(_type|nodeType|children|blocks|components|content_elements|uri|atoms|root)"\s*:|"doc"/;
const WEB_MEMBERS = /"(html|content_html|content_text|rendered|URL|@type|@graph|byline|date_published|posts)"\s*:/;

/** How many bytes of an article are looked at. */
const LOOK = 1 << 16;

let configured = /** @type {Partial<Record<Core, WasmSource>>} */ ({ __proto__: null });

const loads = /** @type {Partial<Record<Core, Promise<void>>>} */ ({ __proto__: null });

/** The place of the core that serves articles. */
let serving = -1;

/**
 * Says where the modules are, for hosts that cannot serve them next to the script; before the first article.
 * @param {Partial<Record<Core, WasmSource>>} settings
 */
export function configure(settings) {
  configured = /** @type {typeof configured} */ ({ __proto__: null, ...settings });
}

/**
 * Makes the core ready that an article probably needs: by the format that is named, else the first one, which is
 * fetched along with the article, unless a look at the article's bytes tells sooner that another one is needed.
 * @param {string | undefined} format
 * @param {Promise<Uint8Array>} reading
 */
export async function loadCoreFor(format, reading) {
  if (format && format !== 'article') return loadCore(WEB.test(format) ? 'html' : 'formats');
  // A core that is there says what it misses.
  if (serving >= 0) return;
  const first = loadCore('wasm');
  const needed = reading.then((bytes) => loadCore(coreOf(bytes)));
  return Promise.race([needed, first.then(() => needed)]);
}

/** @param {Uint8Array} bytes  of an article @returns {Core} */
function coreOf(bytes) {
  const start = new TextDecoder().decode(bytes.subarray(0, LOOK));
  return OTHER_MEMBERS.test(start) ? 'formats' : WEB_MEMBERS.test(start) ? 'html' : 'wasm';
}

/**
 * Makes a core ready, or one that reads more if it is there or on its way; once for a page, but after a failure the next
 * call tries again.
 * @param {Core} core
 */
export function loadCore(core) {
  // Old libraries have other meanings for `find`.
  const [more = core] = CORES.slice(CORES.indexOf(core)).filter((core) => loads[core]);
  return loads[more] ??= load(more).catch((error) => {
    delete loads[more];
    throw error;
  });
}

/** @param {Core} core */
async function load(core) {
  const refusal = refused();
  const source = configured[core];
  try {
    const made = refusal
      ? await (await import('./fallback.js')).loadFallback(core, __OWN_FILES__)
      : await moduleOf(await (typeof source === 'function' ? source() : source ?? FILES[core]()));
    await inTurn(() => {
      // One that reads more may have come first.
      if (CORES.indexOf(core) <= serving) return;
      instantiate(made);
      serving = CORES.indexOf(core);
    });
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
  if (typeof source === 'string' || source instanceof URL) source = await fetchAsset(source);
  return source instanceof Response ? compile(source) : WebAssembly.compile(/** @type {BufferSource} */ (source));
}

/** @param {Response} response */
async function compile(response) {
  // Only this type may be compiled while it streams; servers that do not know it are common.
  const streams = response.headers.get('content-type')?.startsWith('application/wasm');
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

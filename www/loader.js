import { fetchAsset } from './asset.js';
import { instantiate } from './core.js';
import { ArticleError } from './errors.js';

/** @import { WasmSource } from './index.d.ts' */

/** The smallest module there is: magic number and version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @typedef {'wasm' | 'formats'} Core  the module that reads our own format, or the one that reads all */

/** @type {Partial<Record<Core, WasmSource>>} */
let configured = Object.create(null);

/** @type {Partial<Record<Core, Promise<void>>>} */
const loads = Object.create(null);

/**
 * Says where the modules are, for hosts that cannot serve them next to the script; before the first article.
 * @param {Partial<Record<Core, WasmSource>>} settings
 */
export function configure(settings) {
  configured = Object.assign(Object.create(null), settings);
}

/**
 * Makes a core ready, once for a page; after a failure the next call tries again. The one that reads all formats serves
 * every article from then on.
 * @param {Core} core
 */
export function loadCore(core) {
  if (loads.formats) core = 'formats';
  return loads[core] ??= load(core).catch((error) => {
    delete loads[core];
    throw error;
  });
}

/** @param {Core} core */
async function load(core) {
  assertAllowed();
  const source = configured[core];
  try {
    const module = await moduleOf(await (typeof source === 'function' ? source() : source ?? ownFile(core)));
    // The other one may have come first, and reads more.
    if (core === 'formats' || !loads.formats) instantiate(module);
  } catch (cause) {
    throw new ArticleError('wasm-load', `the renderer could not be loaded: ${cause}`, { cause });
  }
}

/** Missing in lockdown modes, refused by a content security policy without 'wasm-unsafe-eval': known before any fetch. */
function assertAllowed() {
  try {
    new WebAssembly.Module(EMPTY_MODULE);
  } catch (cause) {
    throw new ArticleError('wasm-unavailable', `WebAssembly is not allowed on this page: ${cause}`, { cause });
  }
}

/** The module that the build made along with this script. @param {Core} core */
function ownFile(core) {
  // Bundlers find the files by these very expressions.
  return core === 'formats'
    ? fetchAsset(new URL('./article-widget-formats.wasm', import.meta.url), __FORMATS_INTEGRITY__)
    : fetchAsset(new URL('./article-widget.wasm', import.meta.url), __WASM_INTEGRITY__);
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

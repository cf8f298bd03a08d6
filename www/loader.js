import { fetchAsset } from './asset.js';
import { instantiate } from './core.js';
import { ArticleError } from './errors.js';

/** @import { WasmSource } from './index.d.ts' */

/** The smallest module there is: magic number and version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @type {WasmSource | undefined} */
let configured;

/** @type {Promise<void> | undefined} */
let loaded;

/**
 * Says where the core is, for hosts that cannot serve it next to the script; before the first article.
 * @param {{ wasm?: WasmSource }} settings
 */
export function configure({ wasm }) {
  configured = wasm;
}

/** Makes the core ready, once for a page; after a failure the next call tries again. */
export function loadCore() {
  return loaded ??= load().catch((error) => {
    loaded = undefined;
    throw error;
  });
}

async function load() {
  assertAllowed();
  try {
    instantiate(await moduleOf(await (typeof configured === 'function' ? configured() : configured ?? ownFile())));
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

/** The module that the build made along with this script. */
function ownFile() {
  const integrity = typeof __WASM_INTEGRITY__ === 'string' ? __WASM_INTEGRITY__ : '';
  return fetchAsset(new URL('./article-widget.wasm', import.meta.url), integrity);
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

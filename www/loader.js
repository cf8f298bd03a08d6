import { instantiate } from './core.js';
import { ArticleError } from './errors.js';

/** @import { WasmSource } from './index.d.ts' */

/** The smallest module there is: magic number and version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Milliseconds for the module to arrive. */
const TIMEOUT = 30_000;

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
    const source = configured ?? new URL('./article-widget.wasm', import.meta.url);
    instantiate(await moduleOf(typeof source === 'function' ? await source() : await source));
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

/** @param {URL | string | Response | BufferSource | WebAssembly.Module} source */
async function moduleOf(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === 'string' || source instanceof URL) source = await request(source);
  return source instanceof Response ? compile(source) : WebAssembly.compile(/** @type {BufferSource} */ (source));
}

/** @param {URL | string} url */
function request(url) {
  return fetch(url, {
    credentials: 'omit',
    integrity: configured ? '' : integrity(),
    signal: AbortSignal.timeout?.(TIMEOUT),
  });
}

/** @param {Response} response */
async function compile(response) {
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  // Only this type may be compiled while it streams; servers that do not know it are common.
  const streams = response.headers.get('content-type')?.startsWith('application/wasm');
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** The hash of the module this script was built with. */
function integrity() {
  return typeof __WASM_INTEGRITY__ === 'string' ? __WASM_INTEGRITY__ : '';
}

import { bare } from '../render/bare.js';
import { ArticleError } from '../loading/errors.js';
import { toJson } from './json.js';
import { request } from '../loading/fetch-retry.js';
import { PAGE_ONLY } from './options.js';

/**
 * @import { ArticleSource, Options } from '../entry/index.d.ts'
 * @import { Load } from '../loading/load-task.js'
 *
 * @typedef {(load: Load, maxBytes: number) => Promise<Uint8Array>} Source  returns the bytes of an article, or fails
 *   with an ArticleError
 */

/** @type {WeakMap<Uint8Array, string>} the addresses that bytes came from, after redirects */
const origins = new WeakMap();

/** Bytes of input by default; the core has the same limit. */
export const MAX_BYTES = 4 << 20;

/** Encodes all text for the core. */
export const encoder = new TextEncoder();

/** Milliseconds for an article to arrive, for all attempts together. */
const TIMEOUT = 30_000;

/**
 * The source of a caller's article, given as its address, its bytes, the article itself, or its JSON.
 * @param {ArticleSource} source
 * @param {string} base  absolute URL that relative addresses are resolved against
 * @returns {Source}
 */
export function sourceOf(source, base) {
  if (source == null) return missing;
  // No address begins with a brace or a bracket.
  if (typeof source === 'string' && /^\s*[[{]/.test(source)) return value(source);
  if (typeof source === 'string' || tagOf(source) === 'URL') return async (...terms) => address(String(source), base)(...terms);
  if (ArrayBuffer.isView(source)) return async () => new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  if (tagOf(source) === 'ArrayBuffer') return async () => new Uint8Array(/** @type {ArrayBuffer} */ (source));
  return value(source);
}

/**
 * The class of a built-in object, from any frame; empty for an object that throws.
 * @param {unknown} object
 */
export function tagOf(object) {
  try {
    return Object.prototype.toString.call(object).slice('[object '.length, -1);
  } catch {
    return '';
  }
}

/** @returns {Promise<never>} */
async function missing() {
  throw new ArticleError('no-source', 'no article was given');
}

/**
 * An article to be fetched. Other origins get no cookies unless the host asks for it. The own origin does, because only
 * then the request matches a `<link rel="preload" as="fetch" crossorigin>` of the page.
 * @param {string} url
 * @param {string} base
 * @param {RequestCredentials} [credentials]
 * @returns {Source}
 */
export function address(url, base, credentials = 'same-origin') {
  return async (load, maxBytes) => {
    const controller = load.controller = new AbortController();
    const timer = setTimeout(
      () => controller.abort(new ArticleError('timeout', `no article within ${TIMEOUT / 1000} seconds`)), TIMEOUT);
    try {
      const asked = resolve(url, base);
      const init = bare({ signal: controller.signal, credentials, headers: { accept: 'application/json, */*;q=0.5' } });
      return await request(asked, init, async (response) => {
        const bytes = await body(response, maxBytes);
        origins.set(bytes, response.url || asked);
        return bytes;
      });
    } catch (error) {
      if (controller.signal.aborted) throw controller.signal.reason;
      if (error instanceof ArticleError) throw error;
      throw new ArticleError('network', 'the article could not be fetched: offline, refused, or not allowed by CORS or CSP', { cause: error });
    } finally {
      clearTimeout(timer);
    }
  };
}

/**
 * An article given as a JavaScript value, or as JSON text.
 * @param {unknown} article
 * @returns {Source}
 */
export function value(article) {
  return async () => encoded(article);
}

/**
 * An article as JSON in UTF-8. Text counts as JSON.
 * @param {unknown} article
 */
export function encoded(article) {
  return encoder.encode(jsonOf(article));
}

/**
 * A copy of a host's options, without members that libraries add to every object.
 * @param {Options} options
 * @param {string} [hostLang]  of the page that holds the article
 * @returns {Options}
 */
export const optionsOf = (options, hostLang) =>
  bare({ hostLang: hostLang || undefined, ...JSON.parse(jsonOf(Object(options), 'options', '/options')) });

/**
 * A server's options for the core, which on servers knows all of them.
 * @param {Options} options
 */
export const encodedOptions = (options) => encoder.encode(jsonOf(Object(options), 'options', '/options'));

/**
 * The options of `optionsOf` for the core, without those that only the page uses.
 * @param {Options} options
 * @param {Uint8Array} article
 */
export function optionBytes(options, article) {
  const url = origins.get(article) ?? '';
  // Nothing can be resolved against addresses of other schemes, such as `data:`.
  return encoded({ sourceUrl: /^http/.test(url) ? url : null, ...options, ...PAGE_ONLY });
}

/**
 * A value as JSON; text is returned as it is. Fails with an ArticleError.
 * @param {unknown} value
 * @param {string} [what]  the value is
 * @param {string} [path]  of the error
 */
function jsonOf(value, what = 'article', path) {
  try {
    const text = typeof value === 'string' ? value : toJson(value);
    if (typeof text === 'string') return text;
    throw `it is of type ${typeof value}`;
  } catch (cause) {
    throw new ArticleError('unreadable-value', `the ${what} cannot be read as JSON: ${reason(cause)}`, { path, cause });
  }
}

/**
 * The message of a thrown value. A getter of the host may throw anything.
 * @param {unknown} cause
 */
function reason(cause) {
  try {
    return String(/** @type {any} */ (cause)?.message ?? cause);
  } catch {
    return 'unknown';
  }
}

/**
 * @param {string} url
 * @param {string} base
 */
function resolve(url, base) {
  try {
    return new URL(url, base).href;
  } catch (cause) {
    throw new ArticleError('no-source', `not a URL: ${url}`, { cause });
  }
}

/**
 * The body's bytes. Fails, and cancels the rest, as soon as the body proves too large or not JSON.
 * @param {Response} response
 * @param {number} maxBytes
 */
async function body(response, maxBytes) {
  const { headers } = response;
  const type = headers?.get('content-type')?.split(';')[0].trim() ?? '';
  // Older polyfills and replacements in tests have no streams.
  const reader = response.body?.getReader?.();
  const chunks = [];
  let length = 0;
  let begun = false;
  try {
    limit(Number(headers?.get('content-length')), maxBytes);
    do {
      const { done, value } = reader ? await reader.read() : { done: false, value: await wholeBody(response) };
      if (done) break;
      limit(length += value.length, maxBytes);
      begun ||= begins(value, type);
      chunks.push(value);
    } while (reader);
  } finally {
    reader?.cancel()?.catch(() => {});
  }
  return chunks.length === 1 ? chunks[0] : joined(chunks, length);
}

/**
 * The body's bytes at once. Some replacements of `fetch` have only one of these methods.
 * @param {Response} response
 */
const wholeBody = async (response) =>
  response.arrayBuffer ? new Uint8Array(await response.arrayBuffer()) : encoded(await (response.text ? response.text() : response.json()));

/**
 * @param {number} length
 * @param {number} maxBytes
 */
function limit(length, maxBytes) {
  if (length > maxBytes) throw new ArticleError('too-large', `the article has more than ${maxBytes} bytes`);
}

/**
 * Whether the text begins in this chunk; refuses HTML or another file that is not JSON. The server's type counts only
 * if the first character does not decide, because many servers send JSON as text or worse.
 * @param {Uint8Array} chunk
 * @param {string} type  MIME type from the server
 */
function begins(chunk, type) {
  const first = new TextDecoder().decode(chunk.subarray(0, 256)).trimStart()[0];
  if (first === '<' || (first && !'{['.includes(first) && !/^$|json$/i.test(type))) {
    throw new ArticleError('not-json', `the server answered with ${first === '<' ? 'markup' : 'no JSON'} (${type || 'no type'})`);
  }
  return Boolean(first);
}

/**
 * @param {Uint8Array[]} chunks
 * @param {number} length
 */
function joined(chunks, length) {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

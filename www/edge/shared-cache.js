// The cache that a platform's isolates share, if there is one: `caches.default` of Cloudflare's Workers.

/** @import { Entry } from './articles.js' */

/** Entries have addresses that nobody requests. */
const PLACE = 'https://article-widget.invalid/';

/** @returns {Cache | undefined} */
const cache = () => /** @type {any} */ (globalThis.caches)?.default;

/** The address for a key. Hashed, because a key may be too long for an address. @param {string} key */
async function addressOf(key) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${__VERSION__} ${key}`));
  return PLACE + [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The entry for a key. A failing cache counts as empty.
 * @param {string} key
 * @returns {Promise<Entry | undefined>}
 */
export async function readShared(key) {
  try {
    const found = await cache()?.match(await addressOf(key));
    return found && (await found.json());
  } catch {
    return undefined;
  }
}

/**
 * Keeps an entry for some seconds.
 * @param {string} key @param {Entry} entry @param {number} seconds
 */
export async function writeShared(key, entry, seconds) {
  try {
    const headers = { 'content-type': 'application/json', 'cache-control': `public, max-age=${seconds}` };
    await cache()?.put(await addressOf(key), new Response(JSON.stringify(entry), { headers }));
  } catch {
    // The next request renders it again.
  }
}

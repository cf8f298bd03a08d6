import { ArticleError, renderElement } from '../entry/server.js';
import { fetchArticle } from './fetch-article.js';
import { Refusal } from './refusal.js';
import { readShared, writeShared } from './shared-cache.js';
import { Store } from './store.js';
import { styleHashes } from './style-hash.js';

/**
 * @import { ElementOptions, RenderedElement } from '../entry/server.d.ts'
 * @import { Limits, Validators } from './fetch-article.js'
 *
 * @typedef {object} Kept  how long an article is kept, in seconds, and the memory for all of them
 * @property {number} fresh  served without a request to its server
 * @property {number} stale  after `fresh`: served, and fetched again after the answer
 * @property {number} maxCacheBytes
 * @property {number} maxPending  articles fetched at the same time
 *
 * @typedef {RenderedElement & { validators: Validators, storable: boolean, at: number, tag: string, sheets: string[] }} Entry
 *   an article, the time of its request, a hash of its output, and the hashes of its style sheets
 *
 * @typedef {object} Order  one article with its options
 * @property {string} key
 * @property {URL} url
 * @property {ElementOptions} options
 */

/** Seconds that a failure is kept, so that not every reader requests from a broken server. */
const FAILED = 5;

/** The bytes of an entry without its texts. */
const OVERHEAD = 1000;

/** Fetches, renders and keeps articles. Concurrent requests for an article cause one fetch. */
export class Articles {
  #terms;
  /** @type {Store<Entry>} */
  #entries;
  /** @type {Store<{ refusal: Refusal, until: number }>} */
  #failures = new Store(1 << 20);
  /** @type {Map<string, Promise<Entry>>} */
  #pending = new Map();

  /** @param {Kept & { fetch: typeof fetch, judge: (url: URL) => Promise<void>, limits: Limits, now?: () => number }} terms */
  constructor(terms) {
    this.#terms = terms;
    this.#entries = new Store(terms.maxCacheBytes);
  }

  /**
   * An article, and its age in seconds.
   * @param {Order} order
   * @param {(work: Promise<unknown>) => void} behind  lets work continue after the answer
   * @returns {Promise<{ entry: Entry, age: number }>}
   */
  async get(order, behind) {
    const { fresh, stale } = this.#terms;
    const entry = this.#entries.get(order.key) ?? (await this.#shared(order.key));
    const age = entry ? this.#secondsSince(entry.at) : Infinity;
    if (entry && age < fresh) return { entry, age };
    if (entry && age < fresh + stale) {
      // After a failure the old article stays until it is too old.
      behind(this.#load(order, entry, behind).catch(() => {}));
      return { entry, age };
    }
    return { entry: await this.#load(order, entry, behind), age: 0 };
  }

  /** @param {string} key */
  async #shared(key) {
    const entry = await readShared(key);
    if (entry) this.#keep(key, entry);
    return entry;
  }

  /** @param {Order} order @param {Entry | undefined} old @param {(work: Promise<unknown>) => void} behind */
  #load(order, old, behind) {
    const { key } = order;
    const failure = this.#failures.get(key);
    if (failure && failure.until > this.#now()) return Promise.reject(failure.refusal);
    const pending = this.#pending.get(key);
    if (pending) return pending;
    if (this.#pending.size >= this.#terms.maxPending) return Promise.reject(new Refusal(503, 'busy', 'too many articles are being fetched', { 'retry-after': '1' }));
    const loading = this.#fetchAndRender(order, old, behind)
      .catch((cause) => {
        const refusal = cause instanceof Refusal ? cause : new Refusal(500, 'crash', 'the article could not be rendered');
        // A redirect into a private network is checked again each time.
        this.#failures.set(key, { refusal, until: this.#now() + FAILED * 1000 }, OVERHEAD + key.length * 2);
        throw refusal;
      })
      .finally(() => this.#pending.delete(key));
    this.#pending.set(key, loading);
    // Others may wait for it after the first reader has left.
    behind(loading.catch(() => {}));
    return loading;
  }

  /**
   * @param {Order} order @param {Entry | undefined} old @param {(work: Promise<unknown>) => void} behind
   * @returns {Promise<Entry>}
   */
  async #fetchAndRender({ key, url, options }, old, behind) {
    const { fetch, judge, limits, fresh, stale } = this.#terms;
    const fetched = await fetchArticle(url, { fetch, judge, limits, known: old?.validators });
    const entry = fetched === 'unchanged' && old ? { ...old, at: this.#now() } : await this.#render(fetched, options);
    if (entry.storable) {
      this.#keep(key, entry);
      behind(writeShared(key, entry, fresh + stale));
    } else this.#entries.delete(key);
    return entry;
  }

  /** @param {Awaited<ReturnType<typeof fetchArticle>>} fetched @param {ElementOptions} options @returns {Promise<Entry>} */
  async #render(fetched, options) {
    if (fetched === 'unchanged') throw new Refusal(502, 'http-status', 'the article’s server answered 304 to a question for the article');
    const { bytes, url, storable, etag, modified } = fetched;
    let rendered;
    try {
      rendered = renderElement(bytes, { sourceUrl: url, ...options });
    } catch (cause) {
      if (!(cause instanceof ArticleError)) throw cause;
      if (cause.code === 'crash' || cause.code === 'wasm-load') throw new Refusal(500, cause.code, cause.message);
      throw new Refusal(502, cause.code, cause.message);
    }
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${__VERSION__} ${rendered.head} ${rendered.html}`));
    const tag = btoa(String.fromCharCode(...new Uint8Array(hash).subarray(0, 15))).replaceAll('+', '-').replaceAll('/', '_');
    return { ...rendered, validators: { etag, modified }, storable, at: this.#now(), tag, sheets: await styleHashes(rendered.html) };
  }

  /** @param {string} key @param {Entry} entry */
  #keep(key, entry) {
    this.#entries.set(key, entry, OVERHEAD + (key.length + entry.html.length + entry.head.length + JSON.stringify(entry.report).length) * 2);
  }

  #now() {
    return (this.#terms.now ?? Date.now)();
  }

  /** @param {number} at */
  #secondsSince(at) {
    return Math.max(0, (this.#now() - at) / 1000);
  }
}

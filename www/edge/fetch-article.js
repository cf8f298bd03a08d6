import { Refusal } from './refusal.js';

/**
 * @typedef {object} Limits
 * @property {number} maxBytes  of an article
 * @property {number} timeout  milliseconds for an article to arrive, redirects included
 *
 * @typedef {object} Validators  the headers of the article's server for a conditional request
 * @property {string | null} etag
 * @property {string | null} modified
 *
 * @typedef {typeof globalThis.fetch} Fetch
 *
 * @typedef {Validators & { bytes: Uint8Array, url: string, storable: boolean }} Fetched  `url` after redirects
 */

/** The most redirects that are followed. */
const MAX_REDIRECTS = 5;

/** The media types of JSON. */
const JSON_TYPE = /^(application|text)\/([\w.+-]+\+)?json$/i;

/**
 * Fetches an article. Each address is checked before its request, those of redirects too. No cookies, no credentials
 * and none of the reader's headers are sent.
 * @param {URL} url
 * @param {object} terms
 * @param {Fetch} terms.fetch
 * @param {(url: URL) => Promise<void>} terms.judge
 * @param {Limits} terms.limits
 * @param {Validators} [terms.known]
 * @returns {Promise<Fetched | 'unchanged'>}
 */
export async function fetchArticle(url, { fetch, judge, limits, known }) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), limits.timeout);
  const late = new Promise((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(new Refusal(504, 'timeout', `no article within ${limits.timeout / 1000} seconds`)));
  });
  late.catch(() => {});
  try {
    // Not every `fetch` obeys the signal.
    return await Promise.race([late, follow(url, { fetch, judge, limits, known, signal: controller.signal })]);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal(502, 'network', `${url.host} could not be reached`);
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

/**
 * @param {URL} url
 * @param {Parameters<typeof fetchArticle>[1] & { signal: AbortSignal }} terms
 * @returns {Promise<Fetched | 'unchanged'>}
 */
async function follow(url, { fetch, judge, limits, known, signal }) {
  /** @type {Record<string, string>} */
  const headers = { accept: 'application/json', 'user-agent': `article-widget/${__VERSION__}` };
  if (known?.etag) headers['if-none-match'] = known.etag;
  else if (known?.modified) headers['if-modified-since'] = known.modified;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    await judge(url);
    const response = await fetch(url.href, { headers, redirect: 'manual', signal });
    if (response.status === 304 && known) return 'unchanged';
    if (response.status >= 300 && response.status < 400) {
      await discard(response);
      url = target(response, url);
      continue;
    }
    try {
      return await read(response, url, limits, signal);
    } catch (cause) {
      await discard(response);
      throw cause;
    }
  }
  throw new Refusal(502, 'too-many-redirects', `the address leads on more than ${MAX_REDIRECTS} times`);
}

/** The address that a redirect leads to. @param {Response} response @param {URL} url  that it answers */
function target(response, url) {
  const location = response.headers.get('location');
  if (!location || !URL.canParse(location, url)) throw new Refusal(502, 'http-status', `${url.host} answered with status ${response.status} and no address`);
  const next = new URL(location, url);
  next.hash = '';
  return next;
}

/**
 * @param {Response} response @param {URL} url @param {Limits} limits @param {AbortSignal} signal
 * @returns {Promise<Fetched>}
 */
async function read(response, url, { maxBytes }, signal) {
  const { status, headers } = response;
  // A missing article is the article's own state; other failures are its server's.
  if (status !== 200) throw new Refusal(status === 404 || status === 410 ? status : 502, 'http-status', `${url.host} answered with status ${status}`);
  const type = headers.get('content-type')?.split(';')[0].trim().slice(0, 100) ?? '';
  if (!JSON_TYPE.test(type)) throw new Refusal(502, 'not-json', `${url.host} answered with ${type || 'no type'} in place of JSON`);
  const tooLarge = () => new Refusal(502, 'too-large', `the article has more than ${maxBytes} bytes`);
  if (Number(headers.get('content-length')) > maxBytes) throw tooLarge();
  const chunks = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > maxBytes || signal.aborted) {
      reader?.cancel().catch(() => {});
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  const storable = !/\b(no-store|private)\b/i.test(headers.get('cache-control') ?? '');
  return { bytes, url: url.href, storable, etag: headers.get('etag'), modified: headers.get('last-modified') };
}

/** Cancels a response that is not read. @param {Response} response */
async function discard(response) {
  await response.body?.cancel().catch(() => {});
}

import { isPrivate } from './private-hosts.js';
import { Refusal } from './refusal.js';

/**
 * @typedef {object} Origins  the only origins that articles are fetched from
 * @property {(url: URL) => boolean} has
 * @property {string[]} sources  for a content security policy
 */

/** The longest address that is accepted. */
const MAX_LENGTH = 2048;

/**
 * Reads a list of origins: `https://news.example`, or `https://*.news.example` for all names below it.
 * @param {readonly string[]} list
 * @returns {Origins}
 */
export function originsOf(list) {
  const allowed = list.map((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/` || !/^(\*\.)?[^*]+$/.test(url.hostname)) {
      throw new TypeError(`createHandler: not an origin such as https://news.example: ${text}`);
    }
    return url;
  });
  if (allowed.length === 0) throw new TypeError('createHandler: `origins` names no origin, so that no article could be shown');
  return {
    has: (url) => allowed.some((one) => {
      if (url.protocol !== one.protocol || url.port !== one.port) return false;
      return one.hostname.startsWith('*.') ? url.hostname.endsWith(one.hostname.slice(1)) : url.hostname === one.hostname;
    }),
    sources: allowed.map(({ origin }) => origin),
  };
}

/**
 * Reads the address in a request.
 * @param {string | null} text
 * @returns {URL}
 */
export function readAddress(text) {
  if (!text) throw new Refusal(400, 'no-address', 'the parameter `url` names no article');
  if (text.length > MAX_LENGTH) throw new Refusal(414, 'address-too-long', `the address has more than ${MAX_LENGTH} characters`);
  if (!URL.canParse(text)) throw new Refusal(400, 'bad-address', 'the parameter `url` is not an absolute address');
  const url = new URL(text);
  url.hash = '';
  return url;
}

/**
 * Refuses an address that must not be requested: of the request, and of each redirect.
 * @param {URL} url
 * @param {{ origins: Origins, allowPrivate: boolean, lookup?: (hostname: string) => Promise<readonly string[]> }} settings
 */
export async function judgeAddress(url, { origins, allowPrivate, lookup }) {
  if (!/^https?:$/.test(url.protocol)) throw new Refusal(403, 'origin-not-allowed', `articles are not fetched by ${url.protocol}`);
  if (url.username || url.password) throw new Refusal(403, 'origin-not-allowed', 'the address has a user name or a password');
  if (!allowPrivate && isPrivate(url.hostname)) throw new Refusal(403, 'private-address', `${url.hostname} is an address of a private network`);
  if (!origins.has(url)) throw new Refusal(403, 'origin-not-allowed', `articles of ${url.origin} are not shown here`);
  if (!lookup || allowPrivate) return;
  const addresses = await lookup(url.hostname).catch(() => {
    throw new Refusal(502, 'network', `${url.hostname} has no address`);
  });
  if (addresses.some(isPrivate)) throw new Refusal(403, 'private-address', `${url.hostname} leads into a private network`);
}

import { bare } from '../render/bare.js';
import { request } from './fetch-retry.js';

/** Milliseconds for one of the widget's files to arrive, for all attempts together. */
const TIMEOUT = 30_000;

/**
 * Fetches one of the widget's files.
 * @param {URL | string} url
 * @param {string} [integrity]  the hash of the file, from the build
 * @param {AbortController} [controller]  ends the fetch, also while the body arrives
 * @param {string} [accept]  its type, for development servers that give scripts another form of the file
 */
export function fetchAsset(url, integrity = '', controller = new AbortController(), accept = '*/*') {
  setTimeout(() => controller.abort('timeout'), TIMEOUT);
  return request(url, bare({ integrity, headers: { accept }, signal: controller.signal }), (response) => response);
}

import { bare } from '../render/bare.js';
import { request } from './fetch-retry.js';

/** Milliseconds for a file of the widget's own to arrive, all attempts together. */
const TIMEOUT = 30_000;

/**
 * Fetches a file of the widget's own.
 * @param {URL | string} url
 * @param {string} [integrity]  the hash that the build knows it by
 * @param {AbortController} [controller]  ends it, with the bytes that are still to come
 * @param {string} [accept]  its type, where servers for developers have another form of the file for scripts
 */
export function fetchAsset(url, integrity = '', controller = new AbortController(), accept = '*/*') {
  setTimeout(() => controller.abort('timeout'), TIMEOUT);
  return request(url, bare({ integrity, headers: { accept }, signal: controller.signal }), (response) => response);
}

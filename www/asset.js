import { request } from './request.js';

/** Milliseconds for a file of the widget's own to arrive, all attempts together. */
const TIMEOUT = 30_000;

/**
 * Fetches a file of the widget's own.
 * @param {URL | string} url
 * @param {string} [integrity]  the hash that the build knows it by
 * @param {string} [accept]  its type, where servers for developers have another form of the file for scripts
 */
export function fetchAsset(url, integrity = '', accept = '*/*') {
  return request(url, { integrity, headers: { accept }, signal: AbortSignal.timeout?.(TIMEOUT) }, (response) => response);
}

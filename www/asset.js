import { request } from './request.js';

/** Milliseconds for a file of the widget's own to arrive, all attempts together. */
const TIMEOUT = 30_000;

/**
 * Fetches a file of the widget's own.
 * @param {URL | string} url
 * @param {string} [integrity]  the hash that the build knows it by
 */
export function fetchAsset(url, integrity = '') {
  return request(url, { integrity, signal: AbortSignal.timeout?.(TIMEOUT) }, (response) => response);
}

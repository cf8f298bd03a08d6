/** Milliseconds for a file of the widget's own to arrive. */
const TIMEOUT = 30_000;

/**
 * Fetches a file of the widget's own.
 * @param {URL | string} url
 * @param {string} [integrity]  the hash that the build knows it by
 */
export async function fetchAsset(url, integrity = '') {
  const response = await fetch(url, { integrity, signal: AbortSignal.timeout?.(TIMEOUT) });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response;
}

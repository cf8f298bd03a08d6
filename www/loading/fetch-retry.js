import { ArticleError } from './errors.js';

/** The longest wait, in milliseconds, that a server may ask for; a longer one means no further attempt. */
const LONGEST = 5000;

/**
 * Fetches and reads. Tries up to three times, with pauses of about 0.4 and 1.2 seconds, after temporary failures: no
 * response, too many requests (429), or a fault of the server (500 and above). Fails with an ArticleError if the
 * response is not successful, otherwise like `fetch` and `read`.
 * @template T
 * @param {URL | string} url
 * @param {RequestInit} init
 * @param {(response: Response) => Promise<T> | T} read
 * @returns {Promise<T>}
 */
export async function request(url, init, read) {
  for (let pause = 400; ; pause *= 3) {
    let error, wait = 0;
    try {
      const response = await fetch(url, init);
      const { ok, status, headers } = response;
      if (ok) return await read(response);
      error = new ArticleError('http-status', `the server answered ${status}`, { status });
      wait = status > 499 || status === 429 ? Number(headers?.get('retry-after')) * 1000 : Infinity;
    } catch (cause) {
      error = cause;
      // An error of the article itself; another attempt would give the same.
      if (cause instanceof ArticleError) wait = Infinity;
    }
    // A `retry-after` with a date gives NaN, which counts as too long.
    if (pause > 1200 || !(wait <= LONGEST) || init.signal?.aborted) throw error;
    await new Promise((resolve) => setTimeout(resolve, Math.max(wait, pause * (0.5 + Math.random()))));
  }
}

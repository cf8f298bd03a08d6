import { detach, element, querySelector } from '../render/dom.js';

/**
 * Makes the browser fetch a module before its import, and fails if its hash differs, because `import()` has no
 * `integrity`. Safari does not check the hash here, and old browsers do not know `modulepreload`.
 * @param {string} file
 * @param {string | false | undefined} integrity  without it, nothing is fetched
 */
export function verified(file, integrity) {
  return integrity && new Promise((resolve, reject) => {
    const href = new URL(file, import.meta.url).href;
    // For a policy that allows scripts by nonce. An import takes the nonce of its own script.
    const { nonce = '' } = /** @type {HTMLElement} */ (querySelector.call(document, 'script[nonce]') ?? {});
    const link = /** @type {HTMLLinkElement} */ (element(document, 'link', { rel: 'modulepreload', crossorigin: '', integrity, nonce, href }));
    if (!link.relList.supports('modulepreload')) return resolve(0);
    link.onload = link.onerror = (event) => {
      detach(link);
      if (/** @type {Event} */ (event).type === 'load') resolve(0);
      else reject(`${file} is missing or another`);
    };
    querySelector.call(document, ':root')?.append(link);
  });
}

import { detach, element, querySelector } from '../render/dom.js';

/**
 * Has the browser fetch a module for the import that follows, and fails if it is not the one with this hash: an import has
 * no `integrity` of its own. Safari does not check it here, and old browsers do not know `modulepreload`.
 * @param {string} file
 * @param {string | false | undefined} integrity  without it, nothing is fetched here
 */
export function verified(file, integrity) {
  return integrity && new Promise((resolve, reject) => {
    const href = new URL(file, import.meta.url).href;
    // For a policy that allows scripts by their nonce; an import has it from the script that it is in.
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

import { element, querySelector } from './dom.js';

/**
 * @import { Core } from './loader.js'
 *
 * @typedef {typeof import('./article-widget.fallback.js')} Fallback  the JavaScript build of a core
 */

/**
 * Loads the JavaScript build of a core, for pages where WebAssembly is forbidden. Bundlers find the files by these very
 * expressions, and make others of them, whose hashes nobody knows yet.
 * @param {Core} core
 * @param {boolean} ownFiles  whether they are those of the package still
 * @returns {Promise<Fallback>}
 */
export async function loadFallback(core, ownFiles) {
  const [own, html, formats] = ownFiles ? __FALLBACK_INTEGRITY__ : [];
  if (core === 'formats') {
    await verified('./article-widget-formats.fallback.js', formats);
    return import('./article-widget-formats.fallback.js');
  }
  if (core === 'html') {
    await verified('./article-widget-html.fallback.js', html);
    return import('./article-widget-html.fallback.js');
  }
  await verified('./article-widget.fallback.js', own);
  return import('./article-widget.fallback.js');
}

/**
 * Has the browser fetch a module for the import that follows, and fails if it is not the one with this hash: an import has
 * no `integrity` of its own. Safari does not check it here, and old browsers do not know `modulepreload`.
 * @param {string} file
 * @param {string} integrity
 */
function verified(file, integrity) {
  return integrity && new Promise((resolve, reject) => {
    const href = new URL(file, import.meta.url).href;
    // For a policy that allows scripts by their nonce; an import has it from the script that it is in.
    const { nonce = '' } = /** @type {HTMLElement} */ (querySelector.call(document, 'script[nonce]') ?? {});
    const link = /** @type {HTMLLinkElement} */ (element(document, 'link', { rel: 'modulepreload', crossorigin: '', integrity, nonce, href }));
    if (!link.relList.supports('modulepreload')) return resolve(0);
    const settle = (/** @type {Event} */ { type }) => {
      link.remove();
      if (type === 'load') resolve(0);
      else reject(`${file} is missing or another`);
    };
    link.addEventListener('load', settle);
    link.addEventListener('error', settle);
    querySelector.call(document, ':root')?.append(link);
  });
}

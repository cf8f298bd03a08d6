import { verified } from '../loading/module-integrity.js';

/**
 * @import { Core } from '../loading/cores.js'
 *
 * @typedef {typeof import('./article-widget.fallback.js')} Fallback  the JavaScript build of a core
 */

/**
 * Loads the JavaScript build of a core, for pages where WebAssembly is forbidden. The npm entry has its own loader
 * (`article-widget/fallback`), without hashes.
 * @param {Core} core
 * @returns {Promise<Fallback>}
 */
export async function loadFallback(core) {
  const [own, html, web, publishers, formats] = __FALLBACK_INTEGRITY__;
  if (core === 'formats') {
    await verified('./article-widget-formats.fallback.js', formats);
    return import('./article-widget-formats.fallback.js');
  }
  if (core === 'publishers') {
    await verified('./article-widget-publishers.fallback.js', publishers);
    return import('./article-widget-publishers.fallback.js');
  }
  if (core === 'web') {
    await verified('./article-widget-web.fallback.js', web);
    return import('./article-widget-web.fallback.js');
  }
  if (core === 'html') {
    await verified('./article-widget-html.fallback.js', html);
    return import('./article-widget-html.fallback.js');
  }
  await verified('./article-widget.fallback.js', own);
  return import('./article-widget.fallback.js');
}

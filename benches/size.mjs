// Size: everything that is fetched before a first article with a body of HTML is shown, as brotli at its best.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { bindgen, dist, target } from '../pkg-config/project.mjs';
import { fetchedByWidget } from './support/fetched.mjs';
import { bundlePage, peersFor } from './support/peers.mjs';
import { codeByModule } from './support/wasm-code.mjs';

/** @typedef {import('./support/table.mjs').Result} Result */

/** @param {Buffer | string} bytes */
function brotli(bytes) {
  const size = Buffer.byteLength(bytes);
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: size } }).length;
}

const kilobytes = (/** @type {number} */ bytes) => bytes / 1024;

/** @param {string} name @param {string} impl @param {number} bytes @returns {Result} */
function result(name, impl, bytes) {
  const value = kilobytes(bytes);
  return { bench: 'size', case: name, impl, median: value, min: value, max: value, unit: 'KB' };
}

/** @type {import('./run.mjs').Bench} */
export async function size({ site, browser, say }) {
  say('files');
  const css = await readFile(join(dist, 'article-widget.css'));
  const own = await fetchedByWidget(site, browser);
  const results = [result('everything for a first article, brotli', 'article-widget', own.reduce((sum, { bytes }) => sum + brotli(bytes), 0))];
  for (const peer of peersFor(site.peers, 'html').filter(({ kind }) => kind !== 'any')) {
    results.push(result('everything for a first article, brotli', peer.impl, brotli(await bundlePage(peer))));
  }
  results.push(result('everything for a first article, brotli', 'static-html', brotli(css)));

  for (const { name, bytes } of own) {
    results.push(result('files of article-widget, brotli', name, brotli(bytes)));
    if (name.endsWith('.wasm')) results.push(result('wasm, raw', name, bytes.length));
  }
  const glue = (await import('esbuild')).transformSync(await readFile(join(bindgen, 'article_widget.js'), 'utf8'), { minify: true, format: 'esm' });
  results.push(result('files of article-widget, brotli', 'wasm-bindgen glue, whole, within article-widget.js', brotli(glue.code)));

  const module = await moduleWithNames();
  if (module) {
    for (const [name, bytes] of codeByModule(module).slice(0, 25)) results.push(result('code of the module before wasm-opt, raw, by where it comes from', name, bytes));
  }
  return results;
}

/** The module as cargo made it: only there functions have names. */
async function moduleWithNames() {
  for (const folder of ['bundle', 'bundle-stable']) {
    const bytes = await readFile(join(target, folder, 'wasm32-unknown-unknown/bundle/article_widget.wasm')).catch(() => undefined);
    if (bytes) return bytes;
  }
  return undefined;
}

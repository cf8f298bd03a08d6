// Size: all files that are fetched before a first article is shown, with brotli at its best quality.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { dist, target } from '../pkg-config/project.mjs';
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
  /** @type {Result[]} */
  const results = [];
  for (const format of /** @type {const} */ (['json', 'html'])) {
    const fetched = await fetchedByWidget(site, browser, format);
    const name = `everything for a first article of ${format}, brotli`;
    results.push(result(name, 'article-widget', fetched.reduce((sum, { bytes }) => sum + brotli(bytes), 0)));
    for (const peer of peersFor(site.peers, format).filter(({ kind }) => kind !== 'any')) {
      results.push(result(name, peer.impl, brotli(await bundlePage(peer))));
    }
    results.push(result(name, 'static-html', brotli(css)));
    for (const { name, bytes } of fetched) results.push(result(`files of article-widget for ${format}, brotli`, name, brotli(bytes)));
  }
  for (const name of (await readdir(dist)).filter((name) => name.endsWith('.wasm'))) {
    results.push(result('wasm, raw', name, (await readFile(join(dist, name))).length));
  }
  const module = await moduleWithNames();
  if (module) {
    for (const [name, bytes] of codeByModule(module).slice(0, 25)) results.push(result('code of the module before wasm-opt, raw, by where it comes from', name, bytes));
  }
  return results;
}

/** The core with every format as cargo made it, which builds it last: only there functions have names. */
async function moduleWithNames() {
  for (const folder of ['bundle', 'bundle-stable']) {
    const bytes = await readFile(join(target, folder, 'wasm32-unknown-unknown/bundle/article_widget.wasm')).catch(() => undefined);
    if (bytes) return bytes;
  }
  return undefined;
}

// A server on loopback for the benches' pages: the package, the peers, articles in all forms. Compressed and cacheable.
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parts } from '../articles/parts.mjs';
import { serve } from '../../pkg-config/serve/serve.mjs';
import { dist } from '../../pkg-config/project.mjs';
import { article } from '../articles/formats.mjs';
import { benches } from './packages.mjs';
import { allPeers, bundlePeer } from './peers.mjs';

/** @typedef {import('../articles/formats.mjs').Format} Format */

const headers = {
  'cache-control': 'max-age=3600',
  // Only isolated pages have clocks of 5 µs instead of 100, and memory measurements.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'credentialless',
};
const types = { js: 'text/javascript; charset=utf-8', json: 'application/json; charset=utf-8', html: 'text/html; charset=utf-8' };

/**
 * @typedef {object} Site
 * @property {string} url
 * @property {import('./peers.mjs').Peer[]} peers
 * @property {(path: string, type: keyof typeof types, body: string) => string} put  serves a text; returns its address
 * @property {(format: Format, bytes: number, seed?: number) => { json: string, ready: string }} inputs  addresses of an article
 * @property {(format: Format, bytes: number) => { size: number, html: string }} known  the data behind these addresses
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Site>} */
export async function openSite() {
  const { renderToString } = await import(join(dist, 'server.js'));
  const server = await serve({ mounts: {} });
  // Kept in memory, so that a build during the run does not change the measured files.
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    server.route(`/dist/${relative(dist, file)}`, { file, body: await readFile(file), headers });
  }
  for (const name of await readdir(join(benches, 'pages'))) server.route(`/${name}`, { file: join(benches, 'pages', name), headers });

  /** @type {Site['put']} */
  const put = (path, type, body) => {
    server.route(path, { body, type: types[type], headers });
    return server.url + path;
  };
  const peers = await allPeers();
  for (const peer of peers) put(`/peers/${peer.impl}.${peer.kind}.js`, 'js', await bundlePeer(peer));

  /** @type {Map<string, { json: string, ready: string, size: number, html: string }>} */
  const made = new Map();
  const make = (/** @type {Format} */ format, /** @type {number} */ bytes, seed = 1) => {
    const name = `${format}-${bytes}-${seed}`;
    let one = made.get(name);
    if (!one) {
      const text = JSON.stringify(article(format, bytes, seed));
      const { html, report } = renderToString(text, { maxBytes: 64 << 20, maxNodes: 4_000_000, maxOutput: 1 << 30, parts });
      if (report.warnings.length > 0) throw new Error(`bench: an article has warnings: ${JSON.stringify(report.warnings[0])}`);
      one = {
        json: put(`/articles/${name}.json`, 'json', text), ready: put(`/articles/${name}.html`, 'html', html),
        size: Buffer.byteLength(text), html,
      };
      made.set(name, one);
    }
    return one;
  };
  return { url: server.url, peers, put, inputs: make, known: make, close: server.close };
}

// The peers, bundled for production. A file peers/IMPL.KIND.js shows one kind of input with one IMPL.
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { dist } from '../../pkg-config/project.mjs';
import { benches, requirePackage } from './packages.mjs';

/**
 * @typedef {import('../articles/formats.mjs').Format} Format
 *
 * @typedef {Format | 'ready' | 'any'} Kind  `ready` takes the whole article as HTML, `any` takes each format
 *
 * @typedef {object} Peer
 * @property {string} impl
 * @property {Kind} kind
 * @property {string} file  in benches/peers
 */

const folder = join(benches, 'peers');

/** @returns {Promise<Peer[]>} */
export async function allPeers() {
  const files = (await readdir(folder)).filter((name) => /\.jsx?$/.test(name)).sort();
  return files.map((file) => {
    const [impl, kind] = file.split('.');
    return { impl, kind: /** @type {Kind} */ (kind), file };
  });
}

/** The peers that can show a format, one for each impl. @param {Peer[]} peers @param {Format} format */
export function peersFor(peers, format) {
  const impls = [...new Set(peers.map(({ impl }) => impl))];
  return impls.flatMap((impl) => {
    const of = (/** @type {Kind} */ kind) => peers.find((peer) => peer.impl === impl && peer.kind === kind);
    return of(format) ?? of('any') ?? of('ready') ?? [];
  });
}

/** A peer as a module that exports `show`. @param {Peer} peer */
export const bundlePeer = ({ file }) => bundled(`export * from './${file}';`, file);

/**
 * A peer as a page's whole script: fetches the article that `data-src` names, and shows it.
 * @param {Peer} peer
 */
export const bundlePage = ({ file, kind }) =>
  bundled(
    `import { show } from './${file}';
     const place = document.querySelector('#article');
     const response = await fetch(place.dataset.src);
     show(place, ${kind === 'ready' ? 'await response.text()' : 'new Uint8Array(await response.arrayBuffer())'});`,
    file,
  );

/** @param {string} contents @param {string} file @returns {Promise<string>} */
async function bundled(contents, file) {
  const { build } = await import('esbuild');
  const { outputFiles = [] } = await build({
    stdin: { contents, resolveDir: folder, sourcefile: `entry-of-${basename(file)}` },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'text' },
    alias: { 'article-widget.css': join(dist, 'article-widget.css') },
    external: ['/dist/*'],
    jsx: 'automatic',
    jsxImportSource: file.startsWith('preact') ? 'preact' : 'react',
    plugins: file.startsWith('solid') ? [requirePackage('esbuild-plugin-solid').solidPlugin()] : [],
  });
  return outputFiles[0].text;
}

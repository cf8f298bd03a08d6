import { Refusal } from './refusal.js';

/** @import { PackageFiles } from '../entry/worker.d.ts' */

/** @type {Record<string, string>} */
const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', tsv: 'text/plain; charset=utf-8', wasm: 'application/wasm' };

/**
 * One of the package's files. It never changes at its address, which holds the version.
 * @param {PackageFiles} files
 * @param {string} path  after the folder: `0.1.0/article-widget.js`
 * @returns {Promise<{ body: string | Uint8Array, headers: Record<string, string> }>}
 */
export async function packageFile(files, path) {
  const [version, name, ...rest] = path.split('/');
  const body = version === files.version && rest.length === 0 && name ? await files.read(name) : undefined;
  if (body === undefined) throw new Refusal(404, 'no-such-file', 'the package has no such file in this version');
  return {
    body,
    headers: {
      'content-type': TYPES[/** @type {string} */ (/** @type {string} */ (name).split('.').pop())] ?? 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${version}-${name}"`,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  };
}

// JavaScript and CSS of the package: the modules in www/ → single, minified files.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root, www } from './project.mjs';

// Imported when first needed: set-up has to install them before.
const esbuild = () => import('esbuild');
const terser = () => import('terser');

/** The scripts that few pages need, and fetch then. */
const LAZY = ['extras.js', 'lightbox.js'];

/**
 * The value of an `integrity` attribute for these bytes, by the shortest hash that there is: the script carries several.
 * @param {Buffer | string} bytes
 */
export const integrity = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/** The style sheets of the package: what every article needs, and what is fetched where it is asked for. */
const SHEETS = ['article-widget.css', 'article-widget-themes.css'];

/**
 * The style sheets, each with all that it imports, minified.
 * @returns {Promise<Record<string, string>>} text by file name in the package
 */
export async function stylesheets() {
  const { build } = await esbuild();
  const texts = await Promise.all(
    SHEETS.map(async (name) => {
      const { outputFiles = [] } = await build({ entryPoints: [join(www, name)], bundle: true, minify: true, write: false, logLevel: 'warning' });
      return outputFiles[0].text.trimEnd();
    }),
  );
  // Both sheets set properties that the other one reads.
  const own = [...new Set(texts.join('').match(/--_[a-z]+/g))].sort();
  return Object.fromEntries(SHEETS.map((name, index) => [name, shortened(texts[index], own)]));
}

/**
 * A sheet with short names for its own properties, and without the spaces that esbuild leaves in values of properties.
 * The names are of a kind that no page is likely to use: pages hand their properties down into the widget.
 * @param {string} css @param {string[]} own
 */
function shortened(css, own) {
  return css
    .replace(/--_[a-z]+/g, (name) => `--aw${own.indexOf(name).toString(36)}`)
    .replace(/("[^"]*")|(--aw\w+:) |, /g, (_, string, name) => string ?? name ?? ',');
}

/**
 * A JavaScript module with all that it imports, minified.
 * @param {string} code @param {string} folder  that it stands in
 * @returns {Promise<string>}
 */
export async function minifiedModule(code, folder) {
  const { build } = await esbuild();
  const { outputFiles = [] } = await build({ ...common, stdin: { contents: code, resolveDir: folder }, absWorkingDir: folder });
  return outputFiles[0].text;
}

/** How Terser compresses: what gave the smallest scripts. */
const COMPRESS = { passes: 2, inline: 1, hoist_funs: true, keep_fargs: false, pure_getters: true, unsafe_arrows: true, unsafe_methods: true };

/**
 * Ways to compress that come to the same but for 20 bytes: which is the smallest after brotli depends on the hashes in the
 * script, by 90 bytes from build to build for one way and by 30 for the best of these.
 */
const WAYS = [{}, { comparisons: false }, { conditionals: false }, { sequences: false }, { inline: 2 }, { hoist_funs: false }];

/**
 * What esbuild has minified, made smaller by 4 % (after brotli): Terser puts what is used once where it is used.
 * @param {string} code
 * @param {object[]} ways  of which the smallest is taken
 */
async function shrunk(code, ways) {
  const { minify } = await terser();
  const made = await Promise.all(ways.map((way) => minify(code, { module: true, ecma: 2020, compress: { ...COMPRESS, ...way } })));
  const sized = made.map(({ code: small = '' }) => ({ small, size: brotliCompressSync(small).length }));
  return sized.reduce((best, one) => (one.size < best.size ? one : best)).small;
}

/** @type {import('esbuild').BuildOptions & { write: false, external: string[] }} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  external: ['./*.fallback.js'],
};

/**
 * Bundles each script of the package from its entry in www/.
 * @param {Record<string, string | string[]>} values  what `__VERSION__` and such stand for
 * @returns {Promise<Record<string, string>>} text by file name in the package
 */
export async function bundle(values) {
  const define = Object.fromEntries(Object.entries({ ...values, __OWN_FILES__: true }).map(([name, value]) => [name, JSON.stringify(value)]));
  const { build } = await esbuild();
  /** @param {string} entry @param {import('esbuild').BuildOptions} [options] @param {object[]} [ways] */
  const one = async (entry, options = {}, ways = [{}]) => {
    const { outputFiles = [] } = await build({
      ...common,
      entryPoints: [join(www, entry)],
      ...options,
      external: [...common.external, ...LAZY.map((name) => `./${name}`), ...(options.external ?? [])],
      define: { ...define, ...options.define },
    });
    return shrunk(outputFiles[0].text, ways);
  };
  const lightbox = await one('lightbox.js');
  const extras = await one('extras.js', { define: { __LIGHTBOX_INTEGRITY__: JSON.stringify(integrity(lightbox)) } });
  define.__EXTRAS_INTEGRITY__ = JSON.stringify(integrity(extras));
  // They make new files of what is imported.
  const forBundlers = { __OWN_FILES__: 'false' };
  return {
    // The npm package's modules: nothing happens by importing '.', and './define' shares its code.
    'index.js': await one('index.js', { define: forBundlers }),
    'define.js': await one('define.js', { external: ['./index.js'] }),
    // Servers: Node finds the wasm by itself, other platforms hand it over.
    'server.js': await one('server.js', { loader: { '.tsv': 'text' } }),
    'server-node.js': await one('server-node.js', { platform: 'node', external: ['./server.js'] }),
    'lightbox.js': lightbox,
    'extras.js': extras,
    // For script tags: one file each, since a second one costs a round trip before anything is shown.
    'article-widget.js': await one('article-widget.js', {}, WAYS),
    'article-widget.classic.js': await one('classic.js', {
      format: 'iife',
      define: { 'import.meta.url': 'classicScriptUrl' },
      inject: [join(root, 'pkg-config/classic-url.js')],
    }),
  };
}

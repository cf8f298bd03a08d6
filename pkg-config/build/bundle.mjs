// JavaScript and CSS of the package: the modules in www/ → single, minified files.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { bindgen, root, www } from '../project.mjs';

// Imported at first use, because set-up has to install them first.
const esbuild = () => import('esbuild');
const terser = () => import('terser');

/** The scripts that few pages need, fetched on demand. */
const LAZY = ['extras.js', 'lightbox.js'];

/**
 * The value of an `integrity` attribute for these bytes, with the shortest allowed hash, because the script contains
 * several.
 * @param {Buffer | string} bytes
 */
export const integrity = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/** The style sheets of the package: one for every article, one for themes and other looks of related links. */
const SHEETS = ['article-widget.css', 'article-widget-themes.css'];

/**
 * The style sheets, each with its imports, minified.
 * @returns {Promise<Record<string, string>>} text by file name in the package
 */
export async function stylesheets() {
  const { build } = await esbuild();
  const texts = await Promise.all(
    SHEETS.map(async (name) => {
      const { outputFiles = [] } = await build({ entryPoints: [join(www, 'styles', name)], bundle: true, minify: true, write: false, logLevel: 'warning' });
      return outputFiles[0].text.trimEnd();
    }),
  );
  // Each sheet sets properties that the other one reads.
  const own = [...new Set(texts.join('').match(/--_[a-z]+/g))].sort();
  return Object.fromEntries(SHEETS.map((name, index) => [name, shortened(texts[index], own)]));
}

/**
 * A sheet with short names for its own properties, and without the spaces that esbuild leaves in values of properties.
 * No page is likely to use these names: pages' properties are inherited into the widget.
 * @param {string} css @param {string[]} own
 */
function shortened(css, own) {
  return css
    .replace(/--_[a-z]+/g, (name) => `--aw${own.indexOf(name).toString(36)}`)
    .replace(/("[^"]*")|(--aw\w+:) |, /g, (_, string, name) => string ?? name ?? ',');
}

/**
 * A JavaScript module with its imports, minified.
 * @param {string} code @param {string} folder  that holds the module
 * @returns {Promise<string>}
 */
export async function minifiedModule(code, folder) {
  const { build } = await esbuild();
  const { outputFiles = [] } = await build({ ...common, stdin: { contents: code, resolveDir: folder }, absWorkingDir: folder });
  return outputFiles[0].text;
}

/** Terser's options that gave the smallest scripts. */
const COMPRESS = { passes: 2, inline: 1, hoist_funs: true, keep_fargs: false, pure_getters: true, unsafe_arrows: true, unsafe_methods: true };

/**
 * Shrinks a script that esbuild has minified by 4 % after brotli: Terser inlines bindings that are used once.
 * @param {string} code
 */
async function shrink(code) {
  const { minify } = await terser();
  const { code: small = '' } = await minify(code, { module: true, ecma: 2020, compress: COMPRESS });
  return small;
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
 * A server script for each runtime: edge runtimes have another kind of core. The conditions of the manifest choose the
 * script for a runtime.
 * @param {string} name @param {string} code
 */
function forRuntimes(name, code) {
  const variants = ['', '.workerd', '.edge-light'].map((runtime) => [name.replace('.js', `${runtime}.js`), code.replaceAll('"#core"', `"./npm/server-core${runtime}.js"`).replaceAll('"../entry/server.js"', `"./server${runtime}.js"`)]);
  return Object.fromEntries(variants);
}

/**
 * Bundles each script of the package from its entry in www/.
 * @param {Record<string, string | string[]>} values  the values of `__VERSION__` and other constants
 * @param {string} sheet  the base style sheet, for the npm entry
 * @returns {Promise<Record<string, string>>} text by file name in the package
 */
export async function bundle(values, sheet) {
  const define = Object.fromEntries(Object.entries({ ...values, __OWN_FILES__: true }).map(([name, value]) => [name, JSON.stringify(value)]));
  const { build } = await esbuild();
  /** @param {string} entry @param {import('esbuild').BuildOptions} [options] */
  const one = async (entry, options = {}) => {
    const { outputFiles = [] } = await build({
      ...common,
      entryPoints: [join(www, entry)],
      ...options,
      external: [...common.external, ...LAZY.map((name) => `./${name}`), ...(options.external ?? [])],
      define: { ...define, ...options.define },
    });
    return shrink(outputFiles[0].text);
  };
  const lightbox = await one('extras/lightbox.js');
  const extras = await one('extras/extras.js', { define: { __LIGHTBOX_INTEGRITY__: JSON.stringify(integrity(lightbox)) } });
  define.__EXTRAS_INTEGRITY__ = JSON.stringify(integrity(extras));
  // Bundlers make new files of imported ones.
  const forBundlers = { __OWN_FILES__: 'false' };
  const npm = (/** @type {string} */ entry) =>
    one(entry, {
      alias: { '#files': join(www, 'loading/files-by-import.js') },
      define: { ...forBundlers, __BASE_SHEET__: JSON.stringify(sheet), __LIGHTBOX_INTEGRITY__: '""' },
      external: ['./npm/*', './*.core.js', './*.text.js', ...(entry === 'entry/index.js' ? [] : ['./index.js'])],
    });
  /** @type {import('esbuild').BuildOptions} */
  const servers = { alias: { '#files': join(www, 'loading/files-of-servers.js'), '#glue': join(bindgen, 'article-widget-server/article_widget.js') }, loader: { '.tsv': 'text' }, external: ['#core'] };
  const wrapper = async (/** @type {string} */ name) => {
    const code = await one(`wrappers/${name}.js`, { external: ['react', 'vue', 'article-widget/server', '../entry/define.js', '../wrappers/react.js'] });
    return code.replaceAll('"../entry/define.js"', '"./define.js"').replaceAll('"../wrappers/react.js"', '"./react.js"');
  };
  return {
    // The npm entry: an import has no effect, every file is a module, and nothing is fetched by address.
    'index.js': await npm('entry/index.js'),
    'define.js': await npm('entry/define.js'),
    'fallback.js': await npm('entry/fallback.js'),
    'npm/more.js': await npm('loading/more-files.js'),
    'npm/extras.js': await npm('entry/npm-extras.js'),
    'npm/lightbox.js': await npm('extras/lightbox.js'),
    // The components. The application brings their frameworks.
    'npm/attributes.js': await npm('wrappers/attributes.js'),
    // In an application with server components this is a client component.
    'react.js': `"use client";${await wrapper('react')}`,
    'react.server.js': await wrapper('react.server'),
    'vue.js': await wrapper('vue'),
    ...forRuntimes('server.js', await one('entry/server.js', servers)),
    ...forRuntimes('worker.js', await one('entry/worker.js', { external: ['../entry/server.js'] })),
    'files.js': await one('entry/files.js', { external: ['./npm/*'] }),
    'npm/server-core.js': await one('loading/server-core.js', { external: ['./*.core.js'] }),
    'npm/server-core.workerd.js': await one('loading/server-core.workerd.js', { external: ['../*.wasm'] }),
    'npm/server-core.edge-light.js': await one('loading/server-core.edge-light.js', { external: ['../*.wasm?module'] }),
    'lightbox.js': lightbox,
    'extras.js': extras,
    // For script tags: one file each, because a second one costs a round trip before the article is shown.
    'article-widget.js': await one('entry/article-widget.js'),
    'article-widget.classic.js': await one('entry/classic.js', {
      format: 'iife',
      define: { 'import.meta.url': 'classicScriptUrl' },
      inject: [join(root, 'pkg-config/build/classic-url.js')],
    }),
  };
}

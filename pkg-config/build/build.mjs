// Makes the npm package in dist/: compile → bind → optimise → bundle → assemble.
import { appendFile, copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { withShortBoundary } from './short-names.mjs';
import { bundle, integrity, stylesheets } from './bundle.mjs';
import { fail, run, secondsSince } from '../command.mjs';
import { fileOf } from '../../www/loading/labels.js';
import { editorData } from './editor-data.mjs';
import { encodeCore, textModule } from './encode-core.mjs';
import { fallback } from './fallback.mjs';
import { tailored } from './trim-bindgen.mjs';
import { once, scripts } from './once.mjs';
import { LABELS, bindgen, dist, isMain, packageVersion, root, shown, target, toolEnv, www } from '../project.mjs';
import { withoutDrops } from './strip-drops.mjs';
import { hasRustSource, setUp } from '../setup/setup.mjs';

const wasmTarget = 'wasm32-unknown-unknown';

/** The package's cores for pages and their features of the crate, the smallest first. @type {Record<string, string>} */
export const MODULES = Object.fromEntries(
  JSON.parse(await readFile(join(root, 'src/read/cores.json'), 'utf8')).map((/** @type {{ file: string, features: string }} */ core) => [core.file, core.features]),
);

/** The core for servers. No page fetches it, so it is built for speed. */
const SERVER = 'article-widget-server';

/** Builds dist/ from the sources, unless it is up to date. Reproducible: the same sources give the same bytes. */
export async function build() {
  const start = performance.now();
  /** @type {Record<string, Buffer>} */
  const modules = {};
  /** @type {Record<string, string>} */
  const fallbacks = {};
  // One core is compiled while the one before it is optimised.
  let finished = Promise.resolve();
  for (const [name, features] of Object.entries(MODULES)) {
    console.log(`build: ${name}.wasm …`);
    const module = await compile(name, features);
    finished = finished.then(async () => {
      await bind(module, name);
      modules[`${name}.wasm`] = await optimise(name);
      fallbacks[`${name}.fallback.js`] = await fallback(module, name);
    });
    finished.catch(() => {}); // reported below
  }
  console.log(`build: ${SERVER}.wasm …`);
  const forServers = await compile(SERVER, 'server', 'server');
  await finished;
  await bind(forServers, SERVER, 'server');
  const server = await optimise(SERVER, FAST);
  console.log('build: scripts and style sheets …');
  const css = await stylesheets();
  const labels = await moreLabels();
  const bundled = await bundle({
    __VERSION__: packageVersion(),
    __WASM_INTEGRITY__: integrity(modules['article-widget.wasm']),
    __HTML_INTEGRITY__: integrity(modules['article-widget-html.wasm']),
    __WEB_INTEGRITY__: integrity(modules['article-widget-web.wasm']),
    __PUBLISHERS_INTEGRITY__: integrity(modules['article-widget-publishers.wasm']),
    __FORMATS_INTEGRITY__: integrity(modules['article-widget-formats.wasm']),
    __CSS_INTEGRITY__: integrity(css['article-widget.css']),
    __THEMES_INTEGRITY__: integrity(css['article-widget-themes.css']),
    __LABELS_INTEGRITY__: Object.values(labels).map((table) => integrity(table)),
    __FALLBACK_INTEGRITY__: Object.values(fallbacks).map((script) => integrity(script)),
  }, css['article-widget.css']);
  const files = { ...bundled, ...modules, ...fallbacks, ...labels, ...css, [`${SERVER}.wasm`]: server };
  // Files that pages fetch by address; the others are for bundlers and servers.
  const fetched = Object.entries(files).filter(([name]) => /^(article-widget(?!-server)|extras|lightbox)/.test(name));
  const hashes = Object.fromEntries(fetched.map(([name, bytes]) => [name, integrity(bytes)]));
  const cores = { ...modules, [`${SERVER}.wasm`]: server };
  await assemble({ ...files, ...npmModules(cores, labels, css), ...scriptModules(bundled, css), 'integrity.json': `${JSON.stringify(hashes, null, 2)}
` });
  for (const name of ['article-widget.js', 'article-widget.classic.js']) console.log(`build: ${name} integrity="${hashes[name]}"`);
  console.log(`build: ${shown(dist)}/ is ready (${secondsSince(start)})`);
}

/**
 * Rust → WebAssembly. Also builds the standard library, for size and without panic messages, if its sources are
 * installed.
 * @param {string} name  of the core
 * @param {string} features  of the crate
 * @param {'bundle' | 'server'} [profile]  for size or for speed
 * @returns {Promise<string>} the module's file
 */
export async function compile(name, features, profile = 'bundle') {
  const small = await hasRustSource();
  const module = join(target, 'compiled', `${name}.wasm`);
  const inputs = [await run('rustc', ['-vV']), features, String(small), ...(await scripts('build')), ...(await crateSources())];
  // Cargo compiles again whenever the features differ from the last time.
  await once(`compile-${name}`, inputs, [module], async () => {
    const compiled = await compileAnew(features, profile, small);
    await mkdir(join(target, 'compiled'), { recursive: true });
    await copyFile(compiled, module);
  });
  return module;
}

/** The sources that the crate is compiled from, read once for all cores. @type {Promise<Buffer[]> | undefined} */
let sources;
const crateSources = () => (sources ??= readSources());

async function readSources() {
  const folders = await Promise.all(['src', 'www/styles'].map(async (folder) => {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  }));
  const files = [join(root, 'Cargo.toml'), join(www, 'article.schema.json'), ...folders.flat().sort()];
  return Promise.all(files.map((file) => readFile(file)));
}

/** @param {string} features @param {'bundle' | 'server'} profile @param {boolean} small */
async function compileAnew(features, profile, small) {
  if (!small) {
    console.log('build: without the component rust-src, on the ready-made standard library; the wasm is larger');
  }
  // Its own target folder, so that it neither waits for `cargo test` nor rebuilds its files.
  const folder = join(target, small ? 'bundle' : 'bundle-stable');
  await run(
    'cargo',
    [
      'build', '--profile', profile, '--lib', '--locked',
      '--target', wasmTarget, '--target-dir', folder,
      '--no-default-features', '--features', features,
      ...(small ? ['-Z', 'build-std=std,panic_abort', '-Z', `build-std-features=${profile === 'bundle' ? 'optimize_for_size' : ''}`] : []),
    ],
    {
      env: {
        CARGO_ENCODED_RUSTFLAGS: (small ? [...panicFlags, ...profileFlags[profile]] : await remapFlags()).join('\x1f'),
        // With this variable a stable compiler accepts -Z options.
        RUSTC_BOOTSTRAP: small ? '1' : undefined,
      },
    },
  );
  return join(folder, wasmTarget, profile, 'article_widget.wasm');
}

/** A panic stops without a message or a position. */
const panicFlags = ['-Zunstable-options', '-Cpanic=immediate-abort', '-Zlocation-detail=none', '-Zfmt-debug=none'];

/**
 * For size, loops keep their indices: LLVM's pointers would need more code (3 % of the core with every format). The
 * limits of inlining and of jump threading are those that gave the smallest core (0.5 %).
 */
const profileFlags = {
  bundle: ['-Cllvm-args=-disable-lsr -inline-threshold=10 -jump-threading-threshold=3'],
  server: ['-Ctarget-feature=+simd128'],
};

/** Makes the positions in panic messages the same on every machine. */
async function remapFlags() {
  const sysroot = (await run('rustc', ['--print', 'sysroot'])).trim();
  const cargoHome = process.env.CARGO_HOME ?? join(homedir(), '.cargo');
  const names = { [join(sysroot, 'lib/rustlib/src/rust')]: 'rust', [cargoHome]: 'cargo', [root]: 'article-widget' };
  return Object.entries(names).map(([folder, name]) => `--remap-path-prefix=${folder}=${name}`);
}

/**
 * The core → the core with wasm-bindgen's JavaScript next to it, in target/bindgen. All cores share the JavaScript of
 * the last one, which has the imports of all others.
 * @param {string} module @param {string} name @param {'page' | 'server'} [where]  it runs
 */
export async function bind(module, name, where = 'page') {
  // One name for all of them, because the cores import from it; a folder for each.
  const outputs = ['_bg.wasm', '.js', '.d.ts'].map((ending) => join(bindgen, name, `article_widget${ending}`));
  await once(`bind-${name}`, [await readFile(module), INSTANTIATE, ...(await scripts('trim-bindgen', 'short-names', 'wasm-reader'))], outputs, async () => {
    await run('wasm-bindgen', [
      module,
      '--target', 'web', '--omit-default-module-path', '--out-dir', join(bindgen, name), '--out-name', 'article_widget',
      '--remove-producers-section',
    ]);
    const glue = tailored(await readFile(outputs[1], 'utf8'), INSTANTIATE, where);
    await writeFile(outputs[0], withShortBoundary(await readFile(outputs[0]), glue));
    await writeFile(outputs[1], glue);
    await appendFile(outputs[2], '\nexport function instantiate(module: WebAssembly.Module): void;\n');
  });
}

/**
 * Puts a new instance of a core into wasm-bindgen's JavaScript, whose own functions keep the first one forever. Needed
 * for a larger core after the first article, and for a new start after a trap.
 */
const INSTANTIATE = `
export const instantiate = (module) => __wbg_finalize_init(new WebAssembly.Instance(module, __wbg_get_imports()), module);
`;

/** Binaryen's passes for speed. */
const FAST = ['--enable-simd', '--low-memory-unused', '-O3'];

/** Binaryen's passes for size. */
const SMALL = [
  // The first two rewrite the control flow, smaller than LLVM's. No object is in the first KiB, where the stack ends,
  // so offsets can be folded into loads and stores.
  '--flatten', '--rereloop', '--low-memory-unused',
  // Functions with a single caller are not inlined unless they are small: the bodies are more alike, so brotli
  // compresses them better (0.7 % of the smallest core, 1.9 % of the largest).
  '--one-caller-inline-max-function-size=60', '--always-inline-max-function-size=5',
  '-Oz', '-Oz', '--converge', '--precompute-propagate', '--optimize-instructions', '-Oz',
];

/**
 * Optimises a core: removes its destructors, and runs Binaryen.
 * @param {string} name @param {string[]} [passes] @returns {Promise<Buffer>}
 */
export async function optimise(name, passes = SMALL) {
  const bound = await readFile(join(bindgen, name, 'article_widget_bg.wasm'));
  const file = join(target, `${name}-without-drops.wasm`);
  const small = join(target, `${name}.wasm`);
  const args = [
    ...passes,
    // Features that rustc turns on by default for this target; listed here, because a stripped core no longer names
    // them.
    '--enable-bulk-memory', '--enable-multivalue', '--enable-mutable-globals',
    '--enable-nontrapping-float-to-int', '--enable-reference-types', '--enable-sign-ext',
    '--strip-debug', '--strip-producers', '--strip-target-features',
  ];
  await once(`optimise-${name}`, [bound, args.join(' '), ...(await scripts('strip-drops', 'wasm-reader'))], [small], async () => {
    await writeFile(file, withoutDrops(bound));
    await run(join(root, 'node_modules/.bin/wasm-opt'), [...args, file, '-o', small], { env: toolEnv });
  });
  return readFile(small);
}

/**
 * Cores, labels and the second style sheet as modules, for the npm entry.
 * @param {Record<string, Buffer>} modules @param {Record<string, string>} labels @param {Record<string, string>} css
 */
function npmModules(modules, labels, css) {
  const cores = Object.entries(modules).map(([file, bytes]) => {
    const name = /^article-widget-?(.*)\.wasm$/.exec(file)?.[1] || 'own';
    return [`npm/${name}.core.js`, textModule(encodeCore(bytes))];
  });
  const texts = Object.entries(labels).map(([file, text]) => [`npm/${file.replace(/^article-widget-(.*)\.tsv$/, '$1')}.text.js`, textModule(text)]);
  return Object.fromEntries([...cores, ...texts, ['npm/themes.text.js', textModule(css['article-widget-themes.css'])]]);
}

/**
 * The scripts that pages fetch, and the style sheet, as modules: for servers without a file system.
 * @param {Record<string, string>} bundled @param {Record<string, string>} css
 */
const scriptModules = (bundled, css) => ({
  'npm/script.text.js': textModule(bundled['article-widget.js']),
  'npm/extras-script.text.js': textModule(bundled['extras.js']),
  'npm/lightbox-script.text.js': textModule(bundled['lightbox.js']),
  'npm/sheet.text.js': textModule(css['article-widget.css']),
});

/** The labels that are not in the cores, in the files from which www/loading/labels.js chooses. */
async function moreLabels() {
  const rows = (await readFile(join(root, 'src/render/labels-more.tsv'), 'utf8')).trimEnd().split('\n');
  return Object.fromEntries(LABELS.map((name, index) => [name, rows.filter((row) => fileOf(row) === index).join('\n')]));
}

/**
 * Assembles the package in dist/: built files, copied files, and its package.json. Replaces only changed files, each in
 * one step, so that a server on dist/ never sees half a file.
 * @param {Record<string, Buffer | string>} made  by file name
 */
export async function assemble(made) {
  const template = JSON.parse(await readFile(join(root, 'pkg-config/build/package.template.json'), 'utf8'));
  const manifest = { ...template, version: packageVersion() };
  /** @type {Record<string, Buffer | string>} */
  const files = {
    ...made,
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    ...(await copied(join(www, 'entry'), ['index.d.ts', 'article-widget.d.ts', 'define.d.ts', 'fallback.d.ts', 'files.d.ts', 'server.d.ts', 'worker.d.ts'])),
    ...(await copied(www, ['article.schema.json'])),
    ...(await components()),
    ...(await editorData()),
    ...(await copied(root, ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE'])),
  };
  await mkdir(join(dist, 'npm'), { recursive: true });
  for (const [name, bytes] of Object.entries(files)) await replace(join(dist, name), Buffer.from(bytes));
  for (const name of await readdir(dist, { recursive: true })) {
    if (!(name in files) && name !== 'npm') await rm(join(dist, name), { recursive: true, force: true });
  }
}

/** The types of the components, and the Svelte component, which Svelte compiles. */
async function components() {
  const files = await copied(join(www, 'wrappers'), ['react.d.ts', 'vue.d.ts', 'svelte.d.ts', 'preact.d.ts', 'solid.d.ts', 'svelte.js', 'Article.svelte']);
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes.toString().replaceAll("'../entry/index.js'", "'./index.js'")]));
}

/** @param {string} folder @param {string[]} names */
async function copied(folder, names) {
  const files = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))]));
  return Object.fromEntries(files);
}

/** @param {string} file @param {Buffer} bytes */
async function replace(file, bytes) {
  const old = await readFile(file).catch(() => undefined);
  if (old?.equals(bytes)) return;
  const next = join(target, `next-${process.pid}`);
  await writeFile(next, bytes);
  await rename(next, file);
}

if (isMain(import.meta.url)) {
  await setUp('build').then(build).catch(fail);
}

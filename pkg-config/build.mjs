// Makes the npm package in dist/: compile → bind → optimise → bundle → assemble.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { bundle, minifiedCss } from './bundle.mjs';
import { fail, run, secondsSince } from './command.mjs';
import { bindgen, dist, isMain, packageVersion, root, shown, target, toolEnv, www } from './project.mjs';
import { hasRustSource, setUp } from './setup.mjs';

const wasmTarget = 'wasm32-unknown-unknown';

/** Builds dist/ from the sources, as far as it is not up to date. Reproducible: the same sources give the same bytes. */
export async function build() {
  const start = performance.now();
  const module = await compile();
  await bind(module);
  const wasm = await optimise(join(bindgen, 'article_widget_bg.wasm'));
  const scripts = await bundle({ version: packageVersion(), wasmIntegrity: integrity(wasm) });
  await assemble({ ...scripts, 'article-widget.wasm': wasm });
  console.log(`build: ${shown(dist)}/ is ready (${secondsSince(start)})`);
}

/**
 * Rust → WebAssembly. Builds the standard library too, for size and without panic messages, when its sources are there.
 * @returns {Promise<string>} the module's file
 */
export async function compile() {
  const small = await hasRustSource();
  if (!small) {
    console.log('build: without the component rust-src, on the ready-made standard library; the wasm is larger');
  }
  // Its own target folder, so that it neither waits for nor rebuilds what `cargo test` builds.
  const folder = join(target, small ? 'bundle' : 'bundle-stable');
  await run(
    'cargo',
    [
      'build', '--profile', 'bundle', '--lib', '--locked',
      '--target', wasmTarget, '--target-dir', folder,
      '--no-default-features', '--features', 'bundle',
      ...(small ? ['-Z', 'build-std=std,panic_abort', '-Z', 'build-std-features=optimize_for_size'] : []),
    ],
    {
      env: {
        CARGO_ENCODED_RUSTFLAGS: (small ? smallFlags : await remapFlags()).join('\x1f'),
        // The -Z options are taken by a stable compiler that is told to.
        RUSTC_BOOTSTRAP: small ? '1' : undefined,
      },
    },
  );
  return join(folder, wasmTarget, 'bundle', 'article_widget.wasm');
}

/** A panic just stops, and carries neither its message nor its place. */
const smallFlags = ['-Zunstable-options', '-Cpanic=immediate-abort', '-Zlocation-detail=none', '-Zfmt-debug=none'];

/** Panics tell their place: the same one on every machine. */
async function remapFlags() {
  const sysroot = (await run('rustc', ['--print', 'sysroot'])).trim();
  const cargoHome = process.env.CARGO_HOME ?? join(homedir(), '.cargo');
  const names = { [join(sysroot, 'lib/rustlib/src/rust')]: 'rust', [cargoHome]: 'cargo', [root]: 'article-widget' };
  return Object.entries(names).map(([folder, name]) => `--remap-path-prefix=${folder}=${name}`);
}

/** The module → the module with wasm-bindgen's JavaScript beside it, in target/bindgen. @param {string} module */
export async function bind(module) {
  await once('bind', [await readFile(module)], [join(bindgen, 'article_widget_bg.wasm')], () =>
    run('wasm-bindgen', [
      module,
      '--target', 'web', '--omit-default-module-path', '--out-dir', bindgen,
      '--remove-name-section', '--remove-producers-section',
      // After a trap the loader makes a fresh instance of the same module.
      '--experimental-reset-state-function',
    ]),
  );
}

/** Shrinks a module with Binaryen. @param {string} file @returns {Promise<Buffer>} */
export async function optimise(file) {
  const small = join(target, 'article-widget.wasm');
  const args = [
    '-Oz', '--converge',
    // What rustc turns on by default for this target; named, since a stripped module no longer says it.
    '--enable-bulk-memory', '--enable-multivalue', '--enable-mutable-globals',
    '--enable-nontrapping-float-to-int', '--enable-reference-types', '--enable-sign-ext',
    '--strip-debug', '--strip-producers', '--strip-target-features',
  ];
  await once('optimise', [await readFile(file), args.join(' ')], [small], () =>
    run(join(root, 'node_modules/.bin/wasm-opt'), [...args, file, '-o', small], { env: toolEnv }),
  );
  return readFile(small);
}

/**
 * Does a step unless it was last done on the same inputs and its outputs are still there.
 * @param {string} step @param {(Buffer | string)[]} inputs @param {string[]} outputs @param {() => Promise<unknown>} work
 */
async function once(step, inputs, outputs, work) {
  const hash = createHash('sha256');
  for (const input of [await readFile(join(root, 'Cargo.lock')), await readFile(join(root, 'package-lock.json')), ...inputs]) {
    hash.update(input).update('\0');
  }
  const key = hash.digest('hex');
  const stamp = join(target, `${step}.sha256`);
  const made = await Promise.all([readFile(stamp, 'utf8'), ...outputs.map((file) => readFile(file))]).catch(() => ['']);
  if (made[0] === key) return;
  await rm(stamp, { force: true });
  await work();
  await writeFile(stamp, key);
}

/** The value of an `integrity` attribute for these bytes. @param {Buffer} bytes */
export const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/**
 * Puts the package together in dist/: what was made, what is copied, and its package.json. Replaces only files that
 * changed, each in one step, so that a server on dist/ never sees half a file.
 * @param {Record<string, Buffer | string>} made  by file name
 */
export async function assemble(made) {
  const template = JSON.parse(await readFile(join(root, 'pkg-config/package.template.json'), 'utf8'));
  const manifest = { ...template, version: packageVersion() };
  /** @type {Record<string, Buffer | string>} */
  const files = {
    ...made,
    'article-widget.css': await minifiedCss(join(www, 'article-widget.css')),
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    ...(await copied(www, ['index.d.ts', 'define.d.ts', 'server.d.ts', 'article.schema.json'])),
    ...(await copied(root, ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE'])),
  };
  await mkdir(dist, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) await replace(join(dist, name), Buffer.from(bytes));
  for (const name of await readdir(dist)) {
    if (!(name in files)) await rm(join(dist, name), { recursive: true });
  }
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

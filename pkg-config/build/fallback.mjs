// The JavaScript build of a core, for pages where WebAssembly is forbidden: lower → bind → optimise → wasm2js → bundle.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withShortBoundary } from './short-names.mjs';
import { minifiedModule } from './bundle.mjs';
import { run } from '../command.mjs';
import { tailored } from './trim-bindgen.mjs';
import { once, scripts } from './once.mjs';
import { root, target, toolEnv } from '../project.mjs';

/** Features that rustc turns on by default for this target; wasm2js supports none of them except mutable globals. */
const FEATURES = [
  '--enable-bulk-memory', '--enable-multivalue', '--enable-nontrapping-float-to-int', '--enable-reference-types',
  '--enable-sign-ext',
];
const MVP = ['--mvp-features', '--enable-mutable-globals'];
const LOWERING = ['--signext-lowering', '--llvm-nontrapping-fptoint-lowering', '--llvm-memory-copy-fill-lowering'];
const SHRINKING = ['-Os', '--strip-debug', '--strip-producers', '--strip-target-features'];

const binaryen = (/** @type {string} */ program) => join(root, 'node_modules/.bin', program);

/**
 * A core → a JavaScript module with its exports, and with `instantiate`, which makes the one instance behind them and,
 * when called again, replaces it.
 * @param {string} module  the compiler's output file
 * @param {string} name  of the core in the package
 * @returns {Promise<string>}
 */
export async function fallback(module, name) {
  const folder = join(target, 'fallback', name);
  const script = join(folder, 'fallback.js');
  const inputs = [await readFile(module), ...(await scripts('fallback', 'trim-bindgen', 'short-names', 'wasm-reader', 'bundle'))];
  await once(`fallback-${name}`, inputs, [script], async () => {
    await mkdir(folder, { recursive: true });
    const glue = await bind(await lower(module, folder), folder);
    await writeFile(join(folder, 'core.js'), await translate(join(folder, 'article_widget_bg.wasm'), folder));
    await writeFile(script, await minifiedModule(entry(glue), folder));
  });
  return readFile(script, 'utf8');
}

/**
 * Removes features that are newer than WebAssembly's first version, in two steps: the section that then lists the
 * remaining features makes wasm-bindgen keep the page's objects in a list instead of a table.
 * @param {string} module @param {string} folder
 */
async function lower(module, folder) {
  const lowered = join(folder, 'lowered.wasm');
  await run(binaryen('wasm-opt'), [...MVP, ...FEATURES, ...LOWERING, '--strip-target-features', '-g', module, '-o', lowered], { env: toolEnv });
  await run(binaryen('wasm-opt'), [...MVP, '--emit-target-features', '-g', lowered, '-o', lowered], { env: toolEnv });
  return lowered;
}

/**
 * wasm-bindgen's JavaScript for a lowered core, which differs from that of the other cores.
 * @param {string} module @param {string} folder @returns {Promise<string>} its text
 */
async function bind(module, folder) {
  await run('wasm-bindgen', [
    module,
    '--target', 'web', '--omit-default-module-path', '--no-typescript', '--out-dir', folder, '--out-name', 'article_widget',
    '--remove-name-section', '--remove-producers-section',
  ]);
  const bound = join(folder, 'article_widget_bg.wasm');
  const file = join(folder, 'article_widget.js');
  const made = (await readFile(file, 'utf8')).replace(/^import \* as (\w+) from "__wbindgen_externref_xform__"$/m, RESERVED);
  const glue = `import { core } from './core.js';\n${tailored(made, INSTANTIATE)}`;
  await writeFile(file, glue);
  await writeFile(bound, withShortBoundary(await readFile(bound), glue));
  return glue;
}

/** Makes the instance for wasm-bindgen's JavaScript, or replaces it. */
const INSTANTIATE = `
export const instantiate = () => void __wbg_finalize_init({ exports: core(__wbg_get_imports()) });
`;

/**
 * The crate was compiled for a table of the page's objects, and asks for the end of the places that must not be freed.
 * wasm-bindgen knows it for the list (`JSIDX_RESERVED`), but answers the question only in modules with a table.
 */
const RESERVED = 'const $1 = { __wbindgen_externref_statics_end: () => 1028 };';

/** Exports only the functions of the crate, without the functions that fetch a module. @param {string} glue */
function entry(glue) {
  const names = [...glue.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  return `export { instantiate, ${names.join(', ')} } from './article_widget.js';\n`;
}

/** The WebAssembly as a JavaScript function from imports to exports. @param {string} module @param {string} folder */
async function translate(module, folder) {
  const small = join(folder, 'small.wasm');
  const script = join(folder, 'wasm2js.js');
  await run(binaryen('wasm-opt'), [...MVP, ...SHRINKING, module, '-o', small], { env: toolEnv });
  await run(binaryen('wasm2js'), ['-O', small, '-o', script], { env: toolEnv });
  return asFunction(withPlainData(await readFile(script, 'utf8')));
}

/**
 * The module's data as plain strings instead of Base64, which brotli compresses badly (−4 % of the whole).
 * @param {string} script
 */
function withPlainData(script) {
  const decoder = /var base64ReverseLookup[\s\S]*?(?=function initActiveSegments)/;
  const data = /base64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\)/g;
  const put = 'function put(at, text) { for (var i = 0; i < text.length; i++) bufferView[at + i] = text.charCodeAt(i); }\n';
  if (!decoder.test(script)) throw new Error('wasm2js writes data in a new way; see pkg-config/build/fallback.mjs');
  return script
    .replace(decoder, put)
    .replace(data, (_, at, base64) => `put(${at}, ${JSON.stringify(plain(base64))})`);
}

/**
 * Bytes as a string of their values. Zero becomes U+0100, which the array of bytes stores as zero: some minifiers write
 * the character zero in a way that strict mode refuses before a digit.
 * @param {string} base64
 */
const plain = (base64) => Buffer.from(base64, 'base64').toString('latin1').replaceAll('\0', '\u0100');

/** The function alone, without the instance that wasm2js makes of it. @param {string} script */
function asFunction(script) {
  const [, inner] = script.match(/^(?:import \* as \S+ from '[^']*';\n)*([\s\S]*)\nvar retasmFunc = asmFunc\(/) ?? [];
  if (inner === undefined) throw new Error('wasm2js frames its function in a new way; see pkg-config/build/fallback.mjs');
  return `${inner}\nexport { asmFunc as core };\n`;
}

// Changes to wasm-bindgen's JavaScript.

import { withShortNames } from './short-names.mjs';

/** Functions that are written for any engine and any amount of text, and shorter ones that are sufficient here. */
const SHORTER = /** @type {const} */ ([
  // Views of the memory are made for each use, a few for each article, instead of being cached until the memory grows.
  [/^let cached(\w+)Memory0 = null;\nfunction get\1Memory0\(\) \{$[\s\S]*?^\}$/gm, 'const get$1Memory0 = () => new $1(wasm.memory.buffer);'],
  [/^ +(cached\w+Memory0 = null|wasmInstance = instance|wasmModule = module);\n/gm, ''],
  // Memory that a failing call has not freed goes away with its instance.
  [/^ +try \{\n( +ptr0 = [\s\S]*?)^ +\} catch \(e\) \{\n[\s\S]*?throw e;\n +\}\n/gm, '$1'],
  [/^function getArrayU32FromWasm0\(ptr, len\) \{$[\s\S]*?^\}$/m, 'const getArrayU32FromWasm0 = (ptr, len) => new Uint32Array(wasm.memory.buffer, ptr >>> 0, len);'],
  // Piece by piece, because Chromium takes twice as long for a megabyte at once. Each text has its own decoder: in some
  // engines a decoder must be replaced after two gigabytes. No text of the core begins with a byte order mark.
  [
    /^function getStringFromWasm0\(ptr, len\) \{$[\s\S]*?^\}$/m,
    `const getStringFromWasm0 = (ptr, len) => {
  const decoder = new TextDecoder(), bytes = new Uint8Array(wasm.memory.buffer, ptr >>> 0, len);
  let text = '';
  for (let at = 0; at < len;) text += decoder.decode(bytes.subarray(at, at += 65536), { stream: true });
  return text;
};`,
  ],
  // Bytes for the core, and bytes that the host returns: a position in the memory and a length.
  [
    /^ +let ptr0, len0, ptr1, len1;\n +ptr0 = passArray8ToWasm0\((\w+), .*\n.*\n +ptr1 = passArray8ToWasm0\((\w+), .*\n.*\n( +wasm\.\w+)\(ptr0, len0, ptr1, len1/gm,
    '$3(placed($1), $1.length, placed($2), $2.length',
  ],
  [/^ +const ptr1 = passArray8ToWasm0\(ret, .*\n.*\n.*arg0 >>> 0\) \+ 4 \* 1, len1, .*\n.*arg0 >>> 0\) \+ 4 \* 0, ptr1, .*$/gm, 'give(arg0, ret);'],
  [
    /^function passArray8ToWasm0\(arg, malloc\) \{$[\s\S]*?^\}$/m,
    `const placed = (bytes) => {
  const place = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
  new Uint8Array(wasm.memory.buffer).set(bytes, place);
  return place;
};
const give = (at, bytes) => {
  const place = [placed(bytes), bytes.length];
  new Uint32Array(wasm.memory.buffer).set(place, at >>> 2);
};`,
  ],
  [/^let WASM_VECTOR_LEN = 0;$/m, ''],
  [/^function decodeText\(bytes\) \{$[\s\S]*?^\}$/m, ''],
  [/^let cachedTextDecoder = [\s\S]*?^cachedTextDecoder\.decode\(\);$/m, ''],
]);

/** On a server: engines there read a text faster as a whole, and one decoder serves all texts. */
const WHOLE = `const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const getStringFromWasm0 = (ptr, len) => decoder.decode(new Uint8Array(wasm.memory.buffer, ptr >>> 0, len));`;

/** Initial values for a module's table of objects, and the call that sets them; the crate uses none. */
const VALUES = /^ +__wbindgen_init_externref_table: function\(\) \{$[\s\S]*?^ +\},\n|^ +wasm\.__wbindgen_start\(\);\n/gm;

/**
 * wasm-bindgen's JavaScript without the code that the widget does not need (−0.3 KB brotli), and with a function that
 * makes an instance.
 * @param {string} glue @param {string} instantiate  the way @param {'page' | 'server'} [where]  it runs
 */
export function tailored(glue, instantiate, where = 'page') {
  for (const [pattern, paged] of SHORTER) {
    const shorter = where === 'server' && paged.includes('TextDecoder') ? WHOLE : paged;
    if (glue.search(pattern) < 0) throw new Error(`wasm-bindgen writes its JavaScript in a new way: ${pattern}; see pkg-config/build/trim-bindgen.mjs`);
    glue = glue.replace(pattern, shorter);
  }
  return withShortNames(glue.replace(VALUES, '')) + instantiate;
}

// What is taken out of wasm-bindgen's JavaScript, and put into it.

import { withShortNames } from './imports.mjs';

/** Functions that are written for any engine and any amount of text, and what does here. */
const SHORTER = /** @type {const} */ ([
  // Views of the memory are made anew, a few for each article, in the place of being kept until it has grown.
  [/^let cached(\w+)Memory0 = null;\nfunction get\1Memory0\(\) \{$[\s\S]*?^\}$/gm, 'const get$1Memory0 = () => new $1(wasm.memory.buffer);'],
  [/^ +(cached\w+Memory0 = null|wasmInstance = instance|wasmModule = module);\n/gm, ''],
  // What a call that ends in an exception has not freed goes with its instance.
  [/^ +try \{\n( +ptr0 = [\s\S]*?)^ +\} catch \(e\) \{\n[\s\S]*?throw e;\n +\}\n/gm, '$1'],
  // One decoder for all calls has to be replaced after two gigabytes in some engines; one for each call never.
  [
    /^function decodeText\(bytes\) \{$[\s\S]*?^\}$/m,
    "const decodeText = (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);",
  ],
  [/^let cachedTextDecoder = [\s\S]*?^cachedTextDecoder\.decode\(\);$/m, ''],
]);

/** Values put where a module finds them, if it has a table for such; the crate asks for none. */
const VALUES = /^ +const table = wasm\.__wbindgen_externrefs;\n( +table\.set\(.*\);\n)+/m;

/**
 * wasm-bindgen's JavaScript without what no page of the widget needs (−0.3 KB brotli), and with a way to make an instance.
 * @param {string} glue @param {string} instantiate  the way
 */
export function tailored(glue, instantiate) {
  for (const [pattern, shorter] of SHORTER) {
    if (glue.search(pattern) < 0) throw new Error(`wasm-bindgen writes its JavaScript in a new way: ${pattern}; see pkg-config/glue.mjs`);
    glue = glue.replace(pattern, shorter);
  }
  return withShortNames(glue.replace(VALUES, '')) + instantiate;
}

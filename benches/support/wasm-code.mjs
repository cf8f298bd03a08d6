// The Rust modules behind the code of a core, by the names of its functions.

import { CODE, DATA, IMPORT, Reader, functionNames, importedFunctions } from '../../pkg-config/build/wasm-reader.mjs';

/**
 * Bytes of code by Rust module, and of data, largest first.
 * @param {Uint8Array} module  with its name section
 * @returns {[string, number][]}
 */
export function codeByModule(module) {
  const reader = new Reader(module);
  const names = functionNames(reader);
  /** @type {number[]} */
  const sizes = [];
  let imported = 0, data = 0;
  for (const { id, start, end } of reader.sections()) {
    if (id === IMPORT) imported = importedFunctions(reader);
    else if (id === CODE) for (let left = reader.number(); left > 0; left--) skip(reader, sizes);
    else if (id === DATA) data = end - start;
  }
  /** @type {Map<string, number>} */
  const totals = new Map([['tables and texts', data]]);
  for (const [index, size] of sizes.entries()) {
    const name = moduleOf(names.get(index + imported) ?? '');
    totals.set(name, (totals.get(name) ?? 0) + size);
  }
  return [...totals].sort((a, b) => b[1] - a[1]);
}

/** @param {Reader} reader @param {number[]} sizes */
function skip(reader, sizes) {
  const size = reader.number();
  sizes.push(size);
  reader.at += size;
}

/**
 * The crate of a function, or our own module, from its mangled name (Rust's v0 mangling: each name after its length).
 * Generic code counts where it was written, not where it is used.
 * @param {string} name
 */
function moduleOf(name) {
  const crate = /C(?:s[0-9A-Za-z]*_)?(?=\d)/.exec(name);
  if (!crate) return 'without a name';
  const path = [];
  let rest = name.slice(crate.index + crate[0].length);
  for (let length = /^(\d+)_?/.exec(rest); length && path.length < 3; length = /^(\d+)_?/.exec(rest)) {
    const end = length[0].length + Number(length[1]);
    path.push(rest.slice(length[0].length, end));
    rest = rest.slice(end);
  }
  return path.slice(0, path[0] === 'article_widget' ? 3 : 1).join('::');
}

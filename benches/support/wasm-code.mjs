// Which modules the code of a WebAssembly module comes from, by the names of its functions.

/** Reads WebAssembly's binary format. */
class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  /** An unsigned number in LEB128. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  text() {
    const length = this.number();
    return new TextDecoder().decode(this.bytes.subarray(this.at, (this.at += length)));
  }
}

/**
 * Bytes of code by Rust module, and of data, largest first.
 * @param {Uint8Array} module  with its name section
 * @returns {[string, number][]}
 */
export function codeByModule(module) {
  const reader = new Reader(module);
  /** @type {number[]} */
  const sizes = [];
  /** @type {Map<number, string>} */
  const names = new Map();
  let imported = 0, data = 0;
  for (reader.at = 8; reader.at < module.length; ) {
    const id = reader.number();
    const length = reader.number();
    const end = reader.at + length;
    if (id === 2) imported = importedFunctions(reader);
    else if (id === 10) for (let left = reader.number(); left > 0; left--) skip(reader, sizes);
    else if (id === 11) data = length;
    else if (id === 0 && reader.text() === 'name') functionNames(reader, end, names);
    reader.at = end;
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

/** @param {Reader} reader */
function importedFunctions(reader) {
  let functions = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.text();
    reader.text();
    const kind = reader.bytes[reader.at++];
    if (kind !== 0) return functions; // wasm-bindgen imports functions alone
    reader.number();
    functions++;
  }
  return functions;
}

/** @param {Reader} reader @param {number} end @param {Map<number, string>} names */
function functionNames(reader, end, names) {
  while (reader.at < end) {
    const kind = reader.bytes[reader.at++];
    const after = reader.number() + reader.at;
    if (kind === 1) for (let left = reader.number(); left > 0; left--) names.set(reader.number(), reader.text());
    reader.at = after;
  }
}

/**
 * The crate of a function, or module of ours, from its mangled name (Rust's v0 mangling: each name after its length).
 * What is generic counts where it was written, not where it is used.
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

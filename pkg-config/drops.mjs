// Takes destructors out of a WebAssembly module whose allocator gives back all memory at once.
//
// What Rust drops at the end of its life walks the whole of itself to give back piece after piece, in code for every
// type, and every place where a value ends calls it. The arena (src/web/arena.rs) has no use for a single piece. So the
// bodies of these functions are emptied here, and wasm-opt then finds that nothing needs to call them. Only destructors
// that do nothing but free memory are: a value that is never dropped is as safe in Rust as any.

/** What a type may consist of so that its destructor only frees memory. */
const PLAIN = new RegExp([
  /article_widget::(json|model|read|render|report|error|options|url|lang|batch|html)(::\w+)*/,
  /alloc::(raw_vec::RawVec|vec::(Vec|into_iter::IntoIter)|string::String|borrow::Cow|boxed::Box)/,
  /core::(option::(Option|IntoIter)|result::Result|array::iter::IntoIter)/,
  /\b(str|u8|u16|u32|u64|usize|i32|i64|f64|char|bool|_)\b|[&<>,()[\]; \d]/,
].map(({ source }) => source).join('|'), 'g');

/** What gives back a piece of memory. */
const FREES = /^<alloc::(raw_vec::RawVecInner|alloc::Global)( as [\w:]+)?>::deallocate/;

/** The destructors of a type, and the part of their names that is the type. */
const DESTRUCTORS = [
  /^core::ptr::drop_in_place::<(.*)>(\[\d+\])?$/,
  /^<(alloc::(?:raw_vec::RawVec|vec::Vec|vec::into_iter::IntoIter)<.*>) as core::ops::drop::Drop>::drop(\[\d+\])?$/,
];

/**
 * Whether a function is such a destructor.
 * @param {string} name  as wasm-bindgen writes it out
 */
export function onlyFrees(name) {
  const plain = name.replace(/\[[0-9a-f]{16}\]/g, '');
  if (FREES.test(plain)) return true;
  const type = DESTRUCTORS.map((destructor) => destructor.exec(plain)?.[1]).find(Boolean);
  return type !== undefined && type.replace(PLAIN, '') === '';
}

/**
 * A module with the bodies of its destructors emptied.
 * @param {Uint8Array} module  with its names
 * @returns {Uint8Array}
 */
export function withoutDrops(module) {
  const reader = new Reader(module);
  const names = functionNames(reader);
  const { imported, code } = layout(reader);
  reader.at = code.start;
  const count = reader.number();
  /** @type {Uint8Array[]} */
  const bodies = [encoded(count)];
  for (let index = 0; index < count; index++) {
    const start = reader.at;
    const size = reader.number();
    reader.at += size;
    const drops = onlyFrees(names.get(imported + index) ?? '');
    // A body of two bytes: no locals, end.
    bodies.push(drops ? Uint8Array.of(2, 0, 0x0b) : module.subarray(start, reader.at));
  }
  const length = bodies.reduce((sum, body) => sum + body.length, 0);
  return Buffer.concat([module.subarray(0, code.head), Uint8Array.of(CODE), encoded(length), ...bodies, module.subarray(code.end)]);
}

const [CUSTOM, IMPORT, CODE] = [0, 2, 10];

/** Reads WebAssembly's binary format. */
class Reader {
  at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
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

  /** The sections: what each is, where its head and its content start, and where it ends. */
  * sections() {
    for (let at = 8; at < this.bytes.length;) {
      this.at = at;
      const id = this.number();
      const length = this.number();
      const section = { id, head: at, start: this.at, end: this.at + length };
      at = section.end;
      yield section;
    }
  }
}

/** How many functions are imported, and where the code stands. @param {Reader} reader */
function layout(reader) {
  let imported = 0;
  for (const section of reader.sections()) {
    if (section.id === CODE) return { imported, code: section };
    if (section.id !== IMPORT) continue;
    for (let left = reader.number(); left > 0; left--) {
      reader.text();
      reader.text();
      if (reader.number() !== 0) break; // functions come first, and wasm-bindgen imports nothing else
      reader.number();
      imported++;
    }
  }
  throw new Error('a module without code');
}

/** The names of functions by their index. @param {Reader} reader */
function functionNames(reader) {
  /** @type {Map<number, string>} */
  const names = new Map();
  for (const section of reader.sections()) {
    if (section.id !== CUSTOM || reader.text() !== 'name') continue;
    while (reader.at < section.end) {
      const kind = reader.number();
      const size = reader.number();
      const end = reader.at + size;
      if (kind === 1) for (let left = reader.number(); left > 0; left--) names.set(reader.number(), reader.text());
      reader.at = end;
    }
  }
  return names;
}

/** An unsigned number in LEB128. @param {number} number */
function encoded(number) {
  const bytes = [];
  for (; number >= 0x80; number = Math.floor(number / 0x80)) bytes.push((number % 0x80) | 0x80);
  return Uint8Array.from([...bytes, number]);
}

// Takes destructors out of a WebAssembly module whose allocator gives back all memory at once.
//
// What Rust drops at the end of its life walks the whole of itself to give back piece after piece, in code for every
// type, and every place where a value ends calls it. The arena (src/wasm/arena.rs) has no use for a single piece. So the
// bodies of these functions are emptied here, and wasm-opt then finds that nothing needs to call them. Only destructors
// that do nothing but free memory are: a value that is never dropped is as safe in Rust as any.

import { CODE, IMPORT, Reader, encoded, functionNames, importedFunctions, withSection } from './wasm-reader.mjs';

/** What a type may consist of so that its destructor only frees memory. */
const PLAIN = new RegExp([
  /article_widget::(account|error|json|model|options|output|pipeline|platform|read|render|report|text|url)(::\w+)*/,
  /alloc::(raw_vec::RawVec|vec::(Vec|into_iter::IntoIter)|string::String|borrow::Cow|boxed::Box|rc::Rc)/,
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
function onlyFrees(name) {
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
  return withSection(module, code, bodies);
}

/** How many functions are imported, and where the code stands. @param {Reader} reader */
function layout(reader) {
  let imported = 0;
  for (const section of reader.sections()) {
    if (section.id === IMPORT) imported = importedFunctions(reader);
    else if (section.id === CODE) return { imported, code: section };
  }
  throw new Error('a module without code');
}

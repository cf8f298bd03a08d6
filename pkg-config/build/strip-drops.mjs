// Removes destructors from a WebAssembly module whose allocator frees all memory at once.
//
// A value that Rust drops walks all its parts to free piece after piece, in code for every type, called wherever a
// value ends. The arena (src/wasm/arena.rs) does not free single pieces. So the bodies of these functions are emptied
// here, and wasm-opt then finds that the calls are unnecessary. Only destructors that do nothing but free memory are
// emptied: in Rust it is safe never to drop a value.

import { CODE, IMPORT, Reader, encoded, functionNames, importedFunctions, withSection } from './wasm-reader.mjs';

/** The parts of types whose destructors only free memory. */
const PLAIN = new RegExp([
  /article_widget::(account|error|json|model|options|output|pipeline|platform|read|render|report|text|url)(::\w+)*/,
  /alloc::(raw_vec::RawVec|vec::(Vec|into_iter::IntoIter)|string::String|borrow::Cow|boxed::Box|rc::Rc)/,
  /core::(option::(Option|IntoIter)|result::Result|array::iter::IntoIter)/,
  /\b(str|u8|u16|u32|u64|usize|i32|i64|f64|char|bool|_)\b|[&<>,()[\]; \d]/,
].map(({ source }) => source).join('|'), 'g');

/** Functions that free a piece of memory. */
const FREES = /^<alloc::(raw_vec::RawVecInner|alloc::Global)( as [\w:]+)?>::deallocate/;

/** Destructors of a type; the group is the type. */
const DESTRUCTORS = [
  /^core::ptr::drop_in_place::<(.*)>(\[\d+\])?$/,
  /^<(alloc::(?:raw_vec::RawVec|vec::Vec|vec::into_iter::IntoIter)<.*>) as core::ops::drop::Drop>::drop(\[\d+\])?$/,
];

/**
 * Whether a function only frees memory.
 * @param {string} name  as wasm-bindgen writes it
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

/** The number of imported functions, and the position of the code. @param {Reader} reader */
function layout(reader) {
  let imported = 0;
  for (const section of reader.sections()) {
    if (section.id === IMPORT) imported = importedFunctions(reader);
    else if (section.id === CODE) return { imported, code: section };
  }
  throw new Error('a module without code');
}

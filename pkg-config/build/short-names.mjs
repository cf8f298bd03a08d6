// Shortens the names that a core and its JavaScript share, and removes those that neither needs. wasm-bindgen's names
// have a hash of sixteen digits or a long prefix, once in the core and once in its JavaScript, and compress badly.
import { EXPORT, IMPORT, Reader, encoded, withSection } from './wasm-reader.mjs';

/** A name with its hash or prefix, within a text. */
const LONG = /\b(?:__wbg_(?:__wbindgen_)?(\w+)_[0-9a-f]{16}|__wbindgen_(malloc))\b/g;

/** The name of the object that holds the imports. */
const OBJECT = './article_widget_bg.js';

/** wasm-bindgen's JavaScript with the short names. @param {string} glue */
export function withShortNames(glue) {
  return short(glue).replace(JSON.stringify(OBJECT), 'w');
}

/**
 * A core that imports and exports by the short names, and exports only functions that its JavaScript calls. Binaryen
 * then removes the code of the others.
 * @param {Uint8Array} module
 * @param {string} glue  its JavaScript, with the short names
 */
export function withShortBoundary(module, glue) {
  const used = new Set(Array.from(glue.matchAll(/\bwasm\.(\w+)/g), ([, name]) => name));
  const imported = withEntries(module, IMPORT, (reader) => {
    const [object, name] = [reader.text(), reader.text()];
    const kind = reader.at;
    if (reader.number() !== 0) throw new Error(`${name} is no function`); // wasm-bindgen imports only functions
    reader.number();
    return [text(object === OBJECT ? 'w' : object), text(short(name)), reader.bytes.subarray(kind, reader.at)];
  });
  return withEntries(imported, EXPORT, (reader) => {
    const name = short(reader.text());
    const kind = reader.at;
    reader.number();
    reader.number();
    return used.has(name) ? [text(name), reader.bytes.subarray(kind, reader.at)] : [];
  });
}

/** @param {string} names */
const short = (names) => names.replace(LONG, (_, hashed, prefixed) => hashed ?? prefixed);

/**
 * A module with other entries in one of its sections.
 * @param {Uint8Array} module
 * @param {number} id  of the section
 * @param {(reader: Reader) => Uint8Array[]} entry  reads one, and returns the pieces of its replacement, if any
 */
function withEntries(module, id, entry) {
  const reader = new Reader(module);
  for (const section of reader.sections()) {
    if (section.id !== id) continue;
    const entries = Array.from({ length: reader.number() }, () => entry(reader)).filter((pieces) => pieces.length > 0);
    return withSection(module, section, [encoded(entries.length), ...entries.flat()]);
  }
  throw new Error(`a module without the section ${id}`);
}

/** A text after its length. @param {string} text */
function text(text) {
  const bytes = Buffer.from(text);
  return Buffer.concat([encoded(bytes.length), bytes]);
}

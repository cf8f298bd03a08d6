// Shortens what wasm-bindgen calls the functions that a module imports: each name has a hash of sixteen digits, which no
// compression makes smaller, once in the module and once in its JavaScript.
import { IMPORT, Reader, encoded, withSection } from './wasm-reader.mjs';

/** A name with its hash, as a part of a text. */
const HASHED = /\b__wbg_(\w+)_[0-9a-f]{16}\b/g;

/** The name of the object that holds them. */
const OBJECT = './article_widget_bg.js';

/** wasm-bindgen's JavaScript with the short names. @param {string} glue */
export function withShortNames(glue) {
  return glue.replace(HASHED, '$1').replace(JSON.stringify(OBJECT), 'w');
}

/**
 * A module that imports by the short names.
 * @param {Uint8Array} module
 */
export function withShortImports(module) {
  const reader = new Reader(module);
  for (const section of reader.sections()) {
    if (section.id !== IMPORT) continue;
    reader.at = section.start;
    const count = reader.number();
    /** @type {Uint8Array[]} */
    const imports = [encoded(count)];
    for (let left = count; left > 0; left--) {
      const [object, name] = [reader.text(), reader.text()];
      imports.push(text(object === OBJECT ? 'w' : object), text(name.replace(HASHED, '$1')));
      const kind = reader.at;
      if (reader.number() !== 0) throw new Error(`${name} is no function`); // wasm-bindgen imports functions alone
      reader.number();
      imports.push(module.subarray(kind, reader.at));
    }
    return withSection(module, section, imports);
  }
  throw new Error('a module without imports');
}

/** A text behind its length. @param {string} text */
function text(text) {
  const bytes = Buffer.from(text);
  return Buffer.concat([encoded(bytes.length), bytes]);
}

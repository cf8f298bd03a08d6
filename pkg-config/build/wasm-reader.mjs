// Reads and writes the parts of WebAssembly's binary format that the build and the benches need.

/** The numbers of sections. */
export const CUSTOM = 0, IMPORT = 2, EXPORT = 7, CODE = 10, DATA = 11;

export class Reader {
  at = 0;

  /** @param {Uint8Array} bytes  of a module */
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

  /** The sections, each read from the start of its content: its id, where its head and content start, where it ends. */
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

/** The number of functions that a module imports. @param {Reader} reader  at the content of the section */
export function importedFunctions(reader) {
  let functions = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.text();
    reader.text();
    if (reader.number() !== 0) break; // wasm-bindgen imports only functions
    reader.number();
    functions++;
  }
  return functions;
}

/** The names of functions by index, the imported ones first. @param {Reader} reader  of a module with its names */
export function functionNames(reader) {
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

/**
 * A module with other content in one of its sections.
 * @param {Uint8Array} module
 * @param {{ id: number, head: number, end: number }} section
 * @param {Uint8Array[]} content  its pieces
 */
export function withSection(module, { id, head, end }, content) {
  const length = content.reduce((sum, piece) => sum + piece.length, 0);
  return Buffer.concat([module.subarray(0, head), Uint8Array.of(id), encoded(length), ...content, module.subarray(end)]);
}

/** An unsigned number in LEB128. @param {number} number */
export function encoded(number) {
  const bytes = [];
  for (; number >= 0x80; number = Math.floor(number / 0x80)) bytes.push((number % 0x80) | 0x80);
  return Uint8Array.from([...bytes, number]);
}

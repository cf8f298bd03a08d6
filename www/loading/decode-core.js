/** The characters of an encoded core: those of ASCII that no minifier, template or HTML escapes. */
export const ALPHABET = alphabet();

/** A loop, because old libraries replace `Array.from`. */
function alphabet() {
  let characters = '';
  for (let code = 32; code < 127; code++) {
    const character = String.fromCharCode(code);
    if (!'"$&\'<>\\`'.includes(character)) characters += character;
  }
  return characters;
}

/**
 * Number of characters that encode a byte alone; each of the others encodes a rarer byte together with the next one.
 */
export const SINGLE = ALPHABET.length - 2;

/**
 * The bytes of a core that the build wrote as text: first all 256 values, the most frequent first, in hexadecimal, then
 * the bytes, each as one character or two. Bundlers include text without configuration. After brotli it is 3 % larger
 * than the file; Base64 is 26 % larger.
 * @param {string} text
 */
export function decodeCore(text) {
  const values = Uint8Array.from({ length: 256 }, (_, index) => parseInt(text.slice(index * 2, index * 2 + 2), 16));
  const places = new Uint8Array(128);
  for (let index = 0; index < ALPHABET.length; index++) places[ALPHABET.charCodeAt(index)] = index;
  const bytes = new Uint8Array(text.length - 512);
  let length = 0;
  for (let at = 512; at < text.length; at++) {
    let place = places[text.charCodeAt(at)];
    if (place >= SINGLE) place = SINGLE + (place - SINGLE) * ALPHABET.length + places[text.charCodeAt(++at)];
    bytes[length++] = values[place];
  }
  return bytes.subarray(0, length);
}

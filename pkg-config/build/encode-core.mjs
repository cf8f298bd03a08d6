// Cores and tables as JavaScript modules, for the npm entry.
import { ALPHABET, SINGLE } from '../../www/loading/decode-core.js';

/**
 * A core as text for www/loading/decode-core.js.
 * @param {Uint8Array} bytes
 */
export function encodeCore(bytes) {
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte]++;
  const frequent = [...counts.keys()].sort((a, b) => counts[b] - counts[a]);
  // Within each of the two groups bytes keep their order: neighbours stay neighbours, which helps brotli.
  const ordered = [...frequent.slice(0, SINGLE).sort((a, b) => a - b), ...frequent.slice(SINGLE).sort((a, b) => a - b)];
  const codes = /** @type {string[]} */ ([]);
  ordered.forEach((byte, index) => {
    const rare = index - SINGLE;
    codes[byte] = rare < 0 ? ALPHABET[index] : ALPHABET[SINGLE + Math.floor(rare / ALPHABET.length)] + ALPHABET[rare % ALPHABET.length];
  });
  const head = ordered.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return head + Array.from(bytes, (byte) => codes[byte]).join('');
}

/** A module whose default export is a text. @param {string} text */
export const textModule = (text) => `export default ${JSON.stringify(text)};\n`;

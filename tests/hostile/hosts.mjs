// Every character in a host, and the engine's reading of it: for Node and for pages of the browser tests.

/**
 * The positions of the character, by name: in a Latin label, at the start of one, after an Arabic letter.
 * @type {Record<string, (c: string) => string>}
 */
export const SPELLINGS = {
  inside: (c) => `a${c}b.example`,
  alone: (c) => `${c}.example`,
  arabic: (c) => `\u0627${c}.example`,
};

/** Number of characters in one article. */
export const CHUNK = 0x2000;

/**
 * Links to hosts with the characters of a chunk, one for each link, whose text is the character's number.
 * @param {number} first @param {string} spelling
 */
export function hosts(first, spelling) {
  const spans = [];
  for (let code = first; code < first + CHUNK; code++) {
    if (code < 0xd800 || code > 0xdfff) spans.push({ text: `${code} `, url: `https://${SPELLINGS[spelling](String.fromCodePoint(code))}/` });
  }
  return [{ type: 'paragraph', text: spans }];
}

/**
 * The links in HTML whose host the engine reads differently from the text. Capitals, and characters with two spellings
 * in Unicode, may change to their equivalents (NFC), and two vowels of Thai and Lao to their look-alikes. A host that
 * the engine refuses leads nowhere.
 * @param {string} html @param {string} spelling
 */
export function misread(html, spelling) {
  const wrong = [];
  let count = 0;
  for (const [, href, text] of html.matchAll(/href="([^"]*)">(\d+) /g)) {
    count++;
    const c = String.fromCodePoint(Number(text));
    const host = SPELLINGS[spelling](c);
    let read;
    try {
      read = new URL(href).hostname;
    } catch {
      continue;
    }
    let meant;
    try {
      meant = new URL(`https://${host}/`).hostname;
    } catch {
      meant = undefined;
    }
    const same = [host, host.toLowerCase()].map((one) => one.replace('\u0e33', '\u0e4d\u0e32').replace('\u0eb3', '\u0ecd\u0eb2').normalize('NFC'));
    // Some ASCII characters end the host for every parser.
    if (read !== meant || (Number(text) > 127 && !same.includes(unicode(read)))) wrong.push(`U+${Number(text).toString(16)} ${spelling}: ${href} is ${read}`);
  }
  return { wrong, count };
}

/** A host with its Punycode labels as Unicode (RFC 3492). @param {string} host */
const unicode = (host) => host.split('.').map((label) => (label.startsWith('xn--') ? decoded(label.slice(4)) : label)).join('.');

/** @param {string} label */
function decoded(label) {
  const end = label.lastIndexOf('-');
  const out = end > 0 ? [...label.slice(0, end)] : [];
  let [code, index, bias, place] = [128, 0, 72, end > 0 ? end + 1 : 0];
  while (place < label.length) {
    const start = index;
    for (let weight = 1, step = 36; ; step += 36) {
      const digit = parseInt(label[place++], 36);
      const value = digit < 10 ? digit + 26 : digit - 10;
      index += value * weight;
      const threshold = Math.min(26, Math.max(1, step - bias));
      if (value < threshold) break;
      weight *= 36 - threshold;
    }
    const length = out.length + 1;
    let delta = Math.floor((index - start) / (start === 0 ? 700 : 2));
    delta += Math.floor(delta / length);
    let steps = 0;
    for (; delta > 455; steps += 36) delta = Math.floor(delta / 35);
    bias = steps + Math.floor((36 * delta) / (delta + 38));
    code += Math.floor(index / length);
    index %= length;
    out.splice(index++, 0, String.fromCodePoint(code));
  }
  return out.join('');
}

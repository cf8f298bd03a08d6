/** Hashes by text: there are few style sheets. @type {Map<string, Promise<string>>} */
const hashes = new Map();

/**
 * The hash of a style sheet in a page, as its content security policy allows it.
 * @param {string} text
 */
export function styleHash(text) {
  let hash = hashes.get(text);
  if (!hash) hashes.set(text, (hash = digest(text)));
  return hash;
}

/** @param {string} text */
async function digest(text) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}'`;
}

/**
 * The hashes of the style sheets in an element. No text of an article is a `<style>`.
 * @param {string} html
 */
export function styleHashes(html) {
  return Promise.all([...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text]) => styleHash(/** @type {string} */ (text))));
}

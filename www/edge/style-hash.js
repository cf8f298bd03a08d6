/** Hashes by text; unlimited, because there are few style sheets. @type {Map<string, Promise<string>>} */
const hashes = new Map();

/**
 * The hash of a style sheet in a page, for its content security policy.
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
 * The hashes of the style sheets in an element. Text of an article never forms a `<style>`.
 * @param {string} html
 */
export function styleHashes(html) {
  return Promise.all([...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text]) => styleHash(/** @type {string} */ (text))));
}

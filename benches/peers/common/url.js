// Frameworks escape text and attributes, but allow `javascript:` addresses, so all peers check them here.
const links = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const images = new Set(['http:', 'https:']);

/** @param {string} url @param {Set<string>} schemes */
function checked(url, schemes) {
  try {
    return schemes.has(new URL(url).protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

export const linkUrl = (/** @type {string} */ url) => checked(url, links);
export const imageUrl = (/** @type {string} */ url) => checked(url, images);

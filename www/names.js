// Provisional until generated from src/render/names.rs.

/** Names of the elements an article may hold, by the index in an `open` operation. */
export const TAGS = Object.freeze([
  'a', 'address', 'article', 'aside', 'bdi', 'blockquote', 'br', 'cite', 'code', 'div', 'em', 'figcaption', 'figure', 'footer',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'img', 'kbd', 'li', 'mark', 'nav', 'ol', 'p', 'pre', 's', 'small', 'span',
  'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'time', 'tr', 'ul',
]);

/** Names of their attributes, by the index in an `attribute` operation. */
export const ATTRIBUTES = Object.freeze([
  'alt', 'aria-current', 'aria-label', 'aria-labelledby', 'colspan', 'datetime', 'decoding', 'dir', 'height', 'href', 'id', 'lang',
  'loading', 'part', 'referrerpolicy', 'rel', 'reversed', 'role', 'rowspan', 'scope', 'sizes', 'src', 'srcset', 'start', 'tabindex',
  'width',
]);

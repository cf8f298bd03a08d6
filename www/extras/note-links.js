/** How many blocks on each side: more than the browser lays out at a time, on the highest screens. */
const NEAR = 150;

/**
 * Shows the target of a link in a long article, whose blocks have no height before they are near the reader: those around
 * the target get theirs, and only then it is scrolled to, at once. On the way there others would get theirs and move it.
 * @param {Element} target
 */
export function layOutAround(target) {
  const block = target.closest('[part~=body] > *');
  const blocks = [...(block?.parentElement?.children ?? [])];
  const at = blocks.indexOf(/** @type {Element} */ (block));
  for (const near of blocks.slice(Math.max(0, at - NEAR), at + NEAR)) {
    /** @type {HTMLElement} */ (near).style.contentVisibility = 'visible';
  }
  target.scrollIntoView({ behavior: 'instant', block: 'center' });
}

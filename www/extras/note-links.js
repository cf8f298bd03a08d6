/** Number of blocks on each side: more than the browser lays out at a time on the highest screens. */
const NEAR = 150;

/**
 * Scrolls to the target of a link in a long article, whose blocks have no height before they are near the reader. Lays
 * out the blocks around the target first, and then scrolls at once: during smooth scrolling other blocks would get
 * their height and move the target.
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

/** How far a node is looked for that others were put in front of: what is new further on is compared no further. */
const REACH = 50;

/** What is the reader's and not the article's: an opened box, a focus moved there; and what the widget says. */
const KEPT = /^(open|tabindex|aria-busy)$/;

/**
 * Makes a shown element the same as a fresh one, which is taken apart. What has not changed stays the same node, so
 * that focus, selection, scroll position and playing media survive. Pauses after each node, to be run in slices.
 * @param {Element} shown
 * @param {Element} fresh  of the same name
 * @returns {Generator<undefined, void>}
 */
export function* morph(shown, fresh) {
  for (const { name } of [...shown.attributes, ...fresh.attributes]) {
    const value = fresh.getAttribute(name);
    if (KEPT.test(name) || value === shown.getAttribute(name)) continue;
    if (value === null) shown.removeAttribute(name);
    else shown.setAttribute(name, value);
  }
  let node = shown.firstChild;
  for (let next = fresh.firstChild, after; next; next = after) {
    after = next.nextSibling;
    const same = find(next, node);
    if (same) {
      removeUntil(same, node);
      node = same.nextSibling;
    } else if (node && isAlike(node, next) && !find(node, after)) {
      if (node.nodeType === 3) node.nodeValue = next.nodeValue;
      else yield* morph(/** @type {Element} */ (node), /** @type {Element} */ (next));
      node = node.nextSibling;
    } else {
      shown.insertBefore(next, node);
    }
    yield;
  }
  removeUntil(null, node);
}

/**
 * A node's equal among the siblings from another one on.
 * @param {Node} node @param {ChildNode | null} from
 */
function find(node, from) {
  for (let left = REACH; from && left > 0; left--, from = from.nextSibling) {
    if (from.isEqualNode(node)) return from;
  }
}

/** @param {Node | null} end @param {ChildNode | null} node */
function removeUntil(end, node) {
  while (node && node !== end) {
    const { nextSibling } = node;
    node.remove();
    node = nextSibling;
  }
}

/**
 * Whether one node can become another one. A player plays on what it has begun with, and what a reader has opened says
 * nothing of another box.
 * @param {Node} shown @param {Node} fresh
 */
function isAlike(shown, fresh) {
  const name = shown.nodeName;
  return name === fresh.nodeName && !/^(audio|video)$/i.test(name)
    && (!/^details$/i.test(name) || shown.firstChild?.textContent === fresh.firstChild?.textContent);
}

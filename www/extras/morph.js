import { detach } from '../render/dom.js';

/** Number of siblings among which a moved node is searched; beyond that, nodes are not compared. */
const REACH = 50;

/**
 * Changes a shown element into a fresh one, which is taken apart. Unchanged nodes stay, so that focus, selection,
 * scroll position and playing media survive. Pauses after each node, to be run in slices.
 * @param {Element} shown
 * @param {Element} fresh  of the same name
 * @param {WeakSet<Element>} opened  boxes of either element that the article itself opened
 * @returns {Generator<undefined, void>}
 */
export function* morph(shown, fresh, opened) {
  for (const { name } of [...shown.attributes, ...fresh.attributes]) {
    const value = fresh.getAttribute(name);
    const before = shown.getAttribute(name);
    // A reader's changes stay: a box opened or closed, a focus moved there. So does the widget's own `aria-busy`.
    const reader = name === 'open' ? (before !== null) !== opened.has(shown) : name === 'tabindex' && value === null && before === '-1';
    if (value === before || reader || name === 'aria-busy') continue;
    if (value === null) shown.removeAttribute(name);
    else shown.setAttribute(name, value);
  }
  if (fresh.hasAttribute('open')) opened.add(shown);
  else opened.delete(shown);
  let node = shown.firstChild;
  for (let next = fresh.firstChild, after; next; next = after) {
    after = next.nextSibling;
    const same = find(next, node);
    if (same) {
      removeUntil(same, node);
      node = same.nextSibling;
    } else if (node && isAlike(node, next) && !find(node, after)) {
      if (node.nodeType === 3) node.nodeValue = next.nodeValue;
      else yield* morph(/** @type {Element} */ (node), /** @type {Element} */ (next), opened);
      node = node.nextSibling;
    } else {
      shown.insertBefore(next, node);
    }
    yield;
  }
  removeUntil(null, node);
}

/**
 * The equal of a node among the siblings that begin with another node.
 * @param {Node} node @param {ChildNode | null} from
 */
function find(node, from) {
  for (let left = REACH; from && left > 0; left--, from = from.nextSibling) {
    if (from.isEqualNode(node)) return from;
  }
}

/**
 * Removes nodes, except the open lightbox, which belongs to the reader.
 * @param {Node | null} end
 * @param {ChildNode | null} node
 */
function removeUntil(end, node) {
  while (node && node !== end) {
    const { nextSibling } = node;
    if (!/^dialog$/i.test(node.nodeName)) detach(node);
    node = nextSibling;
  }
}

/**
 * Whether one node can become another. A player keeps playing its first source, and the state of a reader's box says
 * nothing about another box.
 * @param {Node} shown @param {Node} fresh
 */
function isAlike(shown, fresh) {
  const name = shown.nodeName;
  return name === fresh.nodeName && !/^(audio|video)$/i.test(name)
    && (!/^details$/i.test(name) || shown.firstChild?.textContent === fresh.firstChild?.textContent);
}

import { XHTML, createDocumentFragment, createElementNS, createTextNode } from './dom.js';
import { ATTRIBUTES, TAGS } from './names.js';

const CLOSE = 0, OPEN = 1, ATTRIBUTE = 2, TEXT = 3;

/**
 * Plays a batch of operations into nodes: the only code that makes content nodes in a browser.
 * One u32 an operation, its kind in the low two bits; names come from the closed tables of names.js, values and texts
 * from one string, in order. What is not in the tables is left out.
 * @param {Document} document  the nodes' owner
 * @param {Uint32Array | number[]} ops  u32s; must not change while they are played: copy a view on wasm memory
 * @param {string} text
 * @param {Element | DocumentFragment} fragment  gets the nodes; those that were moved elsewhere in between get the rest there
 * @returns {(budget?: number) => boolean} plays so many operations more, and the attributes and the first text of the last
 *   one; in between, what was played can stand in a page. Whether the batch is done
 */
export function player(document, ops, text, fragment) {
  let next = 0;
  let textAt = 0;
  /** The open elements, the fragment first. @type {(Element | DocumentFragment)[]} */
  const open = [fragment];
  // How many of them stand in their place. The next one gets there with all it holds, so that a page sees each block once.
  let placed = 1;
  return (budget = Infinity) => {
    const end = Math.min(ops.length, next + budget);
    let parent = open[open.length - 1];
    let offset = textAt;
    let i = next;
    for (; i < end; i++) {
      const op = ops[i];
      const kind = op & 3;
      if (kind === CLOSE) {
        if (open.length === 1) continue;
        open.pop();
        const node = parent;
        parent = open[open.length - 1];
        if (open.length < placed) placed--;
        else if (open.length === placed) place(node, parent);
      } else if (kind === OPEN) {
        const tag = TAGS[op >>> 2];
        // An unknown element becomes a fragment that is never attached, and takes its content along.
        const node = tag ? createElementNS.call(document, XHTML, tag) : createDocumentFragment.call(document);
        // Before it gets to its parent: Firefox goes by the `kind` that a track has then.
        for (; (ops[i + 1] & 3) === ATTRIBUTE; i++) {
          const attribute = ops[i + 1];
          const name = ATTRIBUTES[(attribute >>> 2) & 0xff];
          const value = text.slice(offset, offset += attribute >>> 10);
          if (name) /** @type {Element} */ (node).setAttribute?.(name, value);
        }
        // What begins with text gets it in one call, in the place of two.
        if ((ops[i + 1] & 3) === TEXT) node.textContent = text.slice(offset, offset += ops[++i] >>> 2);
        if (tag && open.length > placed) parent.appendChild(node);
        open.push(parent = node);
      } else if (kind === TEXT) {
        parent.appendChild(createTextNode.call(document, text.slice(offset, offset += op >>> 2)));
      }
    }
    if (open.length > placed) place(open[placed], open[placed - 1]);
    placed = open.length;
    next = i;
    textAt = offset;
    return i >= ops.length;
  };
}

/**
 * Puts an element at the end of another one; not a fragment, which stands for an element that is left out.
 * @param {Element | DocumentFragment} node @param {Element | DocumentFragment} parent
 */
function place(node, parent) {
  if ('setAttribute' in node) parent.appendChild(node);
}

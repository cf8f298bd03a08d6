import { XHTML, createDocumentFragment, createElementNS, createTextNode } from './dom.js';
import { ATTRIBUTES, TAGS } from './names.js';

const CLOSE = 0, OPEN = 1, ATTRIBUTE = 2, TEXT = 3;

/**
 * Plays a batch of operations into nodes: the only code that makes content nodes in a browser. Each operation is one
 * u32 with its kind in the low two bits. Names come from the closed tables of names.js, values and texts from one
 * string, in order. Names outside the tables are left out.
 * @param {Document} document  the nodes' owner
 * @param {Uint32Array | number[]} ops  u32s; must not change while they are played: copy a view on wasm memory
 * @param {string} text
 * @param {Element | DocumentFragment} fragment  gets the nodes. If some were moved in between, the rest follows them
 * @returns {(budget?: number) => boolean} plays that many operations, and the attributes and first text of the last
 *   one. Between calls, the nodes played so far may be in a page. Returns whether the batch is done
 */
export function player(document, ops, text, fragment) {
  let next = 0;
  let textAt = 0;
  /** The open elements, the fragment first. @type {(Element | DocumentFragment)[]} */
  const open = [fragment];
  // Number of open elements that are in place. The next one is placed with its content, so that a page sees each block
  // once.
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
        // An unknown element becomes a fragment that is never attached, so its content is left out too.
        const node = tag ? createElementNS.call(document, XHTML, tag) : createDocumentFragment.call(document);
        // Before it is attached: Firefox uses the `kind` that a track has at that time.
        for (; (ops[i + 1] & 3) === ATTRIBUTE; i++) {
          const attribute = ops[i + 1];
          const name = ATTRIBUTES[(attribute >>> 2) & 0xff];
          const value = text.slice(offset, offset += attribute >>> 10);
          if (name) /** @type {Element} */ (node).setAttribute?.(name, value);
        }
        // An element that begins with text gets it in one call instead of two.
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
 * Appends an element to another; not a fragment, which replaces an element that is left out.
 * @param {Element | DocumentFragment} node @param {Element | DocumentFragment} parent
 */
function place(node, parent) {
  if ('setAttribute' in node) parent.appendChild(node);
}

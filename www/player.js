import { XHTML, createDocumentFragment, createElementNS, createTextNode } from './dom.js';
import { ATTRIBUTES, TAGS } from './names.js';

const CLOSE = 0, OPEN = 1, ATTRIBUTE = 2;

/**
 * Plays a batch of operations into nodes: the only code that makes content nodes in a browser.
 * One u32 an operation, its kind in the low two bits; names come from the closed tables of names.js, values and texts
 * from one string, in order. What is not in the tables is left out.
 */
export class Player {
  #document;
  #ops;
  #text;
  #next = 0;
  #offset = 0;
  /** @type {(Element | DocumentFragment)[]} the open elements, the fragment first */
  #open;

  /**
   * @param {Document} document  the nodes' owner
   * @param {Uint32Array} ops  must not change while the player is in use: copy a view on wasm memory
   * @param {string} text
   */
  constructor(document, ops, text) {
    this.#document = document;
    this.#ops = ops;
    this.#text = text;
    /** Holds what was played, unless it has been moved elsewhere in between. */
    this.fragment = createDocumentFragment.call(document);
    this.#open = [this.fragment];
  }

  /**
   * Plays up to `budget` operations more.
   * @param {number} [budget]
   * @returns {boolean} whether the batch is done
   */
  step(budget = Infinity) {
    const document = this.#document, ops = this.#ops, text = this.#text, open = this.#open;
    const end = Math.min(ops.length, this.#next + budget);
    let parent = open[open.length - 1];
    let offset = this.#offset;
    for (let i = this.#next; i < end; i++) {
      const op = ops[i];
      const kind = op & 3;
      if (kind === CLOSE) {
        if (open.length > 1) open.pop();
        parent = open[open.length - 1];
      } else if (kind === OPEN) {
        const tag = TAGS[op >>> 2];
        // An unknown element becomes a fragment that is never attached, and takes its content along.
        const node = tag ? createElementNS.call(document, XHTML, tag) : createDocumentFragment.call(document);
        if (tag) parent.appendChild(node);
        open.push(parent = node);
      } else if (kind === ATTRIBUTE) {
        const name = ATTRIBUTES[(op >>> 2) & 0xff];
        const value = text.slice(offset, offset += op >>> 10);
        if (name && 'setAttribute' in parent) parent.setAttribute(name, value);
      } else {
        parent.appendChild(createTextNode.call(document, text.slice(offset, offset += op >>> 2)));
      }
    }
    this.#next = end;
    this.#offset = offset;
    return end === ops.length;
  }
}

/**
 * Plays a whole batch.
 * @param {Document} document
 * @param {Uint32Array} ops
 * @param {string} text
 */
export function play(document, ops, text) {
  const player = new Player(document, ops, text);
  player.step();
  return player.fragment;
}

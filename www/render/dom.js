/** Namespace of HTML elements, given explicitly so that it works in XHTML pages too. */
export const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * Functions that make and find nodes, to be called on a document. They come from the prototypes of the page's own
 * document: `<img name="createElementNS">` shadows the document's method, and MooTools sets a class of its own as
 * `window.Document`.
 */
export const { createDocumentFragment, createElementNS, createTextNode, querySelector } =
  /** @type {Document} */ (globalThis.document ? Object.getPrototypeOf(document) : {});

/**
 * A property of a node as its class defines it. On a host page, names of images and form fields shadow properties of
 * the document and of forms.
 * @template {object} T
 * @template {keyof T} K
 * @param {T} node
 * @param {K} name
 * @returns {T[K]}
 */
export const own = (node, name) => Reflect.get(Object.getPrototypeOf(node), name, node);

/**
 * Calls a method of a node as its class defines it.
 * @param {Node} node
 * @param {string} name
 * @param {...unknown} values
 */
export const call = (node, name, ...values) => own(/** @type {any} */ (node), name).apply(node, values);

/**
 * Removes a node from its parent, if it has one. Prototype.js replaces `remove` by a function that throws for a node
 * without a parent.
 * @param {ChildNode} node
 */
export const detach = (node) => node.parentNode?.removeChild(node);

/**
 * Makes an element of the widget itself, with its attributes.
 * @param {Document} document
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 */
export function element(document, name, attributes = {}) {
  const node = /** @type {HTMLElement} */ (createElementNS.call(document, XHTML, name));
  for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, value);
  return node;
}

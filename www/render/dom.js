/** Namespace of HTML elements, named so that XHTML pages get them too. */
export const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * Makers and finders of nodes, to be called on a document. They are taken from the prototypes of the page's own document:
 * `<img name="createElementNS">` shadows the document's method, and MooTools puts a class of its own at `window.Document`.
 */
export const { createDocumentFragment, createElementNS, createTextNode, querySelector } =
  /** @type {Document} */ (globalThis.document ? Object.getPrototypeOf(document) : {});

/**
 * A property of a node as its class defines it. On a host page the names of images and form fields shadow the properties
 * of the document and of the form.
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
 * Takes a node out of its parent, if it has one. Prototype.js has a `remove` of its own, which throws for a node without.
 * @param {ChildNode} node
 */
export const detach = (node) => node.parentNode?.removeChild(node);

/**
 * An element of the widget's own, with its attributes.
 * @param {Document} document
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 */
export function element(document, name, attributes = {}) {
  const node = /** @type {HTMLElement} */ (createElementNS.call(document, XHTML, name));
  for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, value);
  return node;
}

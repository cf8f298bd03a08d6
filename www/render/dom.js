/** Namespace of HTML elements, named so that XHTML pages get them too. */
export const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * Makers and finders of nodes, taken from the prototype: on a host page `<img name="createElementNS">` shadows the document's own method.
 * To be called on a document.
 */
export const { createDocumentFragment, createElementNS, createTextNode, querySelector } =
  globalThis.Document?.prototype ?? /** @type {Document} */ ({});

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

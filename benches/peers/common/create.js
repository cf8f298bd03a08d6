/** @param {string} name @param {Record<string, string | number | undefined>} attributes @param {...(Node | string)} children */
export function create(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const attribute in attributes) {
    const value = attributes[attribute];
    if (value !== undefined) node.setAttribute(attribute, String(value));
  }
  node.append(...children);
  return node;
}

// The part of the DOM that the player needs, to test it without a browser. Import it before www/ modules.

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

class FakeNode {
  /** @type {FakeNode[]} */
  childNodes = [];
  /** @type {Map<string, string>} */
  attributes = new Map();
  name = '';
  text = '';

  /** @param {FakeNode} child */
  appendChild(child) {
    this.childNodes.push(child);
    return child;
  }

  /** @param {string} text */
  set textContent(text) {
    this.childNodes = [Object.assign(new FakeNode(), { text })];
  }

  toString() {
    const inner = escaped(this.text) + this.childNodes.join('');
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
    return this.name ? `<${this.name}${attributes}>${inner}</${this.name}>` : inner;
  }
}

class FakeElement extends FakeNode {
  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.attributes.set(name, value);
  }
}

class FakeDocument {
  /** @param {string} namespace @param {string} name */
  createElementNS(namespace, name) {
    if (namespace !== 'http://www.w3.org/1999/xhtml') throw new Error(`namespace ${namespace}`);
    return Object.assign(new FakeElement(), { name });
  }

  /** @param {string} text */
  createTextNode(text) {
    return Object.assign(new FakeNode(), { text });
  }

  createDocumentFragment() {
    return new FakeNode();
  }
}


export const document = /** @type {Document} */ (/** @type {unknown} */ (new FakeDocument()));
Object.assign(globalThis, { document });

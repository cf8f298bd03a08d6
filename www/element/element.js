import { bare } from '../render/bare.js';
import { own } from '../render/dom.js';
import { toJson } from './json.js';
import { pageLanguage } from './messages.js';
import { address, value } from './input.js';
import { ATTRIBUTES, OPTIONS, attributeText, camelCase, flag, json } from './options.js';
import { Widget } from './widget.js';

/**
 * @import { Article, Options } from '../entry/index.d.ts'
 * @import { Input } from './widget.js'
 */

// The module must load on a server too, even if it is not used there.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/**
 * The `<article-widget>` element. Its attributes are its state; changes within one task are applied together. The
 * article comes from the property `article`, else from `src`, else from a `<script type="application/json">` child.
 */
export class ArticleWidget extends Base {
  static observedAttributes = ATTRIBUTES;

  #widget;
  /** @type {{ value: Article | string } | null} a new object at each assignment; so a changed article is read again */
  #article = null;
  /** The key of the article that is shown or is loading. @type {unknown} */
  #key;
  #options = '';
  /** Whether the root came with an article that a server rendered from the same attributes. */
  #prerendered;
  /** The server's report of it, as JSON, until `load` has fired. @type {string | null | false} */
  #report;
  #scheduled = false;
  /** @type {AbortController | null} of the wait for a source */
  #waiting = null;

  constructor() {
    super();
    const internals = this.attachInternals?.();
    this.#widget = new Widget(this, this.shadowRoot ?? this.attachShadow(bare({ mode: 'open' })), internals);
    this.#prerendered = this.#widget.filled;
    this.#report = this.#prerendered && this.getAttribute('report');
    this.#takeEarlyProperties();
  }

  /** The article given as an object or as JSON text; null if it comes from elsewhere. */
  get article() {
    return this.#article?.value ?? null;
  }

  set article(value) {
    this.#article = value == null ? null : { value };
    this.#schedule();
  }

  /** Fetches and shows the article again. */
  reload() {
    this.#key = undefined;
    this.#prerendered = false;
    this.#widget.forget();
    this.#schedule();
  }

  connectedCallback() {
    this.#schedule();
  }

  disconnectedCallback() {
    this.#schedule();
  }

  adoptedCallback() {
    this.#widget.restyle();
  }

  attributeChangedCallback() {
    this.#schedule();
  }

  /** Properties that were set before the element was defined are own properties, and hide the accessors. */
  #takeEarlyProperties() {
    for (const name of ['article', ...ATTRIBUTES.map(camelCase)]) {
      if (!Object.hasOwn(this, name)) continue;
      const early = /** @type {any} */ (this);
      const value = early[name];
      delete early[name];
      early[name] = value;
    }
  }

  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      try {
        this.#update();
      } catch (cause) {
        // The page gets the `error` event instead of an exception.
        this.#show({ key: {}, read: () => Promise.reject(cause) }, {});
      }
    });
  }

  /** Makes the shown article match the attributes. A move within the page changes nothing, so it does nothing. */
  #update() {
    this.#waiting?.abort();
    this.#waiting = null;
    if (!this.isConnected) return this.#leave();
    const options = this.#readOptions();
    if (this.#prerendered) this.#widget.extend(options);
    if (this.#report) this.#widget.fire('load', json(this.#report));
    this.#report = null;
    const input = this.#input();
    if (!input) return this.#wait();
    const serialized = toJson(options) + pageLanguage(this);
    if (input.key === this.#key && serialized === this.#options) return this.#widget.restyle();
    this.#key = input.key;
    this.#options = serialized;
    if (!this.#prerendered) this.#show(input, options);
    this.#prerendered = false;
  }

  /** @param {Input} input @param {Options} options */
  #show(input, options) {
    this.#widget.show(input, options).catch(() => {});
  }

  #leave() {
    if (!this.#widget.busy) return;
    this.#widget.stop();
    this.#key = undefined;
  }

  /** Without a source the host's own content stays. An inline article may still be parsed or inserted. */
  #wait() {
    if (this.#key !== undefined) this.#widget.clear();
    this.#key = undefined;
    const { signal } = this.#waiting = new AbortController();
    const schedule = () => this.#schedule();
    const observer = new MutationObserver(schedule);
    observer.observe(this, bare({ childList: true }));
    signal.addEventListener('abort', () => observer.disconnect());
    globalThis.addEventListener('DOMContentLoaded', schedule, bare({ signal }));
  }

  /** @returns {Input | null} */
  #input() {
    if (this.#article) return { key: this.#article, read: value(this.#article.value) };
    const src = this.getAttribute('src');
    if (src !== null) {
      const credentials = this.getAttribute('crossorigin') === 'use-credentials' ? 'include' : 'same-origin';
      return { key: `${credentials} ${src}`, read: address(src, this.baseURI, credentials) };
    }
    const script = this.querySelector(':scope > script[type="application/json" i]');
    if (!script || !isParsed(script)) return null;
    return { key: script.textContent, read: value(script.textContent ?? '') };
  }

  /** @returns {Options} */
  #readOptions() {
    const options = /** @type {Record<string, unknown>} */ (bare());
    for (const [name, read] of Object.entries(OPTIONS)) {
      const value = this.getAttribute(name);
      if (value !== null) options[camelCase(name)] = read(value);
    }
    return options;
  }
}

/**
 * Whether the parser has passed a node; before that, its text may be incomplete.
 * @param {Node} node
 */
function isParsed(node) {
  if (own(/** @type {Document} */ (node.ownerDocument), 'readyState') !== 'loading') return true;
  for (let at = /** @type {Node | null} */ (node); at; at = own(at, 'parentNode')) {
    if (own(at, 'nextSibling')) return true;
  }
  return false;
}

// Every element has `lang` and `dir`.
for (const attribute of ATTRIBUTES.filter((name) => name !== 'lang' && name !== 'dir')) {
  Object.defineProperty(ArticleWidget.prototype, camelCase(attribute), bare({
    configurable: true,
    enumerable: true,
    /** @this {ArticleWidget} */
    get() {
      const value = this.getAttribute(attribute);
      return OPTIONS[attribute] === flag ? value !== null : value;
    },
    /** @this {ArticleWidget} @param {unknown} value */
    set(value) {
      if (value == null || value === false) this.removeAttribute(attribute);
      else this.setAttribute(attribute, attributeText(value));
    },
  }));
}

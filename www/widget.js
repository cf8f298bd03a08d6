import { render, renderBatch } from './core.js';
import { element } from './dom.js';
import { ArticleError } from './errors.js';
import { Host } from './host.js';
import { loadLabels } from './labels.js';
import { loadCore, loadCoreFor } from './loader.js';
import { messages, pageLanguage } from './messages.js';
import { Player } from './player.js';
import { MAX_BYTES } from './source.js';
import { adoptStylesheet, dropStylesheet, loadStylesheet } from './stylesheet.js';

/**
 * @import { Options, Report } from './index.d.ts'
 * @import { Core } from './loader.js'
 * @import { Source } from './source.js'
 *
 * @typedef {object} Input
 * @property {unknown} key  the same key stands for the same bytes
 * @property {Source} read
 */

/**
 * Shows articles in a shadow root: the whole life of a widget but for where its input comes from, which the custom
 * element and `mount` each know. The root holds the article, or a slot with the host's own content in its place, and a
 * status line.
 */
export class Widget {
  #host;
  #root;
  #internals;
  #slot;
  #status;
  #message;
  #retry;
  /** @type {Element | null} */
  #article;
  /** @type {AbortController | null} of the load under way */
  #loading = null;
  /** @type {{ key: unknown, bytes: Uint8Array } | null} the last input, kept for another rendering of it */
  #input = null;
  #again = () => {};
  #listeners = new AbortController();

  /**
   * @param {Element} host
   * @param {ShadowRoot} root  empty, or with an article rendered by a server
   * @param {ElementInternals} [internals]
   */
  constructor(host, root, internals) {
    this.#host = host;
    this.#root = root;
    this.#internals = internals;
    const document = root.ownerDocument;
    this.#article = root.querySelector('[part~=article]');
    this.#slot = root.querySelector('slot') ?? element(document, 'slot');
    this.#status = element(document, 'div', { part: 'status', role: 'status' });
    this.#message = element(document, 'span', { part: 'message' });
    this.#retry = element(document, 'button', { part: 'retry', type: 'button' });
    if (!this.#article) root.append(this.#slot);
    this.#status.append(this.#message);
    root.append(this.#status);
    root.addEventListener('click', (event) => this.#click(/** @type {MouseEvent} */ (event)), this.#listeners);
    adoptStylesheet(root);
  }

  /** Whether an article is shown. */
  get filled() {
    return this.#article !== null;
  }

  /** Whether an article is on its way. */
  get busy() {
    return this.#loading !== null;
  }

  /** Styles the root anew: after a move to another document, which strips it, or for another theme. */
  restyle() {
    void loadStylesheet(this.#root);
  }

  /**
   * Shows an article in place of what is shown. Fires `load` or `error` on the host, unless another call or `stop` comes
   * first: it then fails as `aborted`, which only the caller learns.
   * @param {Input} input
   * @param {Options} options
   * @returns {Promise<Report>}
   */
  async show(input, options) {
    this.stop();
    const loading = this.#loading = new AbortController();
    this.#again = () => void this.show(input, options).catch(() => {});
    this.#setBusy(true);
    // Readers are told in the page's language, once its labels are here or cannot be had.
    const labels = loadLabels(this.#language());
    this.#say('loading', false, true);
    void labels.then(() => this.#loading === loading && this.#say('loading'));
    try {
      // Without what libraries put into every object.
      options = Object.assign(Object.create(null), options);
      const reading = this.#read(input, options, loading);
      const [bytes] = await Promise.all([reading, loadCoreFor(options.format, reading), loadStylesheet(this.#root, options.related)]);
      if (this.#loading !== loading) throw aborted();
      const report = await this.#render(bytes, options, loading);
      this.#settle();
      this.#fire('load', report);
      return report;
    } catch (cause) {
      if (this.#loading !== loading) throw aborted();
      loading.abort();
      await labels;
      if (this.#loading !== loading) throw aborted();
      const error = cause instanceof ArticleError ? cause : new ArticleError('crash', String(cause), { cause });
      this.#settle();
      this.#fail(error);
      throw error;
    }
  }

  /** Ends the load under way, if any. */
  stop() {
    this.#loading?.abort();
    this.#settle();
  }

  /** Makes the next `show` read its input anew. */
  forget() {
    this.#input = null;
  }

  /** Takes away what is shown; the host's own content is seen again. */
  clear() {
    this.stop();
    this.forget();
    this.#article?.remove();
    this.#article = null;
    this.#say(null);
    this.#root.prepend(this.#slot);
  }

  /** Ends the widget. An element keeps its shadow root for life: only the slot for its own content is left in it. */
  dispose() {
    this.clear();
    this.#listeners.abort();
    this.#status.remove();
    dropStylesheet(this.#root);
  }

  /**
   * @param {Input} input
   * @param {Options} options
   * @param {AbortController} controller
   */
  async #read({ key, read }, { maxBytes }, controller) {
    const known = this.#input;
    if (known && known.key === key) return known.bytes;
    this.#input = null;
    const bytes = await read({ controller, maxBytes: Number(maxBytes) || MAX_BYTES });
    if (this.#loading === controller) this.#input = { key, bytes };
    return bytes;
  }

  /**
   * Renders with the core that is there, and shows the outcome; fetches more labels, or a core that reads more,
   * where they are needed.
   * @param {Uint8Array} bytes
   * @param {Options} options
   * @param {AbortController} loading
   * @returns {Promise<Report>}
   */
  async #render(bytes, options, loading) {
    const host = new Host();
    options = Object.assign(Object.create(null), { hostLang: pageLanguage(this.#host) || undefined }, options);
    let report;
    try {
      report = render(renderBatch, bytes, options, host);
    } catch (error) {
      const needed = /^(html|formats)-needed$/.exec(error instanceof ArticleError ? error.code : '');
      if (!needed) throw error;
      await loadCore(/** @type {Core} */ (needed[1]));
      return this.#render(bytes, options, loading);
    }
    if (host.missing && (await loadLabels(host.missing))) report = render(renderBatch, bytes, options, host);
    if (this.#loading !== loading) throw aborted();
    this.#put(host);
    return report;
  }

  /** Puts what was rendered in the place of what is shown. @param {Host} host */
  #put(host) {
    const player = new Player(this.#root.ownerDocument, host.ops, host.text);
    player.step();
    const article = player.fragment.firstElementChild;
    const retried = this.#root.activeElement === this.#retry;
    (this.#article ?? this.#slot).replaceWith(player.fragment);
    this.#article = article;
    this.#say(null);
    // Where the button was that brought the article, reading goes on with it.
    if (retried) focus(article, { preventScroll: true });
  }

  /** @param {ArticleError} error */
  #fail(error) {
    this.#article?.replaceWith(this.#slot);
    this.#article = null;
    this.#input = null;
    this.#say('failed', error.retryable);
    const { code, path, message, status, warnings } = error;
    this.#fire('error', { code, path, message, status, warnings });
  }

  #settle() {
    this.#loading = null;
    this.#setBusy(false);
  }

  /** @param {boolean} busy */
  #setBusy(busy) {
    if (this.#internals) this.#internals.ariaBusy = busy ? 'true' : null;
    if (busy) this.#article?.setAttribute('aria-busy', 'true');
    else this.#article?.removeAttribute('aria-busy');
  }

  /** The language in which readers of the page are told how it stands. */
  #language() {
    return pageLanguage(this.#host) || navigator.language;
  }

  /**
   * Tells readers how it stands, in the page's language.
   * @param {'loading' | 'failed' | null} state
   * @param {boolean} [retryable]  whether to offer another attempt
   * @param {boolean} [silent]  whether the words for it are still to come
   */
  #say(state, retryable = false, silent = false) {
    const { lang, retry, ...texts } = messages(this.#language());
    this.#status.setAttribute('part', state ? `status ${state}` : 'status');
    this.#status.lang = lang;
    this.#status.dir = 'auto';
    this.#message.textContent = silent ? '' : state && texts[state];
    this.#retry.textContent = retry;
    // A button just pressed stays in its place while its attempt runs, so as not to lose the focus.
    const pressed = state === 'loading' && this.#root.activeElement === this.#retry;
    if (!retryable && !pressed) this.#retry.remove();
    else if (!this.#retry.isConnected) this.#status.append(this.#retry);
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    // The host's own content passes through here too, by the slot.
    if (!this.#root.contains(target)) return;
    if (target === this.#retry) return this.#again();
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest('a[href]'));
    if (!link) return;
    const fragment = link.getAttribute('href')?.match(/^#(.+)/)?.[1];
    if (fragment) {
      // Browsers look for a link's target in the page alone, not in shadow roots.
      event.preventDefault();
      return focus(this.#root.getElementById(fragment));
    }
    const part = link.closest('[part]')?.getAttribute('part') ?? '';
    // A click that asks for a new tab or a download is the browser's, not a router's.
    const plain = event.button === 0 && !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
    if (!this.#fire('linkclick', { href: link.href, part }, plain)) event.preventDefault();
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   * @param {boolean} [cancelable]
   */
  #fire(type, detail, cancelable = false) {
    return this.#host.dispatchEvent(new CustomEvent(type, { detail, cancelable }));
  }
}

/**
 * Moves the focus to any element.
 * @param {Element | null} element
 * @param {FocusOptions} [options]
 */
function focus(element, options) {
  const target = /** @type {HTMLElement | null} */ (element);
  if (target?.tabIndex === -1) target.tabIndex = -1; // not focusable before, or already so
  target?.focus(options);
}

function aborted() {
  return new ArticleError('aborted', 'another article was asked for, or the widget was removed');
}

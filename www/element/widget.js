import { bare } from '../render/bare.js';
import { forgetCrashes, inTurn, rendering, reportOf } from '../render/core.js';
import { call, detach, element, own } from '../render/dom.js';
import { ArticleError } from '../loading/errors.js';
import { Host, dateFormat } from '../render/core-callbacks.js';
import { labelsOf, loadLabels } from '../loading/labels.js';
import { extras } from '../extras/load-extras.js';
import { Load } from '../loading/load-task.js';
import { isServing, loadCore, loadCoreFor } from '../loading/cores.js';
import { pageLanguage } from './messages.js';
import { drawing, inSlices, isLong, soon } from '../render/time-slicing.js';
import { MAX_BYTES, optionBytes, optionsOf } from './input.js';
import { Status } from './status.js';
import { adoptStylesheet, dropStylesheet, loadStylesheet } from '../loading/stylesheet.js';

/**
 * @import { Options, Report } from '../entry/index.d.ts'
 * @import { Core } from '../loading/cores.js'
 * @import { Source } from './input.js'
 *
 * @typedef {object} Input
 * @property {unknown} key  the same key means the same bytes
 * @property {Source} read
 */

/**
 * Shows articles in a shadow root: the whole life of a widget, except the source of its input, which the custom element
 * and `mount` supply. The root holds the article, or a slot with the host's own content, and, after the first message,
 * a status line.
 */
export class Widget {
  #host;
  #root;
  #internals;
  #slot;
  /** @type {Status | undefined} */
  #status;
  /** The load of which nothing is visible yet. @type {Load | null} */
  #waiting = null;
  /** @type {Element | null} */
  #article;
  /** The load in progress. @type {Load | null} */
  #loading = null;
  /** @type {{ key: unknown, bytes: Uint8Array } | null} the last input, kept to render it again */
  #input = null;
  #again = () => {};
  /** Ends the extras that `extend` began. @type {AbortController | undefined} */
  #extras;
  /** The options of the article that is shown. @type {Options} */
  #options = bare();
  /** The theme that an option set as the host's attribute. @type {string | undefined} */
  #theme;
  /** The boxes that the article itself opened. @type {WeakSet<Element> | undefined} */
  #opened;
  /** Draws the rest of the current article at once. */
  #finish = () => {};

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
    if (this.#article?.parentNode === root) {
      const frame = element(document, 'div');
      this.#article.replaceWith(frame);
      frame.append(this.#article);
    }
    this.#slot = root.querySelector('slot') ?? element(document, 'slot');
    // The parser may add an element's children later.
    if (!this.#article && (internals || own(host, 'firstChild'))) root.append(this.#slot);
    root.addEventListener('click', this.#click);
    // A width of a picture that its host refuses gives way to the article's own address. Errors in the host's own content
    // arrive here too, through the slot.
    const refused = (/** @type {any} */ { target }) => {
      if (target.currentSrc !== target.src && root.contains(target)) target.removeAttribute('srcset');
    };
    root.addEventListener('error', refused, true);
    // Pictures of a server's article may have failed already.
    for (const target of root.querySelectorAll('img')) if (target.complete && !target.naturalWidth) refused({ target });
    adoptStylesheet(root);
  }

  /** Whether an article is shown. */
  get filled() {
    return this.#article !== null;
  }

  /** Whether an article is loading. */
  get busy() {
    return this.#loading !== null;
  }

  /** Adopts the style sheets again: after a move to another document, which removes them, or for another theme. */
  restyle() {
    void loadStylesheet(this.#root);
    // Only dates in the page are kept current.
    this.extend(this.#options);
  }

  /**
   * Shows an article, which replaces the shown one. Fires `load` or `error` on the host, unless another call or `stop`
   * comes first: then it fails as `aborted`, which only the caller sees.
   * @param {Input} input
   * @param {Options} options
   * @param {boolean} [quiet]  without `load`: the shown article only gets labels that arrived late
   * @returns {Promise<Report>}
   */
  async show(input, options, quiet) {
    this.stop();
    const loading = this.#loading = this.#waiting = new Load();
    const again = this.#again = () => void this.show(input, options).catch(() => {});
    this.#setBusy(true);
    // Messages are in the page's language, after its labels have arrived or failed.
    const hostLang = pageLanguage(this.#host);
    const lang = hostLang || navigator.language;
    const labels = soon(loadLabels(lang));
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    loading.wait = () => {
      timer ??= setTimeout(() => {
        if (this.#waiting !== loading) return;
        // Prepares dates while the network is slow: most articles have one, and the first takes `Intl` a tenth of a
        // second. The core writes English dates itself.
        if (!/^en(-US)?$/.test(lang)) dateFormat(lang);
        labels.then(() => this.#waiting === loading && this.#say('loading'));
      });
    };
    try {
      const given = optionsOf(options, hostLang);
      this.#setTheme(given.theme);
      const reading = this.#read(input, given, loading);
      if (loading.controller || !isServing()) loading.wait();
      const [bytes] = await Promise.all([
        reading, loadCoreFor(given.format || given.images && 'html', reading), soon(loadStylesheet(this.#root, given.related)),
      ]);
      loading.check();
      const report = await this.#render(bytes, given, loading);
      this.#settle();
      if (!quiet) this.fire('load', report);
      loading.late?.then((there) => { if (there && this.#again === again) this.show(input, options, true).catch(() => {}); });
      return report;
    } catch (cause) {
      loading.check();
      loading.end();
      await labels;
      if (this.#loading !== loading) loading.check();
      const error = cause instanceof ArticleError ? cause : new ArticleError('crash', String(cause), { cause });
      this.#settle();
      this.#fail(error);
      throw error;
    }
  }

  /** Ends the load in progress, if any. */
  stop() {
    this.#loading?.end();
    this.#settle();
  }

  /** Makes the next `show` read its input again. */
  forget() {
    this.#input = null;
    forgetCrashes();
  }

  /** Removes the article; the host's own content becomes visible again. */
  clear() {
    this.stop();
    this.#again = () => {};
    this.#input = null;
    this.#empty();
    this.#say(null);
  }

  /** Ends the widget. An element keeps its shadow root forever, so a slot for the host's own content stays in it. */
  dispose() {
    this.clear();
    this.#setTheme(undefined);
    this.#extras?.abort();
    this.#root.removeEventListener('click', this.#click);
    if (this.#status) detach(this.#status.line);
    dropStylesheet(this.#root);
  }

  /**
   * @param {Input} input
   * @param {Options} options
   * @param {Load} loading
   */
  async #read({ key, read }, { maxBytes }, loading) {
    const known = this.#input;
    if (known && known.key === key) return known.bytes;
    this.#input = null;
    const bytes = await read(loading, Number(maxBytes) || MAX_BYTES);
    if (this.#loading === loading) this.#input = { key, bytes };
    return bytes;
  }

  /**
   * Renders with the loaded core, and shows the result. Fetches more labels, or a core that reads more formats, if they
   * are needed.
   * @param {Uint8Array} bytes
   * @param {Options} given
   * @param {Load} loading
   * @returns {Promise<Report>}
   */
  async #render(bytes, given, loading) {
    const host = new Host();
    const rendered = async () => {
      await inTurn(() => inSlices(rendering(bytes, optionBytes(given, bytes), host), loading));
      return reportOf(host);
    };
    let report;
    try {
      report = await rendered();
    } catch (error) {
      const needed = /^(html|publishers|formats)$/.exec(error instanceof ArticleError ? error.code : '');
      if (!needed) throw error;
      loading.wait();
      await loadCore(/** @type {Core} */ (needed[1]));
      return this.#render(bytes, given, loading);
    }
    if (host.missing) {
      const labels = loadLabels(host.missing);
      if (await soon(labels)) report = await rendered();
      else loading.late = labels;
    }
    loading.check();
    await this.#put(host, loading, given);
    this.extend(given);
    return report;
  }

  /**
   * Shows the rendered article: at once, or, if that takes long, its beginning first and the rest slice by slice. A
   * shown article is changed into the new one.
   * @param {Host} host
   * @param {Load} loading  when it ends, this fails
   * @param {Options} options
   */
  async #put(host, loading, options) {
    const retried = this.#status && this.#root.activeElement === this.#status.retry;
    const document = this.#root.ownerDocument;
    // Pages may give the host any `display`, so the article has a block around it, which also determines its width.
    const frame = element(document, 'div');
    // If the script for updates cannot be loaded, the new article replaces the shown one.
    const script = this.#article && (await extras().catch(() => this.#empty()));
    const morph = script && ((/** @type {any} */ shown, /** @type {any} */ fresh) => script.update(shown, fresh, this.#opened, options, labelsOf));
    (this.#article?.parentElement ?? frame).toggleAttribute('long', isLong(host));
    const work = drawing(document, host, frame, this.#article, morph);
    const insert = () => {
      const article = frame.firstElementChild;
      if (!article || this.#article) return;
      if (this.#slot.parentNode) this.#slot.replaceWith(frame);
      else this.#root.append(frame);
      this.#article = article;
      this.#waiting = null;
      this.#say(null);
    };
    const finish = this.#finish = () => {
      for (const _ of work);
      insert();
    };
    const pause = () => {
      insert();
      this.#setBusy(true);
      // A printed page cannot be completed later.
      addEventListener('beforeprint', finish);
    };
    try {
      await inSlices(work, loading, pause);
    } finally {
      removeEventListener('beforeprint', finish);
    }
    insert();
    if (!morph) this.#opened = new WeakSet(this.#root.querySelectorAll('details[open]'));
    this.#say(null);
    // The button that loaded the article is gone, so its focus moves to the article.
    if (retried) focus(this.#article, bare({ preventScroll: true }));
  }

  /**
   * Fetches and applies rare features. If they cannot be loaded, the article stays without them.
   * @param {Options} options
   */
  extend(options) {
    this.#options = options;
    if (options.dates || options.embeds || options.lightbox) {
      const { signal } = this.#extras ??= new AbortController();
      extras().then(({ extend }) => extend(this.#root, options, labelsOf, signal)).catch(() => {});
    }
  }

  /** @param {ArticleError} error */
  #fail(error) {
    this.#empty();
    this.#input = null;
    this.#say('failed', error.retryable);
    const { code, path, message, status, warnings } = error;
    this.fire('error', { code, path, message, status, warnings });
  }

  /** Replaces the article by the host's own content. */
  #empty() {
    this.#article?.parentElement?.replaceWith(this.#slot);
    this.#article = null;
  }

  /** @param {string | undefined} theme */
  #setTheme(theme) {
    if (theme === this.#theme) return;
    this.#theme = theme;
    const { host } = this.#root;
    if (theme == null) host.removeAttribute('theme');
    else host.setAttribute('theme', theme);
  }

  #settle() {
    this.#loading = this.#waiting = null;
    this.#setBusy(false);
  }

  /** @param {boolean} busy */
  #setBusy(busy) {
    if (this.#internals) this.#internals.ariaBusy = busy ? 'true' : null;
    if (busy) this.#article?.setAttribute('aria-busy', 'true');
    else this.#article?.removeAttribute('aria-busy');
  }

  /**
   * @param {'loading' | 'failed' | null} state
   * @param {boolean} [retryable]
   */
  #say(state, retryable) {
    if (state) this.#status ??= new Status(this.#root);
    this.#status?.say(state, retryable);
  }

  /** @param {Event} event */
  #click = (event) => {
    const target = /** @type {Element} */ (event.target);
    // Clicks on the host's own content arrive here too, through the slot.
    if (!this.#root.contains(target)) return;
    if (target === this.#status?.retry) return this.#again();
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest('a[href]'));
    if (!link) return;
    const fragment = link.getAttribute('href')?.match(/^#(.+)/)?.[1];
    if (fragment) {
      // Browsers search for a link's target only in the page, not in shadow roots.
      event.preventDefault();
      this.#finish();
      const target = this.#root.getElementById(fragment);
      focus(target);
      if (target?.closest('[long]')) extras().then(({ layOutAround }) => layOutAround(target), () => {});
      return;
    }
    const part = link.closest('[part]')?.getAttribute('part') ?? '';
    // A click for a new tab or a download belongs to the browser, not to a router.
    const { button, altKey, ctrlKey, metaKey, shiftKey } = /** @type {MouseEvent} */ (event);
    const plain = button === 0 && !(altKey || ctrlKey || metaKey || shiftKey);
    if (!this.fire('linkclick', { href: link.href, part }, plain)) event.preventDefault();
  };

  /**
   * Fires an event on the host.
   * @param {string} type
   * @param {unknown} detail
   * @param {boolean} [cancelable]
   */
  fire(type, detail, cancelable = false) {
    return call(this.#host, 'dispatchEvent', new CustomEvent(type, bare({ detail, cancelable })));
  }
}

/**
 * Moves the focus to any element.
 * @param {Element | null} element
 * @param {FocusOptions} [options]
 */
function focus(element, options) {
  const target = /** @type {HTMLElement | null} */ (element);
  if (target?.tabIndex === -1) target.tabIndex = -1; // was not focusable, or has -1 already
  target?.focus(options);
}

import { detach, element } from '../render/dom.js';
import { messages, pageLanguage } from './messages.js';

/** Milliseconds: a faster load needs no message. */
const QUICK = 1000;

/** Milliseconds that a region must exist before screen readers announce its changes. */
const NEW = 100;

/** The message for readers while there is no article, and a button for another attempt. */
export class Status {
  #root;
  #message;
  /** Milliseconds before a message is shown. */
  #wait = NEW;
  /** @type {ReturnType<typeof setTimeout> | undefined} until the message is inserted into the region */
  #timer;

  /** @param {ShadowRoot} root */
  constructor(root) {
    const { ownerDocument } = this.#root = root;
    this.line = element(ownerDocument, 'div', { role: 'status' });
    this.#message = element(ownerDocument, 'span', { part: 'message' });
    this.retry = element(ownerDocument, 'button', { part: 'retry', type: 'button' });
    this.line.append(this.#message);
    root.append(this.line);
    setTimeout(() => { this.#wait = 0; }, NEW);
  }

  /**
   * Shows the state, in the page's language.
   * @param {'loading' | 'failed' | null} state
   * @param {boolean} [retryable]  whether to offer another attempt
   */
  say(state, retryable) {
    const { line, retry } = this;
    const texts = messages(pageLanguage(this.#root.host) || navigator.language);
    line.setAttribute('part', state ? `status ${state}` : 'status');
    line.lang = texts.lang;
    line.dir = 'auto';
    this.#message.textContent = '';
    clearTimeout(this.#timer);
    const wait = state === 'loading' ? QUICK : this.#wait;
    const tell = () => { this.#message.textContent = state && texts[state]; };
    if (wait) this.#timer = setTimeout(tell, wait);
    else tell();
    retry.textContent = texts.retry;
    // A pressed button stays in place during its attempt, so that it keeps the focus.
    if (!retryable && (state !== 'loading' || this.#root.activeElement !== retry)) detach(retry);
    else if (!retry.isConnected) line.append(retry);
  }
}

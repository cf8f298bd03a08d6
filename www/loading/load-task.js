import { ArticleError } from './errors.js';

/** One way of an article from its source to the page. It has an `AbortController` only for a fetch: one takes as long as a paragraph. */
export class Load {
  #ended = false;
  /** @type {AbortController | undefined} of its fetch */
  controller;
  /** Whether there are labels in the article's language, which it was shown without. @type {Promise<boolean> | undefined} */
  late;
  /** Tells readers that it takes a while, if it outlives its task; once, however often it is called. */
  wait = () => {};

  /** Ends it: whatever comes to `check` next fails. */
  end() {
    this.#ended = true;
    this.controller?.abort();
  }

  /** Fails once it was ended. */
  check() {
    if (this.#ended) throw new ArticleError('aborted', 'another article was asked for, or the widget was removed');
  }
}

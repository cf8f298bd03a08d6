import { ArticleError } from './errors.js';

/**
 * One load of an article, from its source to the page. Only a fetch has an `AbortController`, because making one takes
 * as long as rendering a paragraph.
 */
export class Load {
  #ended = false;
  /** @type {AbortController | undefined} of its fetch */
  controller;
  /** Whether labels in the article's language arrived after it was shown. @type {Promise<boolean> | undefined} */
  late;
  /** Tells readers about a slow load, once, however often it is called. */
  wait = () => {};

  /** Ends it: the next `check` fails. */
  end() {
    this.#ended = true;
    this.controller?.abort();
  }

  /** Fails if it was ended. */
  check() {
    if (this.#ended) throw new ArticleError('aborted', 'another article was asked for, or the widget was removed');
  }
}

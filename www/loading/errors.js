import { bare } from '../render/bare.js';

/** @import { ErrorCode, Warning } from '../entry/index.d.ts' */

/** Temporary failures; the others are the article's own. */
const PASSING = /^(network|http-status|not-json|timeout|wasm-load)$/;

/** The reason why an article could not be shown. */
export class ArticleError extends Error {
  name = 'ArticleError';

  /**
   * @param {ErrorCode} code
   * @param {string} message  in English, for developers; readers see a message in their own language
   * @param {{ path?: string, status?: number, warnings?: Warning[], cause?: unknown }} [details]
   */
  constructor(code, message, details) {
    const { path = '', status, warnings = [], cause } = bare(details);
    super(message, { cause });
    this.code = code;
    /** JSON Pointer (RFC 6901) into the article; empty for the whole article. */
    this.path = path;
    /** The HTTP status when `code` is `http-status`. */
    this.status = status;
    /** Other problems of the article. */
    this.warnings = warnings;
  }

  /** Whether another attempt can help. */
  get retryable() {
    return PASSING.test(this.code);
  }
}

/** The reason why a request gets no article: an HTTP status, a code for programs, a sentence for people. */
export class Refusal extends Error {
  name = 'Refusal';

  /**
   * @param {number} status  of the answer
   * @param {string} code
   * @param {string} message
   * @param {Record<string, string>} [headers]  of the answer
   */
  constructor(status, code, message, headers = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

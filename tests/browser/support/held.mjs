// Answers that wait for the test, so that the order of events does not depend on the clock.

/** @import { Reply } from '../../../pkg-config/serve/serve.mjs' */

/**
 * A route that answers after `give()`.
 * @param {Reply} reply
 * @returns {{ route: () => Promise<Reply>, give: () => void }}
 */
export function held(reply) {
  let give = () => {};
  const given = /** @type {Promise<void>} */ (new Promise((resolve) => (give = resolve)));
  return { give, route: () => given.then(() => reply) };
}

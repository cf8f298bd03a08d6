/**
 * @import { IncomingMessage, ServerResponse } from 'node:http'
 * @import { Handler } from '../entry/worker.d.ts'
 */

/**
 * A handler as a listener of Node's `http.createServer`.
 * @param {Handler} handler
 */
export function toNodeListener(handler) {
  return async (/** @type {IncomingMessage} */ message, /** @type {ServerResponse} */ response) => {
    try {
      const answer = await handler(requestOf(message), undefined, undefined);
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(new Uint8Array(await answer.arrayBuffer()));
    } catch {
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('The request could not be read.\n');
    }
  };
}

/** @param {IncomingMessage} message */
function requestOf({ method = 'GET', url = '/', headers }) {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !name.startsWith(':'));
  // A path of two slashes would be read as a host.
  const address = new URL(`http://${headers.host ?? 'localhost'}/${url.replace(/^\/+/, '')}`);
  // `Request` refuses these methods; like all other methods they are not supported.
  const known = /^(trace|track|connect)$/i.test(method) ? 'OPTIONS' : method;
  return new Request(address, { method: known, headers: kept.map(([name, value]) => /** @type {[string, string]} */ ([name, String(value)])) });
}

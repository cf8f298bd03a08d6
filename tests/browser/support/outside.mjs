// The network outside of this machine, for the engines: a proxy that refuses and records every request.
import { createServer } from 'node:http';

/**
 * @typedef {object} Outside
 * @property {string} url  of the proxy
 * @property {string[]} asked  hosts that pages requested, in order; for unencrypted requests, whole URLs
 * @property {() => Promise<void>} close
 */

/** Hosts that browsers contact on their own: for updates, settings and their start page. */
const browsersOwn = /(^|\.)(google|googleapis|gvt1|duckduckgo|mozilla|firefox)\.(com|net|org)$/;

/** @returns {Promise<Outside>} */
export async function outside() {
  /** @type {string[]} */
  const asked = [];
  const keep = (/** @type {string} */ url) => {
    const { hostname } = new URL(url);
    if (!browsersOwn.test(hostname)) asked.push(url);
  };
  const proxy = createServer((request, response) => {
    keep(request.url ?? '');
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    keep(`https://${request.url}`.replace(/:443$/, ''));
    socket.on('error', () => {}).end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise((resolve, reject) => proxy.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (proxy.address());
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}

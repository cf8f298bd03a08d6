// A small static server on loopback: the demo pages at /, the built package at /dist/, and routes that tests add.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { dist, www } from '../project.mjs';

/**
 * @typedef {object} Reply  the answer of a route; without members, 200 and an empty body
 * @property {number} [status]
 * @property {Record<string, string>} [headers]  added to the default ones, which they override
 * @property {string | Buffer} [body]
 * @property {string} [file]  a file whose bytes are the body; its extension gives the type
 * @property {string} [type]  the Content-Type
 * @property {number} [delay]  milliseconds before the answer is sent
 * @property {number} [truncateAt]  the connection is cut after this many bytes of the body, although the full length
 *   was announced
 * @property {boolean} [hang]  never answers
 *
 * @typedef {Reply | ((request: import('node:http').IncomingMessage, url: URL) => Reply | Promise<Reply>)} Route
 *
 * @typedef {object} Server
 * @property {string} url  origin, without a slash at the end
 * @property {{ method: string, path: string, headers: import('node:http').IncomingHttpHeaders }[]} requests
 *   the requests, in order; `path` with its query
 * @property {(path: string, route: Route) => void} route  sets the answer for a path (without query) from now on
 * @property {() => void} reset  removes added routes and the list of requests
 * @property {() => Promise<void>} close
 */

const types = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
});
const compressible = /^(text\/|application\/(json|wasm)|image\/svg)/;

/**
 * Starts a server.
 * @param {object} [options]
 * @param {number} [options.port]  0 takes any free port
 * @param {string} [options.host]
 * @param {Record<string, string>} [options.mounts]  folders by path prefix; the longest prefix wins
 * @param {Record<string, Route>} [options.routes]  answers by path, before files
 * @param {string} [options.probe]  a script that every HTML page runs first, as /__probe.js
 * @returns {Promise<Server>}
 */
export async function serve({ port = 0, host = '127.0.0.1', mounts = { '/': www, '/dist/': dist }, routes = {}, probe } = {}) {
  const fixed = new Map(Object.entries(routes));
  if (probe !== undefined) fixed.set('/__probe.js', { body: probe, type: types['.js'] });
  let added = new Map();
  /** @type {Server['requests']} */
  const requests = [];

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? host}`);
    requests.push({ method: request.method ?? '', path: url.pathname + url.search, headers: request.headers });
    try {
      const route = added.get(url.pathname) ?? fixed.get(url.pathname);
      const reply = typeof route === 'function' ? await route(request, url) : (route ?? (await fileReply(mounts, url)));
      await send(request, response, reply, probe !== undefined);
    } catch (error) {
      if (!response.headersSent) response.writeHead(500, { 'content-type': types['.txt'] });
      response.end(String(error));
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());

  return {
    url: `http://${host}:${address.port}`,
    requests,
    route: (path, route) => void added.set(path, route),
    reset: () => {
      added = new Map();
      requests.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {Record<string, string>} mounts @param {URL} url @returns {Promise<Reply>} */
async function fileReply(mounts, url) {
  const missing = { status: 404, body: 'Not found\n', type: types['.txt'] };
  const prefix = Object.keys(mounts)
    .filter((start) => url.pathname.startsWith(start))
    .sort((a, b) => b.length - a.length)[0];
  let path;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return missing;
  }
  if (prefix === undefined || path.includes('\0')) return missing;
  const folder = mounts[prefix];
  let file = join(folder, path.slice(prefix.length));
  if (file !== folder && !file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return missing;
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) {
    if (!url.pathname.endsWith('/')) return { status: 301, headers: { location: `${url.pathname}/${url.search}` } };
    file = join(file, 'index.html');
    if (!(await stat(file).catch(() => undefined))) return missing;
  } else if (!found) {
    return missing;
  }
  return { file };
}

/**
 * @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
 * @param {Reply} reply @param {boolean} probed
 */
async function send(request, response, reply, probed) {
  if (reply.hang) return;
  if (reply.delay) await new Promise((resolve) => setTimeout(resolve, reply.delay));
  /** @type {Buffer} */
  let body = Buffer.from(reply.body ?? (reply.file ? await readFile(reply.file) : ''));
  const type = reply.type ?? (reply.file && types[extname(reply.file)]) ?? 'application/octet-stream';
  if (probed && type.startsWith('text/html')) body = Buffer.from(withProbe(body.toString()));

  /** @type {Record<string, string>} */
  const headers = {
    'content-type': type,
    'access-control-allow-origin': '*',
    // WebKit caches aggressively, and does not always revalidate.
    'cache-control': type.startsWith('text/html') ? 'no-cache' : 'no-store',
    vary: 'accept-encoding',
  };
  const encoding = body.length > 256 && compressible.test(type) ? accepted(request.headers['accept-encoding']) : undefined;
  if (encoding) {
    body = await compressed(body, encoding);
    headers['content-encoding'] = encoding;
  }
  headers['content-length'] = String(body.length);
  response.writeHead(reply.status ?? 200, { ...headers, ...reply.headers });
  if (request.method === 'HEAD') response.end();
  else if (reply.truncateAt === undefined) response.end(body);
  else response.write(body.subarray(0, reply.truncateAt), () => response.destroy());
}

/** The page with the probe's script before all other scripts. @param {string} html */
function withProbe(html) {
  const script = '<script src="/__probe.js"></script>';
  const head = html.match(/<head(\s[^>]*)?>/i) ?? html.match(/<!doctype[^>]*>/i);
  const at = head ? (head.index ?? 0) + head[0].length : 0;
  return html.slice(0, at) + script + html.slice(at);
}

/** @param {string | string[] | undefined} header @returns {'br' | 'gzip' | undefined} */
function accepted(header) {
  const offered = String(header ?? '')
    .split(',')
    .filter((item) => !/;\s*q=0(\.0*)?\s*$/.test(item))
    .map((item) => item.split(';')[0].trim());
  if (offered.includes('br')) return 'br';
  if (offered.includes('gzip')) return 'gzip';
  return undefined;
}

/** Compressed bodies by encoding and content, because tests and benchmarks request the same files many times. */
const cache = /** @type {Map<string, Buffer>} */ (new Map());

/** @param {Buffer} body @param {'br' | 'gzip'} encoding */
async function compressed(body, encoding) {
  const key = encoding + createHash('sha1').update(body).digest('base64');
  let bytes = cache.get(key);
  if (!bytes) {
    // The best quality takes seconds for megabytes; files of the package are far smaller.
    const quality = body.length < 300_000 ? 11 : 5;
    bytes =
      encoding === 'br'
        ? await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
        : await promisify(gzip)(body, { level: 9 });
    cache.set(key, bytes);
  }
  return bytes;
}

// The sources of articles: addresses, bytes and JavaScript values.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { Load } from '../../www/loading/load-task.js';
import { address, sourceOf } from '../../www/element/input.js';

/** @type {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} */
let answer;
/** @type {import('node:http').IncomingMessage[]} */
const requests = [];
const server = createServer((request, response) => {
  requests.push(request);
  answer(request, response);
});
let base = '';

before(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  base = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

/** @param {string | Buffer} body @param {Record<string, string>} [headers] @param {number} [status] */
const reply = (body, headers = { 'content-type': 'application/json' }, status = 200) => {
  answer = (_, response) => void response.writeHead(status, headers).end(body);
};

/** @param {import('../../www/element/input.js').Source} source @param {number} [maxBytes] */
const read = async (source, maxBytes = 1000) => new TextDecoder().decode(await source(new Load(), maxBytes));

/** @param {import('../../www/element/input.js').Source} source @param {string} code @param {string | RegExp} message @param {number} [maxBytes] */
const fails = (source, code, message, maxBytes = 1000) =>
  assert.rejects(source(new Load(), maxBytes), { name: 'ArticleError', code, message, path: '' });

test('an address gives the bytes behind it, asked for as JSON', async () => {
  reply('{"headline":"فصل الربيع"}');
  assert.equal(await read(sourceOf('a.json?x=1', base)), '{"headline":"فصل الربيع"}');
  const { url, headers } = requests[requests.length - 1];
  assert.equal(url, '/a.json?x=1');
  assert.match(headers.accept ?? '', /^application\/json\b/);
});

test('an address may be a URL object', async () => {
  reply('{}');
  assert.equal(await read(sourceOf(new URL('b.json', base), base)), '{}');
});

test('what cannot be an address is named', () => fails(sourceOf('http://', base), 'no-source', 'not a URL: http://'));

test('no source at all is named', () => fails(sourceOf(/** @type {any} */ (undefined), base), 'no-source', 'no article was given'));

for (const status of [404, 410, 500, 503]) {
  test(`status ${status} is an error with its number`, async () => {
    reply('{}', { 'content-type': 'application/json' }, status);
    const source = address('a', base);
    await assert.rejects(source(new Load(), 1000), { code: 'http-status', message: `the server answered ${status}`, status });
  });
}

test('a refused connection is a network error', () =>
  fails(address('http://127.0.0.1:1/', base), 'network', 'the article could not be fetched: offline, refused, or not allowed by CORS or CSP'));

test('a connection that breaks off is a network error', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"head', () => response.destroy());
  };
  await fails(address('a', base), 'network', /could not be fetched/);
});

const page = '\n<!doctype html><p>No';
for (const { what, type, body, as } of [
  { what: 'HTML', type: 'text/html; charset=utf-8', body: page, as: 'markup (text/html)' },
  { what: 'HTML that calls itself JSON', type: 'application/json', body: page, as: 'markup (application/json)' },
  { what: 'HTML after a byte order mark', type: 'text/html', body: `\ufeff${page}`, as: 'markup (text/html)' },
  { what: 'HTML without a type', type: '', body: page, as: 'markup (no type)' },
  { what: 'plain text', type: 'text/plain', body: 'Not found', as: 'no JSON (text/plain)' },
  { what: 'an image', type: 'image/png', body: '\x89PNG', as: 'no JSON (image/png)' },
]) {
  test(`${what} in place of JSON is refused`, async () => {
    reply(body, type ? { 'content-type': type } : {});
    await fails(address('a', base), 'not-json', `the server answered with ${as}`);
  });
}

for (const type of ['text/html', 'text/plain', 'application/octet-stream', 'application/ld+json', '']) {
  test(`JSON is taken from a server that calls it ${type || 'nothing'}`, async () => {
    reply('\ufeff {"a":1}', type ? { 'content-type': type } : {});
    assert.equal(await read(address('a', base)), ' {"a":1}');
  });
}

test('broken JSON of the right type goes on to the core, which says where it breaks', async () => {
  reply('nul');
  assert.equal(await read(address('a', base)), 'nul');
});

test('an empty answer goes on to the core', async () => {
  reply('');
  assert.equal(await read(address('a', base)), '');
});

test('an announced length over the limit ends it before the body', async () => {
  let ended = false;
  answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '2000' });
    response.write('{');
    response.on('close', () => (ended = true));
  };
  await fails(address('a', base), 'too-large', 'the article has more than 1000 bytes');
  await until(() => ended);
});

test('a stream over the limit is left as soon as it is', async () => {
  let written = 0;
  answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const chunk = Buffer.alloc(1 << 16, ' ');
    const write = () => {
      if (response.destroyed || written >= 50 << 20) return;
      written += chunk.length;
      if (response.write(chunk)) setImmediate(write);
      else response.once('drain', write);
    };
    write();
  };
  await fails(address('a', base), 'too-large', 'the article has more than 1000000 bytes', 1_000_000);
  assert.ok(written < 20 << 20, `${written} bytes were sent`);
});

test('exactly the limit is taken', async () => {
  const body = `"${'x'.repeat(998)}"`;
  reply(body);
  assert.equal(await read(address('a', base)), body);
});

test('chunks are put together in order', async () => {
  answer = async (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    for (const part of ['  ', '\n', '{"a":', '"猫"', '}']) {
      response.write(part);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    response.end();
  };
  assert.equal(await read(address('a', base)), '  \n{"a":"猫"}');
});

test('the end of a load ends the request', async () => {
  let closed = false;
  answer = (request) => void request.on('close', () => (closed = true));
  const load = new Load();
  const result = address('a', base)(load, 1000);
  setTimeout(() => load.end(), 30);
  await assert.rejects(result, { name: 'AbortError' });
  await until(() => closed);
});

test('an answer that does not come within 30 seconds is a timeout', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  answer = () => {};
  const result = address('a', base)(new Load(), 1000);
  context.mock.timers.tick(29_999);
  context.mock.timers.tick(1);
  await assert.rejects(result, { code: 'timeout', message: 'no article within 30 seconds' });
});

test('bytes are taken as they are, views within their bounds', async () => {
  const bytes = new TextEncoder().encode('xx{"a":1}yy');
  assert.equal(await read(sourceOf(bytes.subarray(2, 9), base)), '{"a":1}');
  assert.equal(await read(sourceOf(bytes.slice(2, 9).buffer, base)), '{"a":1}');
});

test('a value is read as JSON, lone surrogates and all', async () => {
  assert.equal(await read(sourceOf({ headline: 'Ein Vogel', body: [undefined, 'a\ud800'] }, base)), '{"headline":"Ein Vogel","body":[null,"a\\ud800"]}');
});

const cycle = /** @type {any} */ ({});
cycle.self = cycle;
for (const { what, value, message } of [
  { what: 'a cycle', value: cycle, message: /^the article cannot be read as JSON: Converting circular structure/ },
  { what: 'a BigInt', value: { n: 1n }, message: 'the article cannot be read as JSON: Do not know how to serialize a BigInt' },
  { what: 'a function', value: () => 1, message: 'the article cannot be read as JSON: it is of type function' },
  { what: 'a getter that throws', value: { get a() { throw new RangeError('no'); } }, message: 'the article cannot be read as JSON: no' },
  { what: 'a getter that throws nothing', value: { get a() { throw null; } }, message: 'the article cannot be read as JSON: null' },
  {
    what: 'a getter that throws what throws',
    value: { get a() { throw { get message() { throw 0; } }; } },
    message: 'the article cannot be read as JSON: unknown',
  },
]) {
  test(`${what} is an unreadable value`, () => fails(sourceOf(value, base), 'unreadable-value', message));
}

/** @param {() => boolean} done */
async function until(done) {
  for (let i = 0; i < 200 && !done(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.ok(done(), 'within two seconds');
}

// The static server of `npm start` and of the browser tests.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serve } from '../../pkg-config/serve/serve.mjs';

const article = JSON.stringify({ headline: 'Long enough to be compressed', body: 'text '.repeat(200) });
let folder = '';
/** @type {import('../../pkg-config/serve/serve.mjs').Server} */
let server;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'article-widget-serve-'));
  await mkdir(join(folder, 'www/demo'), { recursive: true });
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'www/index.html'), '<!DOCTYPE html><html><head lang="en"><title>Front</title></head></html>');
  await writeFile(join(folder, 'www/demo/index.html'), 'demo');
  await writeFile(join(folder, 'www/article.json'), article);
  await writeFile(join(folder, 'dist/a.wasm'), Buffer.from([0, 0x61, 0x73, 0x6d]));
  server = await serve({ mounts: { '/': join(folder, 'www'), '/dist/': join(folder, 'dist') } });
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/**
 * A plain request, because `fetch` would change paths and decode bodies.
 * @param {string} path @param {Record<string, string>} [headers]
 * @returns {Promise<{ status?: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer }>}
 */
const get = (path, headers = {}) =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path, headers }, (answer) => {
      /** @type {Buffer[]} */
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }));
      answer.on('error', reject);
    })
      .on('error', reject)
      .end();
  });

test('files have their types and can be read from any origin', async () => {
  const expected = { '/': 'text/html; charset=utf-8', '/article.json': 'application/json; charset=utf-8', '/dist/a.wasm': 'application/wasm' };
  for (const [path, type] of Object.entries(expected)) {
    const { status, headers } = await get(path);
    assert.deepEqual([status, headers['content-type'], headers['access-control-allow-origin']], [200, type, '*'], path);
  }
});

test('bodies are compressed in the best way that is asked for', async () => {
  const whole = await get('/article.json');
  assert.equal(whole.headers['content-encoding'], undefined);
  const br = await get('/article.json', { 'accept-encoding': 'gzip, deflate, br' });
  assert.equal(br.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(br.body).toString(), article);
  const gzip = await get('/article.json', { 'accept-encoding': 'gzip, br;q=0' });
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(gzip.body).toString(), article);
});

test('nothing outside the folders is served', async () => {
  for (const path of ['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/dist/../../secret.txt', '/%00', '/%zz', '/none']) {
    const { status, body } = await get(path);
    assert.deepEqual([status, body.toString()], [404, 'Not found\n'], path);
  }
});

test('a folder is its index, at the address with the slash', async () => {
  const { status, headers } = await get('/demo?a=1');
  assert.deepEqual([status, headers.location], [301, '/demo/?a=1']);
  assert.equal((await get('/demo/')).body.toString(), 'demo');
  assert.equal((await get('/dist/')).status, 404);
});

test('a probe is the first script of each page, and only of pages', async () => {
  const probed = await serve({ mounts: { '/': join(folder, 'www') }, probe: '"probe"' });
  try {
    const page = await fetch(`${probed.url}/`).then((answer) => answer.text());
    assert.equal(page, '<!DOCTYPE html><html><head lang="en"><script src="/__probe.js"></script><title>Front</title></head></html>');
    assert.equal(await fetch(`${probed.url}/__probe.js`).then((answer) => answer.text()), '"probe"');
    assert.equal(await fetch(`${probed.url}/article.json`).then((answer) => answer.text()), article);
  } finally {
    await probed.close();
  }
});

test('a port that is taken is an error', async () => {
  await assert.rejects(serve({ port: Number(new URL(server.url).port) }), { code: 'EADDRINUSE' });
});

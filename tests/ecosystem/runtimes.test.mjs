// The same output on every runtime for servers, and the handler in Cloudflare's own runtime, in Deno and in Bun.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { run } from '../../pkg-config/command.mjs';
import { root } from '../../pkg-config/project.mjs';
import { serve } from '../../pkg-config/serve/serve.mjs';
import { install } from './project.mjs';
import { startWorkerd } from './workerd.mjs';

/** @typedef {{ name: string, html?: string, element?: string, report?: object, error?: string }} Made */

const article = { lang: 'en', headline: 'High and dry', datePublished: '2026-03-14 06:40', body: ['The boat lies on the sand.'] };

let folder = '';
/** @type {{ name: string, source: string }[]} */
const documents = [];
/** Node's output for them. @type {Made[]} */
let usual = [];
/** @type {import('../../pkg-config/serve/serve.mjs').Server} */
let site;
/** @type {Awaited<ReturnType<typeof startWorkerd>>} */
let workerd;

before(async () => {
  folder = await install('runtimes');
  for (const place of ['tests/golden', 'tests/formats']) {
    for (const name of (await readdir(join(root, place))).filter((file) => file.endsWith('.json')).sort()) {
      documents.push({ name: `${place}/${name}`, source: await readFile(join(root, place, name), 'utf8') });
    }
  }
  await writeFile(join(folder, 'documents.json'), JSON.stringify(documents));
  site = await serve({ mounts: {}, routes: { '/1.json': { body: JSON.stringify(article), type: 'application/json', headers: { 'cache-control': 'max-age=60' }, delay: 100 } } });
  workerd = await startWorkerd(folder, 'src/worker.js', new URL(site.url).host);
  usual = await made(process.execPath, []);
});
after(async () => {
  await workerd?.close();
  await site?.close();
});

/** Renders the documents in a runtime that has files. @param {string} program @param {string[]} flags @returns {Promise<Made[]>} */
async function made(program, flags) {
  const output = join(folder, 'output.json');
  await run(program, [...flags, 'src/main.js', 'documents.json', output], { cwd: folder });
  return JSON.parse(await readFile(output, 'utf8'));
}

/** @param {string} name */
const bin = (name) => join(folder, 'node_modules/.bin', name);

/**
 * The widget's own output, without dates: the platform writes those, and they differ by a word between releases of its
 * data.
 */
const own = (/** @type {Made} */ { html, element, ...more }) => ({ ...more, texts: [html, element].map((text) => text?.replace(/>[^<]*<\/time>/g, '></time>')) });

/** Compares a runtime's output with Node's. @param {Made[]} others */
function compare(others) {
  assert.ok(documents.length > 100);
  assert.equal(others.length, usual.length);
  others.forEach((one, index) => assert.deepEqual(own(one), own(usual[index]), usual[index]?.name));
}

test('Node renders every document', () => {
  assert.ok(usual.filter(({ html }) => html?.startsWith('<article')).length > documents.length * 0.9);
});

test('workerd makes the same of every document', async () => {
  compare(await (await fetch(`${workerd.url}/documents`, { method: 'POST', body: JSON.stringify(documents) })).json());
});

test('Deno makes the same of every document', async () => compare(await made(bin('deno'), ['run', '--allow-all', '--node-modules-dir=manual'])));

test('Bun makes the same of every document', async () => compare(await made(bin('bun'), ['run'])));

test('one file for Lambda makes the same of every document', async () => {
  const { build } = await import('esbuild');
  await build({ entryPoints: [join(folder, 'src/main.js')], outfile: join(folder, 'lambda/index.cjs'), bundle: true, minify: true, platform: 'node', format: 'cjs', logLevel: 'warning' });
  const output = join(folder, 'output.json');
  await run(process.execPath, [join(folder, 'lambda/index.cjs'), join(folder, 'documents.json'), output], { cwd: join(folder, 'lambda') });
  compare(JSON.parse(await readFile(output, 'utf8')));
});

/** @param {string} url  of the handler @param {string} address @param {RequestInit & { as?: string }} [init] */
const ask = (url, address, { as = 'page', ...init } = {}) => fetch(`${url}/?as=${as}&url=${encodeURIComponent(address)}`, init);

test('the handler serves pages in workerd, and asks once for all', async () => {
  site.reset();
  const answers = await Promise.all(Array.from({ length: 40 }, async () => {
    const response = await ask(workerd.url, 'https://news.example/1.json');
    return { status: response.status, tag: response.headers.get('etag') ?? '', text: await response.text() };
  }));
  assert.deepEqual([...new Set(answers.map(({ status, text }) => `${status} ${text.includes('<p>The boat lies on the sand.</p>')}`))], ['200 true']);
  assert.equal(site.requests.length, 1);
  assert.equal((await ask(workerd.url, 'https://news.example/1.json', { headers: { 'if-none-match': answers[0].tag } })).status, 304);
  assert.equal((await ask(workerd.url, 'https://news.example/1.json', { method: 'POST', body: 'x' })).status, 405);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  assert.equal((await ask(workerd.url, 'https://news.example/1.json')).status, 200);
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(site.requests.length, 2, 'asked anew behind the answer');
});

test('a reader who goes away takes nothing from the others, in workerd', async () => {
  site.route('/slow.json', { body: JSON.stringify(article), type: 'application/json', delay: 600 });
  const gone = new AbortController();
  const first = ask(workerd.url, 'https://news.example/slow.json', { signal: gone.signal }).catch(() => 'gone');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const second = ask(workerd.url, 'https://news.example/slow.json');
  await new Promise((resolve) => setTimeout(resolve, 100));
  gone.abort();
  assert.equal(await first, 'gone');
  assert.equal((await second).status, 200);
});

test('the handler refuses in workerd what it refuses elsewhere', async () => {
  site.reset();
  site.route('/to-private', { status: 302, headers: { location: 'http://127.0.0.1/' } });
  site.route('/to-other', { status: 302, headers: { location: 'https://other.example/' } });
  site.route('/page', { body: '<p>', type: 'text/html' });
  site.route('/large', { body: `{"headline":"${'x'.repeat(3 << 20)}"}`, type: 'application/json' });
  for (const [address, status, code] of [
    ['https://other.example/1.json', 403, 'origin-not-allowed'], ['http://2130706433/', 403, 'private-address'],
    ['http://[::ffff:127.0.0.1]/', 403, 'private-address'], ['https://news.example/to-private', 403, 'private-address'],
    ['https://news.example/to-other', 403, 'origin-not-allowed'], ['https://news.example/page', 502, 'not-json'],
    ['https://news.example/large', 502, 'too-large'], ['https://news.example/none', 404, 'http-status'],
  ]) {
    const response = await ask(workerd.url, String(address), { as: 'json' });
    assert.deepEqual([response.status, (await response.json()).error.code], [status, code], String(address));
  }
});

test('workerd serves the package’s files', async () => {
  const { version } = JSON.parse(await readFile(join(folder, 'node_modules/article-widget/package.json'), 'utf8'));
  for (const name of ['article-widget.js', 'article-widget.css', 'article-widget.wasm']) {
    const response = await fetch(`${workerd.url}/article-widget/${version}/${name}`);
    assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), await readFile(join(folder, 'node_modules/article-widget', name)), name);
  }
});

for (const [name, flags] of /** @type {[string, string[]][]} */ ([['deno', ['run', '--allow-all', '--node-modules-dir=manual']], ['bun', ['run']], ['node', []]])) {
  test(`the handler serves pages in ${name}`, async () => {
    site.reset();
    const child = spawn(name === 'node' ? process.execPath : bin(name), [...flags, 'src/serve.js', site.url], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const port = await new Promise((resolve, reject) => {
        child.on('exit', (code) => reject(new Error(`${name} ended with code ${code}`)));
        child.stdout.setEncoding('utf8').on('data', (text) => resolve(text.trim()));
      });
      const url = `http://127.0.0.1:${port}`;
      const response = await ask(url, `${site.url}/1.json`);
      assert.equal(response.status, 200);
      assert.match(await response.text(), /<p>The boat lies on the sand\.<\/p>/);
      assert.equal((await ask(url, `${site.url}/1.json`, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } })).status, 304);
      assert.equal((await ask(url, 'https://other.example/')).status, 403);
      site.route('/to-other', { status: 302, headers: { location: 'https://other.example/' } });
      assert.equal((await ask(url, `${site.url}/to-other`)).status, 403);
    } finally {
      child.removeAllListeners('exit');
      child.kill();
    }
  });
}

test('the recipe for Workers serves an article', async () => {
  site.reset();
  const worker = await startWorkerd(folder, 'src/recipes/worker.js', new URL(site.url).host);
  try {
    const response = await ask(worker.url, 'https://news.example/1.json');
    assert.equal(response.status, 200);
    assert.match(await response.text(), /<script type="module" src="\/article-widget\//);
  } finally {
    await worker.close();
  }
});

test('the recipe for Lambda serves an article from one file', async () => {
  const { build } = await import('esbuild');
  const outfile = join(folder, 'lambda/handler.mjs');
  await build({ entryPoints: [join(folder, 'src/recipes/lambda.js')], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
  const { handler } = await import(outfile);
  const { fetch } = globalThis;
  globalThis.fetch = async () => Response.json(article);
  try {
    const event = { rawPath: '/', rawQueryString: `url=${encodeURIComponent('https://news.example/1.json')}`, headers: { accept: 'text/html' }, requestContext: { domainName: 'lambda.example', http: { method: 'GET' } } };
    const { statusCode, headers, body } = await handler(event);
    assert.deepEqual([statusCode, headers['content-type']], [200, 'text/html; charset=utf-8']);
    assert.match(body, /<p>The boat lies on the sand\.<\/p>/);
  } finally {
    globalThis.fetch = fetch;
  }
});

for (const [name, flags, env] of /** @type {[string, string[], (port: string) => object][]} */ ([
  ['deno', ['run', '--allow-all', '--node-modules-dir=manual'], (port) => ({ DENO_SERVE_ADDRESS: `tcp:127.0.0.1:${port}` })],
  ['bun', ['run'], (port) => ({ BUN_PORT: port })],
  ['node', [], (port) => ({ PORT: port })],
])) {
  test(`the recipe for ${name} answers`, async () => {
    const free = await serve({ mounts: {} });
    const { port } = new URL(free.url);
    await free.close();
    const child = spawn(name === 'node' ? process.execPath : bin(name), [...flags, `src/recipes/${name}.js`], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env(port) } });
    try {
      let response;
      for (let tries = 0; tries < 100 && !response; tries++) {
        response = await ask(`http://127.0.0.1:${port}`, 'https://other.example/').catch(() => new Promise((resolve) => setTimeout(resolve, 100)));
      }
      assert.equal(/** @type {Response} */ (response)?.status, 403);
    } finally {
      child.kill();
    }
  });
}

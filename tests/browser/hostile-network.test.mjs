// Networks and servers that fail for a while, permanently, half way or not at all: temporary failures are retried, up
// to three attempts; permanent ones give one event.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { serve } from '../../pkg-config/serve/serve.mjs';
import { everywhere } from './support/browsers.mjs';
import { ARTICLE, HEADLINE, MODULE, events, json, openPage, requested, seen, waitFor } from './widget-page.mjs';

/** @import { Reply, Route } from '../../pkg-config/serve/serve.mjs' */

const element = '<article-widget src="input.json"><p>Fallback</p></article-widget>';
const wasm = await readFile(new URL('../../dist/article-widget.wasm', import.meta.url));

/** A route that gives these answers in turn, and then always the last. @param {Reply[]} replies @returns {Route} */
const inTurn = (...replies) => () => /** @type {Reply} */ (replies.length > 1 ? replies.shift() : replies[0]);

/** @param {number} status @param {Record<string, string>} [headers] */
const fails = (status, headers) => ({ status, headers, body: 'no', type: 'text/plain' });

const broken = { truncateAt: 0, body: 'x' };

/** @type {{ what: string, replies: Reply[], attempts: number, code?: string }[]} */
const answers = [
  { what: 'a server that is down once', replies: [fails(503), json(ARTICLE)], attempts: 2 },
  { what: 'a gateway that fails twice', replies: [fails(502), fails(504), json(ARTICLE)], attempts: 3 },
  { what: 'too many requests, for a second', replies: [fails(429, { 'retry-after': '1' }), json(ARTICLE)], attempts: 2 },
  { what: 'a server that stays down', replies: [fails(500)], attempts: 3, code: 'http-status' },
  { what: 'a server that asks to be left alone for a minute', replies: [fails(503, { 'retry-after': '60' })], attempts: 1, code: 'http-status' },
  { what: 'a server that asks to be left alone until a day', replies: [fails(503, { 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' })], attempts: 1, code: 'http-status' },
  { what: 'an article that is not there', replies: [fails(404)], attempts: 1, code: 'http-status' },
  { what: 'an article that is not for everybody', replies: [fails(403)], attempts: 1, code: 'http-status' },
];

for (const { what, replies, attempts, code } of answers) {
  everywhere(what, async (page, site) => {
    site.route('/input.json', inTurn(...replies));
    await openPage(page, site, element);
    const [{ type, detail }, ...more] = await events(page, 1);
    assert.deepEqual(more, []);
    assert.deepEqual([type, detail.code], code ? ['error', code] : ['load', undefined]);
    assert.equal(requested(site).filter((path) => path === '/input.json').length, attempts);
    await page.assertQuiet();
  });
}

everywhere('connections that are cut', async (page, site) => {
  site.route('/input.json', inTurn(broken, { ...json(ARTICLE), truncateAt: 30 }, json(ARTICLE)));
  await openPage(page, site, element);
  assert.equal((await events(page, 1))[0].type, 'load');
  await page.assertQuiet();
});

everywhere('a renderer that comes at the second attempt', async (page, site) => {
  site.route('/dist/article-widget.wasm', inTurn(fails(503), { type: 'application/wasm', body: wasm }));
  site.route('/input.json', json(ARTICLE));
  await openPage(page, site, element);
  assert.equal((await events(page, 1))[0].type, 'load');
  assert.equal(requested(site).filter((path) => path.endsWith('.wasm')).length, 2);
  await page.assertQuiet();
});

/** @type {{ what: string, reply: Reply }[]} */
const renderers = [
  { what: 'cut off, as its length says', reply: { type: 'application/wasm', body: wasm.subarray(0, 20_000) } },
  { what: 'cut off on the way', reply: { type: 'application/wasm', body: wasm, truncateAt: 20_000 } },
  { what: 'empty', reply: { type: 'application/wasm', body: '' } },
];
for (const { what, reply } of renderers) {
  everywhere(`a renderer that is ${what}`, async (page, site) => {
    site.route('/dist/article-widget.wasm', reply);
    site.route('/input.json', json(ARTICLE));
    await openPage(page, site, element);
    assert.deepEqual((await events(page, 1)).map(({ type, detail }) => [type, detail.code]), [['error', 'wasm-load']]);
    assert.deepEqual(await seen(page), { headline: null, message: 'The article could not be shown.', retry: 'Try again', fallback: true });
    await page.assertQuiet();
  });
}

everywhere('other origins that do not let themselves be read', async (page, site) => {
  const closed = { 'access-control-allow-origin': 'https://somebody-else.example' };
  const other = await serve({ routes: { '/input.json': { ...json(ARTICLE), headers: closed }, '/a.wasm': { type: 'application/wasm', body: wasm, headers: closed } } });
  try {
    site.route('/input.json', json(ARTICLE));
    await openPage(page, site, `<article-widget src="${other.url}/input.json"><p>Fallback</p></article-widget><div></div>`);
    assert.equal((await events(page, 1))[0].detail.code, 'network');
    assert.equal((await seen(page)).fallback, true);
    const code = await page.run(async (wasm) => {
      const { configure, mount } = await import(/** @type {any} */ ('/dist/article-widget.js?another'));
      configure({ wasm });
      return mount(document.querySelector('div'), 'input.json').ready.catch((/** @type {any} */ error) => error.code);
    }, `${other.url}/a.wasm`);
    assert.equal(code, 'wasm-load');
    await page.assertQuiet();
  } finally {
    await other.close();
  }
});

/** A clock that runs thirty times as fast. */
const FAST = '<script>{ const slow = window.setTimeout; window.setTimeout = (callback, delay, ...args) => slow(callback, delay / 30, ...args) }</script>';

for (const { what, path, code } of [
  { what: 'an article', path: '/input.json', code: 'timeout' },
  { what: 'a renderer', path: '/dist/article-widget.wasm', code: 'wasm-load' },
]) {
  everywhere(`${what} that never comes`, async (page, site) => {
    site.route('/input.json', json(ARTICLE));
    site.route(path, { hang: true });
    await openPage(page, site, element, { head: FAST + MODULE });
    assert.deepEqual((await events(page, 1)).map(({ type, detail }) => [type, detail.code]), [['error', code]]);
    assert.equal(requested(site).filter((other) => other === path).length, 1, 'who is slow is not asked again');
    await page.assertQuiet();
  });
}

everywhere('a renderer that comes at another attempt a minute later', async (page, site) => {
  site.route('/input.json', json(ARTICLE));
  site.route('/dist/article-widget.wasm', fails(404));
  await openPage(page, site, element, { head: FAST + MODULE });
  assert.equal((await events(page, 1))[0].detail.code, 'wasm-load');
  await new Promise((resolve) => setTimeout(resolve, 2000));
  site.route('/dist/article-widget.wasm', { type: 'application/wasm', body: wasm });
  await page.run(() => /** @type {any} */ (document.querySelector('article-widget')).reload());
  assert.deepEqual((await events(page, 2)).map(({ type }) => type), ['error', 'load']);
});

everywhere('removed between two attempts, it asks no more', async (page, site) => {
  // Long enough, even if this test reaches the next line late.
  site.route('/input.json', fails(503, { 'retry-after': '4' }));
  await openPage(page, site, element);
  await waitFor(() => requested(site).includes('/input.json'));
  await page.run(async () => {
    document.querySelector('article-widget')?.remove();
    await new Promise((resolve) => setTimeout(resolve, 4500));
  });
  assert.deepEqual(await events(page, 0), []);
  assert.equal(requested(site).filter((path) => path === '/input.json').length, 1);
  await page.assertQuiet();
});

everywhere('a trap in the middle of a rendering, after which the next one is right', async (page, site) => {
  site.route('/input.json', json(ARTICLE));
  // The page's callbacks call a module that only traps: `(func (export "trap") unreachable)`.
  const head = `<script>{
    const { Instance, Module } = WebAssembly;
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const { trap } = new Instance(new Module(Uint8Array.from(bytes))).exports;
    WebAssembly.Instance = function (module, imports) {
      const wrapped = {};
      for (const space in imports) {
        wrapped[space] = {};
        for (const name in imports[space]) {
          const inner = imports[space][name];
          wrapped[space][name] = typeof inner === 'function' ? (...args) => { if (window.broken && /take/.test(name)) { window.trapped = true; trap(); } return inner(...args); } : inner;
        }
      }
      return new Instance(module, wrapped);
    };
  }</script>${MODULE}`;
  await openPage(page, site, element, { head });
  await events(page, 1);
  for (const broken of [true, false]) {
    await page.run((broken) => {
      /** @type {any} */ (window).broken = broken;
      /** @type {any} */ (document.querySelector('article-widget')).reload();
    }, broken);
    await events(page, broken ? 2 : 3);
  }
  const [, failed, again] = await events(page, 3);
  assert.deepEqual([failed.type, failed.detail.code, again.type], ['error', 'crash', 'load']);
  assert.match(failed.detail.message, /^the renderer stopped: RuntimeError: /);
  assert.equal(await page.run(() => /** @type {any} */ (window).trapped), true);
  assert.equal((await seen(page)).headline, HEADLINE);
  await page.assertQuiet();
});

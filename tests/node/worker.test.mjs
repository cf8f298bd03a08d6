// The handler `article-widget/worker`, with a real server of articles on loopback.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { serve } from '../../pkg-config/serve/serve.mjs';
import { dist, packageVersion } from '../../pkg-config/project.mjs';

/** @import { HandlerOptions } from '../../www/entry/worker.js' */
/** @import { Route } from '../../pkg-config/serve/serve.mjs' */

const { createHandler, isPrivate, toNodeListener } = /** @type {typeof import('../../www/entry/worker.js')} */ (await import(`${dist}/worker.js`));
const files = /** @type {typeof import('../../www/entry/files.js')} */ (await import(`${dist}/files.js`));

const NEWS = 'https://news.example';
const article = { lang: 'en', headline: 'High & <dry>', datePublished: '2026-03-14 06:40', body: ['The boat lies on the sand.'] };

/** @type {import('../../pkg-config/serve/serve.mjs').Server} */
let site;
before(async () => { site = await serve({ mounts: {} }); });
after(() => site.close());
beforeEach(() => site.reset());

/** Fetches from the local server instead of `https://news.example` and the like. @type {typeof fetch} */
const fetchLocally = (address, init) => fetch(String(address).replace(/^https?:\/\/[^/]+/, site.url), init);

/** A handler that finds `https://news.example` on the local server. @param {Partial<HandlerOptions>} [options] */
const handlerOf = (options) => createHandler({ origins: [NEWS], fetch: fetchLocally, ...options });

/** A route that answers with JSON. @param {unknown} value @param {any} [more] @returns {any} */
const json = (value, { headers, ...more } = /** @type {any} */ ({})) => ({
  body: typeof value === 'string' ? value : JSON.stringify(value),
  type: 'application/json',
  headers: { 'cache-control': 'max-age=60', ...headers },
  ...more,
});

/**
 * Asks a handler for an article.
 * @param {ReturnType<typeof createHandler>} handler @param {string} address
 * @param {{ as?: string, method?: string, headers?: Record<string, string> }} [terms]
 */
async function ask(handler, address, { as, ...init } = {}) {
  const response = await handler(new Request(`https://edge.example/?url=${encodeURIComponent(address)}${as ? `&as=${as}` : ''}`, init));
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The refusal of an address, as JSON. @param {ReturnType<typeof createHandler>} handler @param {string} address */
async function refusalOf(handler, address) {
  const { status, text, headers } = await ask(handler, address, { as: 'json' });
  assert.equal(headers.get('content-type'), 'application/json; charset=utf-8');
  const { error } = JSON.parse(text);
  assert.equal(error.status, status);
  return [status, error.code, error.message];
}

test('an article is answered as a page, as the element and as JSON', async () => {
  site.route('/1.json', json(article));
  const handler = handlerOf();
  const page = await ask(handler, `${NEWS}/1.json`);
  assert.equal(page.status, 200);
  assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.match(page.text, /^<!doctype html>\n<html lang="en"( dir="ltr")?>\n<head>\n<meta charset="utf-8">/);
  assert.match(page.text, /<title>High &amp; &lt;dry&gt;<\/title>/);
  assert.match(page.text, /<main><article-widget [^>]*src="https:\/\/news\.example\/1\.json"[^]*<template shadowrootmode="open">[^]*<p>The boat lies on the sand\.<\/p>/);
  assert.doesNotMatch(page.text, /<script(?! type="application\/ld\+json")/, 'no script without files');
  const element = await ask(handler, `${NEWS}/1.json`, { as: 'element' });
  assert.match(element.text, /^<article-widget [^]*<\/article-widget>$/);
  assert.ok(page.text.includes(element.text));
  const told = await ask(handler, `${NEWS}/1.json`, { headers: { accept: 'application/json' } });
  assert.equal(told.headers.get('content-type'), 'application/json; charset=utf-8');
  const { html, report } = JSON.parse(told.text);
  assert.equal(html, element.text);
  assert.equal(report.headline, 'High & <dry>');
  assert.equal(site.requests.length, 1, 'one question for all three');
});

test('every answer has the headers that keep a page safe', async () => {
  site.route('/1.json', json(article));
  const handler = handlerOf();
  for (const answer of [await ask(handler, `${NEWS}/1.json`), await ask(handler, 'https://other.example/'), await ask(handler, `${NEWS}/1.json`, { as: 'json' })]) {
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(answer.headers.get('referrer-policy'), 'strict-origin-when-cross-origin');
    assert.equal(answer.headers.get('vary'), 'accept');
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'none'; /);
    assert.match(policy, /base-uri 'none'; form-action 'none'$/);
    assert.doesNotMatch(policy, /unsafe|script-src/);
  }
  const own = await ask(handlerOf({ headers: { 'content-security-policy': "default-src 'self'", 'x-frame-options': 'DENY' } }), `${NEWS}/1.json`);
  assert.equal(own.headers.get('content-security-policy'), "default-src 'self'");
  assert.equal(own.headers.get('x-frame-options'), 'DENY');
});

test('a reader that has the answer is told so', async () => {
  site.route('/1.json', json(article));
  const handler = handlerOf();
  const { headers } = await ask(handler, `${NEWS}/1.json`);
  const tag = headers.get('etag') ?? '';
  assert.match(tag, /^"[\w-]{20}-page"$/);
  assert.equal(headers.get('cache-control'), 'public, max-age=60, stale-while-revalidate=86400');
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const again = await ask(handler, `${NEWS}/1.json`, { headers: { 'if-none-match': known } });
    assert.deepEqual([again.status, again.text, again.headers.get('etag')], [304, '', tag], known);
  }
  assert.equal((await ask(handler, `${NEWS}/1.json`, { headers: { 'if-none-match': '"other"' } })).status, 200);
  assert.notEqual((await ask(handler, `${NEWS}/1.json`, { as: 'element' })).headers.get('etag'), tag);
  const head = await ask(handler, `${NEWS}/1.json`, { method: 'HEAD' });
  assert.deepEqual([head.status, head.text, head.headers.get('etag')], [200, '', tag]);
});

test('one that many ask for at once is fetched once', async () => {
  site.route('/1.json', json(article, { delay: 100 }));
  const handler = handlerOf();
  const answers = await Promise.all(Array.from({ length: 60 }, () => ask(handler, `${NEWS}/1.json`)));
  assert.deepEqual([...new Set(answers.map(({ status, text }) => `${status} ${text.length > 1000}`))], ['200 true']);
  assert.equal(site.requests.length, 1);
  assert.deepEqual(['accept', 'cookie', 'authorization'].map((name) => site.requests[0].headers[name]), ['application/json', undefined, undefined]);
});

/** Waits for work that continues after an answer. @param {() => boolean | Promise<boolean>} done */
async function eventually(done) {
  for (let tries = 0; tries < 500 && !(await done()); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.ok(await done());
}

test('an article that is no longer fresh is served, and asked for anew behind the answer', async (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const pass = (/** @type {number} */ seconds) => context.mock.timers.tick(seconds * 1000);
  let headline = 'First';
  site.route('/1.json', () => json({ ...article, headline }));
  const handler = handlerOf({ fresh: 60, stale: 600 });
  const seen = async () => /<h2[^>]*>(\w+)/.exec((await ask(handler, `${NEWS}/1.json`)).text)?.[1];
  assert.equal(await seen(), 'First');
  headline = 'Second';
  pass(59);
  assert.equal(await seen(), 'First');
  assert.equal(site.requests.length, 1);
  pass(2);
  assert.deepEqual(await Promise.all([seen(), seen(), seen()]), ['First', 'First', 'First']);
  await eventually(async () => (await seen()) === 'Second');
  assert.equal(site.requests.length, 2);
  site.route('/1.json', { status: 500 });
  pass(61);
  assert.equal(await seen(), 'Second');
  await eventually(() => site.requests.length === 3);
  pass(30);
  assert.equal(await seen(), 'Second', 'a failure leaves it in place');
  pass(600);
  assert.equal((await ask(handler, `${NEWS}/1.json`)).status, 502, 'until it is too old');
});

test('an article that did not change is not sent again', async () => {
  site.route('/1.json', (request) => (request.headers['if-none-match'] === '"a"' ? { status: 304 } : json(article, { headers: { etag: '"a"' } })));
  const handler = handlerOf({ fresh: 0, stale: 0 });
  const first = await ask(handler, `${NEWS}/1.json`);
  const second = await ask(handler, `${NEWS}/1.json`);
  assert.equal(second.text, first.text);
  assert.deepEqual(site.requests.map(({ headers }) => headers['if-none-match']), [undefined, '"a"']);
});

test('an article that must not be kept is not', async () => {
  for (const control of ['no-store', 'private, max-age=60']) {
    site.route('/1.json', json(article, { headers: { 'cache-control': control } }));
    const handler = handlerOf();
    await ask(handler, `${NEWS}/1.json`);
    assert.equal((await ask(handler, `${NEWS}/1.json`)).headers.get('cache-control'), 'no-store');
    assert.equal(site.requests.length, 2);
    site.reset();
  }
});

test('hosts of private networks are known in every spelling', () => {
  const hosts = (/** @type {string[]} */ list) => list.map((text) => new URL(`http://${text}/`).hostname);
  const closed = hosts([
    'localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'router', 'db.internal', 'printer.local', 'nas.home.arpa', 'a.lan', 'x.onion',
    '127.0.0.1', '127.0.0.1.', '127.1', '2130706433', '0x7f.1', '0x7f000001', '0177.0.0.1', '017700000001', '127.255.255.255', '0', '0.0.0.0',
    '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.254', '192.168.1.1', '169.254.169.254', '2852039166', '100.64.0.1', '198.18.0.1',
    '192.0.2.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '255.255.255.255', '１２７.0.0.1', '127。0。0。1', 'ⓛocalhost',
    '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[0:0:0:0:0:ffff:10.0.0.1]', '[fe80::1]', '[fec0::1]', '[fc00::1]', '[fd12:3456::1]',
    '[ff02::1]', '[64:ff9b::7f00:1]', '[64:ff9b:1::1]', '[2002:7f00:1::]', '[2001::1]', '[2001:db8::1]', '[3fff::1]', '[100::1]', '[4000::1]',
  ]);
  assert.deepEqual(closed.filter((host) => !isPrivate(host)), []);
  assert.ok(isPrivate('fe80::1%eth0'), 'as a resolver has it');
  const open = hosts(['news.example', 'news.example.', '1.1.1.1', '9.255.255.255', '11.0.0.1', '172.15.255.255', '172.32.0.1', '192.167.1.1', '223.255.255.255', '[2606:4700::1111]', '[2a00:1450::1]', 'local.example', 'localhost.example']);
  assert.deepEqual(open.filter(isPrivate), []);
});

test('other origins and private addresses are refused before anything is asked', async () => {
  const handler = handlerOf({ origins: [NEWS, 'https://*.papers.example', 'http://localhost:1', 'http://127.0.0.1', 'http://[::1]'] });
  for (const [address, status, code] of /** @type {[string, number, string][]} */ ([
    ['', 400, 'no-address'],
    ['/1.json', 400, 'bad-address'],
    ['news.example/1.json', 400, 'bad-address'],
    [`${NEWS}/${'a'.repeat(2048)}`, 414, 'address-too-long'],
    ['https://other.example/1.json', 403, 'origin-not-allowed'],
    ['http://news.example/1.json', 403, 'origin-not-allowed'],
    ['https://news.example:444/1.json', 403, 'origin-not-allowed'],
    ['https://news.example./1.json', 403, 'origin-not-allowed'],
    ['https://news.example.evil.example/1.json', 403, 'origin-not-allowed'],
    ['https://evilnews.example/1.json', 403, 'origin-not-allowed'],
    ['https://papers.example/1.json', 403, 'origin-not-allowed'],
    ['https://evilpapers.example/1.json', 403, 'origin-not-allowed'],
    ['https://user:word@news.example/1.json', 403, 'origin-not-allowed'],
    ['https://news.example@evil.example/', 403, 'origin-not-allowed'],
    ['file:///etc/passwd', 403, 'origin-not-allowed'],
    ['data:application/json,{}', 403, 'origin-not-allowed'],
    ['javascript:alert(1)', 403, 'origin-not-allowed'],
    ['http://localhost:1/', 403, 'private-address'],
    ['http://127.0.0.1/', 403, 'private-address'],
    ['http://2130706433/', 403, 'private-address'],
    ['http://[::ffff:127.0.0.1]/', 403, 'private-address'],
    ['http://[::1]/', 403, 'private-address'],
    ['http://127.0.0.1./', 403, 'private-address'],
    ['http://169.254.169.254/latest/meta-data', 403, 'private-address'],
  ])) {
    assert.deepEqual((await refusalOf(handler, address)).slice(0, 2), [status, code], address);
  }
  assert.equal(site.requests.length, 0);
  site.route('/1.json', json(article));
  assert.equal((await ask(handler, 'https://city.papers.example/1.json')).status, 200);
});

test('a name that leads into a private network is refused', async () => {
  site.route('/1.json', json(article));
  const asked = /** @type {string[]} */ ([]);
  const handler = (/** @type {string[]} */ addresses) => handlerOf({ lookup: async (name) => { asked.push(name); return addresses; } });
  assert.deepEqual(await refusalOf(handler(['1.1.1.1', '10.0.0.7']), `${NEWS}/1.json`), [403, 'private-address', 'news.example leads into a private network']);
  assert.equal((await ask(handler(['1.1.1.1', '2606:4700::1111']), `${NEWS}/1.json`)).status, 200);
  assert.deepEqual(asked, ['news.example', 'news.example']);
  const none = handlerOf({ lookup: () => Promise.reject(new Error('ENOTFOUND')) });
  assert.deepEqual(await refusalOf(none, `${NEWS}/1.json`), [502, 'network', 'news.example has no address']);
});

test('redirects are followed five times, and each is judged', async () => {
  const handler = handlerOf();
  site.route('/1.json', json({ ...article, image: { src: 'boat.jpg', alt: 'A boat' } }));
  site.route('/old/1.json', { status: 301, headers: { location: '../1.json' } });
  assert.match((await ask(handler, `${NEWS}/old/1.json`)).text, /src="https:\/\/news\.example\/boat\.jpg"/, 'addresses count from where it is');
  for (const [location, status, code] of /** @type {[string, number, string][]} */ ([
    ['https://other.example/1.json', 403, 'origin-not-allowed'],
    ['//other.example/1.json', 403, 'origin-not-allowed'],
    ['http://127.0.0.1/1.json', 403, 'private-address'],
    ['http://[::ffff:7f00:1]/', 403, 'private-address'],
    ['http://0x7f.1/', 403, 'private-address'],
    ['http://localhost./', 403, 'private-address'],
    ['file:///etc/passwd', 403, 'origin-not-allowed'],
    ['http://', 502, 'http-status'],
  ])) {
    const path = `/to/${encodeURIComponent(location)}`;
    site.route(path, { status: 302, headers: { location } });
    assert.deepEqual((await refusalOf(handler, NEWS + path)).slice(0, 2), [status, code], location);
  }
  site.route('/round', { status: 307, headers: { location: '/round' } });
  site.reset();
  site.route('/round', { status: 307, headers: { location: '/round' } });
  assert.deepEqual(await refusalOf(handler, `${NEWS}/round`), [502, 'too-many-redirects', 'the address leads on more than 5 times']);
  assert.equal(site.requests.length, 6);
  site.route('/nowhere', { status: 302 });
  assert.deepEqual(await refusalOf(handler, `${NEWS}/nowhere`), [502, 'http-status', 'news.example answered with status 302 and no address']);
});

test('what is no article is refused with a status that says whose fault it is', async () => {
  const handler = handlerOf({ maxBytes: 5000, timeout: 300 });
  const cases = /** @type {[string, Route, number, string, string][]} */ ([
    ['/none', { status: 404 }, 404, 'http-status', 'news.example answered with status 404'],
    ['/gone', { status: 410 }, 410, 'http-status', 'news.example answered with status 410'],
    ['/broken', { status: 500 }, 502, 'http-status', 'news.example answered with status 500'],
    ['/closed', { status: 401 }, 502, 'http-status', 'news.example answered with status 401'],
    ['/page', { body: '{"headline":"x"}', type: 'text/html' }, 502, 'not-json', 'news.example answered with text/html in place of JSON'],
    ['/image', { body: '{"headline":"x"}', type: 'image/svg+xml' }, 502, 'not-json', 'news.example answered with image/svg+xml in place of JSON'],
    ['/large', json({ ...article, body: 'x'.repeat(5000) }), 502, 'too-large', 'the article has more than 5000 bytes'],
    ['/packed', json({ ...article, body: 'x'.repeat(900_000) }), 502, 'too-large', 'the article has more than 5000 bytes'],
    ['/never', { hang: true }, 504, 'timeout', 'no article within 0.3 seconds'],
    ['/cut', json(article, { truncateAt: 20 }), 502, 'network', 'news.example could not be reached'],
    ['/bad', json('{"headline":'), 502, 'invalid-json', ''],
    ['/strange', json({ a: 1 }), 502, 'unknown-format', ''],
    ['/empty', json({ headline: '', body: [] }), 502, 'empty-article', ''],
  ]);
  for (const [path, route, status, code, message] of cases) {
    site.route(path, route);
    const told = await refusalOf(handler, NEWS + path);
    assert.deepEqual(told.slice(0, 2), [status, code], path);
    if (message) assert.equal(told[2], message);
  }
  // A failure is kept for a moment, so that not every reader requests from a broken server.
  const { length } = site.requests;
  await refusalOf(handler, `${NEWS}/broken`);
  assert.equal(site.requests.length, length);
});

test('a body that comes too slowly is not waited for', async () => {
  const slow = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  });
  await new Promise((resolve) => slow.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (slow.address());
  const handler = createHandler({ origins: [`http://127.0.0.1:${port}`], allowPrivate: true, timeout: 200 });
  assert.deepEqual(await refusalOf(handler, `http://127.0.0.1:${port}/`), [504, 'timeout', 'no article within 0.2 seconds']);
  await new Promise((resolve) => { slow.close(() => resolve(undefined)); slow.closeAllConnections(); });
});

test('a refused request is answered with the host’s own content, and never with half a page', async () => {
  site.route('/bad', json('{'));
  const page = await ask(handlerOf(), `${NEWS}/bad`);
  assert.match(page.text, /<h1>No article<\/h1>\n<p>.* \(<code>invalid-json<\/code>\)<\/p><\/main>\n<\/body>\n<\/html>\n$/);
  const fallback = (/** @type {{ status: number, code: string }} */ { status, code }) => `<a href="/">Front page</a> ${status} ${code}`;
  assert.match((await ask(handlerOf({ fallback }), `${NEWS}/bad`)).text, /<main><a href="\/">Front page<\/a> 502 invalid-json<\/main>/);
  assert.equal((await ask(handlerOf({ fallback }), `${NEWS}/bad`, { as: 'element' })).text, '<a href="/">Front page</a> 502 invalid-json');
  const throwing = handlerOf({ fallback: () => { throw new Error('no'); } });
  assert.match((await ask(throwing, `${NEWS}/bad`)).text, /<h1>No article/);
  const hostile = await ask(handlerOf(), 'https://x.example/<script>alert(1)</script>');
  assert.doesNotMatch(hostile.text, /<script/);
});

test('other methods are refused', async () => {
  const handler = handlerOf();
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const { status, headers } = await ask(handler, `${NEWS}/1.json`, { method });
    assert.deepEqual([status, headers.get('allow')], [405, 'GET, HEAD'], method);
  }
});

test('no more articles are fetched at once than told', async () => {
  site.route('/1', json(article, { delay: 200 }));
  site.route('/2', json(article, { delay: 200 }));
  site.route('/3', json(article));
  const handler = handlerOf({ maxPending: 2 });
  const [, , third] = await Promise.all(['1', '2', '3'].map((path) => ask(handler, `${NEWS}/${path}`)));
  assert.deepEqual([third.status, third.headers.get('retry-after')], [503, '1']);
  assert.equal((await ask(handler, `${NEWS}/3`)).status, 200, 'and it is not kept as a failure');
});

test('the articles that are kept stay within their bytes', async () => {
  const handler = handlerOf({ maxCacheBytes: 300_000 });
  for (let number = 0; number < 40; number++) {
    site.route(`/${number}`, json({ ...article, headline: `Article ${number}` }));
    assert.match((await ask(handler, `${NEWS}/${number}`)).text, new RegExp(`<title>Article ${number}</title>`));
  }
  const { length } = site.requests;
  await ask(handler, `${NEWS}/39`);
  assert.equal(site.requests.length, length, 'the last one is kept');
  await ask(handler, `${NEWS}/0`);
  assert.equal(site.requests.length, length + 1, 'the first one is not');
});

test('nothing of one article is in another, with a hundred at once', async () => {
  for (let number = 0; number < 100; number++) site.route(`/${number}`, json({ lang: 'en', headline: `Headline-${number}.`, body: [`Body-${number}.`] }));
  const handler = handlerOf({ maxPending: 200 });
  const answers = await Promise.all(Array.from({ length: 100 }, (_, number) => ask(handler, `${NEWS}/${number}`, { as: 'element' })));
  answers.forEach(({ text }, number) => {
    assert.deepEqual([...new Set([...text.matchAll(/(?:Headline|Body)-(\d+)\./g)].map(([, found]) => Number(found)))], [number]);
  });
});

test('options are taken, also by address', async () => {
  site.route('/1.json', json(article));
  assert.match((await ask(handlerOf({ options: { headingLevel: 1 } }), `${NEWS}/1.json`)).text, /<h1 [^>]*>High/);
  const handler = handlerOf({ options: (/** @type {URL} */ asked) => ({ headingLevel: asked.searchParams.has('large') ? 1 : 3 }) });
  const get = async (/** @type {string} */ query) => (await handler(new Request(`https://edge.example/?url=${NEWS}/1.json${query}`))).text();
  assert.match(await get('&large'), /<h1 [^>]*>High/);
  assert.match(await get(''), /<h3 [^>]*>High/);
});

test('the package’s files are served for good, and the page has the script', async () => {
  site.route('/1.json', json(article));
  const handler = handlerOf({ files });
  const folder = `/article-widget/${packageVersion()}/`;
  const page = await ask(handler, `${NEWS}/1.json`);
  assert.ok(page.text.includes(`<script type="module" src="${folder}article-widget.js"></script>`));
  const policy = page.headers.get('content-security-policy') ?? '';
  assert.match(policy, /; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' https:\/\/news\.example; /);
  const get = async (/** @type {string} */ path) => handler(new Request(`https://edge.example${path}`));
  const hashes = JSON.parse(String((await import('node:fs')).readFileSync(`${dist}/integrity.json`)));
  const { createHash } = await import('node:crypto');
  for (const name of Object.keys(hashes).filter((file) => !/fallback|classic/.test(file))) {
    const response = await get(folder + name);
    assert.equal(response.status, 200, name);
    assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(`sha256-${createHash('sha256').update(new Uint8Array(await response.arrayBuffer())).digest('base64')}`, hashes[name], name);
  }
  assert.equal((await get(`${folder}article-widget.wasm`)).headers.get('content-type'), 'application/wasm');
  for (const path of [`${folder}nothing.js`, `${folder}toString`, '/article-widget/0.0.0/article-widget.js', `${folder}a/article-widget.js`, '/article-widget/']) {
    assert.equal((await get(path)).status, 404, path);
  }
  const elsewhere = await ask(handlerOf({ base: 'https://cdn.example/aw/' }), `${NEWS}/1.json`);
  assert.ok(elsewhere.text.includes('<script type="module" src="https://cdn.example/aw/article-widget.js"></script>'));
  assert.match(elsewhere.headers.get('content-security-policy') ?? '', /script-src https:\/\/cdn\.example 'wasm-unsafe-eval'/);
});

test('a platform’s shared cache is asked before the article’s server', async () => {
  site.route('/1.json', json(article));
  const kept = new Map();
  const shared = {
    match: async (/** @type {string} */ key) => kept.get(key)?.clone(),
    put: async (/** @type {string} */ key, /** @type {Response} */ response) => void kept.set(key, response),
  };
  const before = Object.getOwnPropertyDescriptor(globalThis, 'caches');
  Object.defineProperty(globalThis, 'caches', { configurable: true, value: { default: shared } });
  try {
    const first = await ask(handlerOf(), `${NEWS}/1.json`);
    await eventually(() => kept.size === 1);
    const second = await ask(handlerOf(), `${NEWS}/1.json`);
    assert.deepEqual([second.text, site.requests.length], [first.text, 1]);
    const failing = { match: () => Promise.reject(new Error('no cache')), put: () => Promise.reject(new Error('no cache')) };
    Object.defineProperty(globalThis, 'caches', { configurable: true, value: { default: failing } });
    assert.equal((await ask(handlerOf(), `${NEWS}/1.json`)).status, 200);
  } finally {
    if (before) Object.defineProperty(globalThis, 'caches', before);
    else delete /** @type {any} */ (globalThis).caches;
  }
});

test('mistakes in the list of origins are found when the handler is made', () => {
  for (const origin of ['news.example', 'https://news.example/path', 'ftp://news.example', 'https://*', 'https://a.*.example', 'https://user@news.example', '*']) {
    assert.throws(() => createHandler({ origins: [origin] }), { name: 'TypeError', message: `createHandler: not an origin such as https://news.example: ${origin}` }, origin);
  }
  assert.throws(() => createHandler({ origins: [] }), /names no origin/);
});

test('Node serves it', async () => {
  site.route('/1.json', json(article));
  const server = createServer(toNodeListener(createHandler({ origins: [site.url], allowPrivate: true })));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const address = `http://127.0.0.1:${port}/?url=${encodeURIComponent(`${site.url}/1.json`)}`;
  const response = await fetch(address);
  assert.equal(response.status, 200);
  assert.match(await response.text(), /<p>The boat lies on the sand\.<\/p>/);
  assert.equal((await fetch(address, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } })).status, 304);
  assert.equal((await fetch(address, { method: 'HEAD' })).status, 200);
  assert.equal((await fetch(address, { method: 'POST', body: 'x' })).status, 405);
  await new Promise((resolve) => { server.close(() => resolve(undefined)); server.closeAllConnections(); });
});

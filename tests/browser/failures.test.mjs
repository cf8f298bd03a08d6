// Broken input of all kinds, and broken servers: the host gets one event, and its page stays quiet.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { ARTICLE, events, html, json, openPage, seen } from './widget-page.mjs';

const element = '<article-widget src="input.json"><p>Fallback</p></article-widget>';

/** @type {{ what: string, body: string, code: string, message: string }[]} */
const refused = [
  { what: 'an empty file', body: '', code: 'invalid-json', message: 'expected a value, found the end of the text at line 1, column 1' },
  { what: 'no JSON', body: '{headline: "x"}', code: 'invalid-json', message: 'expected a string, found “h” at line 1, column 2' },
  { what: 'truncated JSON', body: ARTICLE.slice(0, 40), code: 'invalid-json', message: 'expected the end of a string, found the end of the text at line 1, column 41' },
  { what: 'two values', body: '{"headline":"a"}{"headline":"b"}', code: 'invalid-json', message: 'expected the end of the text, found “{” at line 1, column 17' },
  { what: 'no UTF-8', body: '{"headline":"\xff"}', code: 'invalid-encoding', message: 'not UTF-8 at byte 13' },
  { what: 'null', body: 'null', code: 'unknown-format', message: 'no known format of articles: null; name one with the option format' },
  { what: 'a number', body: '42', code: 'unknown-format', message: 'no known format of articles: a number; name one with the option format' },
  { what: 'an empty list', body: '[]', code: 'unknown-format', message: 'no known format of articles: an empty array; name one with the option format' },
  { what: 'an object of another kind', body: '{"name":"Milk","price":2}', code: 'unknown-format', message: 'no known format of articles: an object with the members "name", "price"; name one with the option format' },
  { what: 'neither headline nor body', body: '{"datePublished":"2026-01-01"}', code: 'empty-article', message: 'the article has no headline and no body' },
  { what: 'an empty headline and body', body: '{"headline":"","body":[]}', code: 'empty-article', message: 'the article has no headline and no body' },
];

for (const { what, body, code, message } of refused) {
  everywhere(`refused: ${what}`, async (page, site) => {
    site.route('/input.json', { type: 'application/json', body: Buffer.from(body, what === 'no UTF-8' ? 'latin1' : 'utf8') });
    await openPage(page, site, element);
    const [{ type, detail }, ...more] = await events(page, 1);
    assert.deepEqual(more, []);
    assert.deepEqual([type, detail.code, detail.path, detail.message], ['error', code, '', message]);
    assert.deepEqual(await seen(page), { headline: null, message: 'The article could not be shown.', retry: null, fallback: true });
    await page.assertQuiet();
  });
}

/** Text in that many nested arrays. @param {number} depth */
const nested = (depth) => `{"type":"paragraph","text":${'['.repeat(depth)}"x"${']'.repeat(depth)}}`;

/** @type {{ what: string, body: string, headline: string, warnings: string[] }[]} */
const shown = [
  {
    what: 'wrong types deep inside',
    body: '{"headline":"Types","body":[{"type":"list","items":[true,{"text":7}]},{"type":"heading","text":{"x":1}},17],"author":[{"name":{}}]}',
    headline: 'Types',
    warnings: [
      'wrong-type /author/0/name',
      'missing-field /author/0/name',
      'wrong-type /body/0/items/0',
      'unknown-field /body/1/text/x',
      'missing-field /body/1/text/text',
      'empty-block /body/1',
      'wrong-type /body/2',
    ],
  },
  {
    what: 'an unknown block',
    body: '{"headline":"Unknown","body":[{"type":"hologram","text":"Flat"}]}',
    headline: 'Unknown',
    warnings: ['unknown-block /body/0/type'],
  },
  {
    what: 'empty strings',
    body: '{"headline":"Empty","body":["",{"type":"paragraph","text":""}],"author":""}',
    headline: 'Empty',
    warnings: ['empty-block /body/0', 'empty-block /body/1'],
  },
  {
    what: 'nulls',
    body: '{"headline":"Nulls","body":[null,"Text"],"author":null,"image":null,"related":[null]}',
    headline: 'Nulls',
    warnings: ['wrong-type /related/0'],
  },
  {
    what: '200,000 levels',
    body: `{"headline":"Deep","body":[${nested(200_000)},"Text"]}`,
    headline: 'Deep',
    warnings: ['too-deep /body/0/text/0…', 'empty-block /body/0'],
  },
];

for (const { what, body, headline, warnings } of shown) {
  everywhere(`shown as far as it goes: ${what}`, async (page, site) => {
    site.route('/input.json', json(body));
    await openPage(page, site, element);
    const [{ type, detail }] = await events(page, 1);
    assert.deepEqual([type, detail.headline], ['load', headline], JSON.stringify(detail));
    assert.deepEqual(detail.warnings.map(({ code, path }) => `${code} ${path.replace(/(\/0){9,}/, '/0…')}`), warnings, 'their texts are tested in Rust');
    assert.deepEqual(await seen(page), { headline, message: '', retry: null, fallback: false });
    await page.assertQuiet();
  });
}

for (const status of [404, 500]) {
  everywhere(`status ${status}`, async (page, site) => {
    site.route('/input.json', { status, body: ARTICLE, type: 'application/json' });
    await openPage(page, site, element);
    const [{ type, detail }] = await events(page, 1);
    assert.equal(type, 'error');
    assert.deepEqual(detail, { code: 'http-status', path: '', message: `the server answered ${status}`, status, warnings: [] });
    assert.deepEqual(await seen(page), { headline: null, message: 'The article could not be shown.', retry: 'Try again', fallback: true });
    // Browsers report refused resources in the console, which only developers see.
    await page.assertQuiet();
  });
}

/** @type {{ what: string, reply: import('../../pkg-config/serve/serve.mjs').Reply, code: string, message: string }[]} */
const replies = [
  { what: 'HTML in place of JSON', reply: html('<h1>Welcome</h1>'), code: 'not-json', message: 'the server answered with markup (text/html)' },
  { what: 'HTML that calls itself JSON', reply: json('<!doctype html>'), code: 'not-json', message: 'the server answered with markup (application/json)' },
  { what: 'an image', reply: { type: 'image/png', body: '\x89PNG' }, code: 'not-json', message: 'the server answered with no JSON (image/png)' },
  {
    what: 'a connection that breaks off', reply: { ...json(ARTICLE), truncateAt: 30 },
    code: 'network', message: 'the article could not be fetched: offline, refused, or not allowed by CORS or CSP',
  },
  { what: '50 MB', reply: json(`{"headline":"${'x'.repeat(50 << 20)}"}`), code: 'too-large', message: 'the article has more than 4194304 bytes' },
];

for (const { what, reply, code, message } of replies) {
  everywhere(what, async (page, site) => {
    site.route('/input.json', reply);
    await openPage(page, site, element);
    const [{ type, detail }] = await events(page, 1);
    assert.deepEqual([type, detail.code, detail.path, detail.message], ['error', code, '', message]);
    assert.equal((await seen(page)).fallback, true);
    await page.assertQuiet();
  });
}

everywhere('JSON of a wrong type is taken', async (page, site) => {
  site.route('/input.json', { type: 'text/plain', body: `\ufeff ${ARTICLE}` });
  await openPage(page, site, element);
  assert.equal((await events(page, 1))[0].type, 'load');
  await page.assertQuiet();
});

everywhere('a refused connection', async (page, site) => {
  await openPage(page, site, '<article-widget src="http://127.0.0.1:1/article.json"><p>Fallback</p></article-widget>');
  const [{ type, detail }] = await events(page, 1);
  assert.deepEqual([type, detail.code], ['error', 'network']);
  assert.deepEqual(await seen(page), { headline: null, message: 'The article could not be shown.', retry: 'Try again', fallback: true });
  await page.assertQuiet();
});

everywhere('an address that is none', async (page, site) => {
  await openPage(page, site, '<article-widget src="http://["></article-widget>');
  const [{ type, detail }] = await events(page, 1);
  assert.deepEqual([type, detail.code, detail.message], ['error', 'no-source', 'not a URL: http://[']);
  await page.assertQuiet();
});

everywhere('max-bytes holds for fetched and for given articles', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json" max-bytes="50"></article-widget>');
  assert.equal((await events(page, 1))[0].detail.code, 'too-large');
  await page.run(() => {
    const widget = /** @type {import('../../www/entry/index.js').ArticleWidget} */ (document.querySelector('article-widget'));
    widget.article = { headline: 'x'.repeat(60) };
  });
  assert.equal((await events(page, 2))[1].detail.code, 'too-large');
});

everywhere('values that no JSON can hold', async (page, site) => {
  await openPage(page, site, '<article-widget></article-widget>');
  await page.run(() => customElements.whenDefined('article-widget').then(() => {}));
  const codes = await page.run(async () => {
    const widget = /** @type {any} */ (document.querySelector('article-widget'));
    const cycle = /** @type {any} */ ({ headline: 'x' });
    cycle.body = [cycle];
    /** @type {string[]} */
    const codes = [];
    for (const value of [cycle, { headline: 1n }, { get headline() { throw new Error('no'); } }, Symbol('x'), () => 1]) {
      widget.article = value;
      await new Promise((resolve) => widget.addEventListener('error', (/** @type {any} */ event) => resolve(codes.push(event.detail.code)), { once: true }));
    }
    return codes;
  });
  assert.deepEqual(codes, Array(5).fill('unreadable-value'));
  await page.assertQuiet();
});

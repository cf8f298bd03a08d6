// How articles are fetched: responses of all kinds of `fetch`, and the base of relative addresses.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { held } from './support/held.mjs';
import { MODULE, events, json, openPage, waitFor } from './widget-page.mjs';

const HEADLINE = 'Tide';
const ARTICLE = `{"headline":"${HEADLINE}","body":["It came."]}`;

/**
 * Replacements of \`fetch\` for articles; the widget's own files are fetched as usual.
 * @type {Record<string, string>}
 */
const answers = {
  'without a stream': '({ ok, status, url, headers, arrayBuffer: () => real.arrayBuffer() })',
  'with a body that is no stream': '({ ok, status, url, headers, body: {}, arrayBuffer: () => real.arrayBuffer() })',
  'with text alone': '({ ok, status, headers, text: () => real.text() })',
  'with JSON alone, and no headers': '({ ok, status, json: () => real.json() })',
  'of their own without an address': 'new Response(await real.text(), { headers: { "content-type": "application/json" } })',
  'with a body that cannot be cancelled': '({ ok, status, url, headers, body: { getReader: () => { const reader = real.body.getReader(); return { read: () => reader.read(), cancel() {} }; } } })',
};

for (const [what, answer] of Object.entries(answers)) {
  everywhere(`a fetch whose answers come ${what}`, async (page, site) => {
    site.route('/news/tide.json', json(ARTICLE));
    const head = `<script>{
      const fetched = window.fetch;
      window.fetch = async (url, init) => {
        const real = await fetched(url, init);
        const { ok, status, headers } = real;
        return /json/.test(url) ? ${answer} : real;
      };
    }</script>${MODULE}`;
    await openPage(page, site, '<article-widget src="/news/tide.json"></article-widget><article-widget src="/missing.json"></article-widget>', { head });
    const found = (await events(page, 2)).map(({ type, detail }) => `${type} ${detail.headline ?? detail.code}`).sort();
    assert.deepEqual(found, what.includes('their own') ? found : ['error http-status', `load ${HEADLINE}`]);
    assert.ok(found.includes(`load ${HEADLINE}`));
    await page.assertQuiet();
  });
}

everywhere('a fetch that knows no streams, for all files', async (page, site) => {
  const head = `<script>{
    const fetched = window.fetch;
    window.fetch = async (url, init) => {
      const real = await fetched(url, init);
      const { ok, status, headers } = real;
      return { ok, status, headers, url: '', text: () => real.text(), arrayBuffer: () => real.arrayBuffer() };
    };
  }</script>${MODULE}`;
  site.route('/tide.json', json('{"lang":"de","headline":"Tide","body":{"html":"<p>Sie kam.</p>"},"related":{"items":[{"headline":"Ebbe","url":"https://news.example/ebb"}]}}'));
  await openPage(page, site, '<article-widget src="/tide.json" theme="news"></article-widget>', { head });
  assert.deepEqual((await events(page, 1)).map(({ type, detail }) => [type, detail.headline]), [['load', HEADLINE]]);
  assert.equal(await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=related-title]')?.textContent), 'Mehr zum Thema');
  await page.assertQuiet();
});

for (const { what, body, code } of [
  { what: 'too large', body: `{"headline":"${'x'.repeat(200)}"}`, code: 'too-large' },
  { what: 'markup', body: '<!doctype html>', code: 'not-json' },
]) {
  everywhere(`without a stream, what is ${what} is refused as ever`, async (page, site) => {
    site.route('/tide.json', json(body));
    const head = `<script>{ const fetched = window.fetch; window.fetch = async (url, init) => { const real = await fetched(url, init); if (!/json/.test(url)) return real; const { ok, status } = real; return { ok, status, headers: new Headers(), arrayBuffer: () => real.arrayBuffer() }; }; }</script>${MODULE}`;
    await openPage(page, site, '<article-widget src="tide.json" max-bytes="100"></article-widget>', { head });
    assert.deepEqual((await events(page, 1)).map(({ type, detail }) => [type, detail.code]), [['error', code]]);
    await page.assertQuiet();
  });
}

/** Relative addresses in an article without an address of its own. */
const RELATIVE = JSON.stringify({ headline: HEADLINE, body: [{ type: 'paragraph', text: { text: 'More', url: 'more' } }, { type: 'image', src: '../cat.svg', alt: 'A cat' }] });

/** The shown addresses, in an element or another host. @param {string} selector */
const shown = (selector) => {
  const root = document.querySelector(selector)?.shadowRoot;
  return [...root?.querySelectorAll('[part~=body] a, img') ?? []].map((node) => node.getAttribute('href') ?? node.getAttribute('src'));
};

everywhere('relative addresses are resolved against the address that the article came from', async (page, site) => {
  site.route('/api/v1/tide.json', json(RELATIVE));
  site.route('/moved.json', { status: 302, headers: { location: '/api/v1/tide.json?from=moved' } });
  site.route('/cat.svg', { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  site.route('/api/cat.svg', { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  const body = `<article-widget id="src" src="/api/v1/tide.json"></article-widget><article-widget id="moved" src="moved.json"></article-widget>
    <section><script src="/dist/article-widget.classic.js" data-src="api/v1/tide.json"></script></section><div id="mount"></div>
    <article-widget id="based" src="/api/v1/tide.json" base-url="https://host.example/a/b"></article-widget>
    <article-widget id="inline"><script type="application/json">${RELATIVE}</script></article-widget>
    <article-widget id="data" src="data:application/json,${encodeURIComponent(RELATIVE)}"></article-widget>`;
  await openPage(page, site, body);
  await page.run(async () => {
    const { mount } = await import(/** @type {any} */ ('/dist/index.js'));
    const mounted = mount(document.querySelector('#mount'), new URL('/moved.json', location.href));
    await mounted.ready;
    Object.assign(window, { mounted });
  });
  const all = await events(page, 7);
  assert.deepEqual(all.map(({ type }) => type), Array(7).fill('load'));
  const fetched = [`${site.url}/api/v1/more`, `${site.url}/api/cat.svg`];
  for (const selector of ['#src', '#moved', 'section article-widget', '#mount']) assert.deepEqual(await page.run(shown, selector), fetched, selector);
  assert.deepEqual(await page.run(shown, '#based'), ['https://host.example/a/more', 'https://host.example/cat.svg']);
  for (const selector of ['#inline', '#data']) assert.deepEqual(await page.run(shown, selector), [], selector);
  const warnings = all.map(({ detail }) => detail.warnings.map(({ code }) => code).join(' ')).sort();
  assert.deepEqual(warnings, ['', '', '', '', '', 'unresolved-url unresolved-url', 'unresolved-url unresolved-url']);
  // The same bytes again, the same bytes from another address, and a value instead.
  await page.run(() => document.querySelector('#moved')?.setAttribute('heading-level', '3'));
  await page.until(() => document.querySelector('#moved')?.shadowRoot?.querySelector('h3'));
  assert.deepEqual(await page.run(shown, '#moved'), fetched);
  site.route('/moved.json', { status: 302, headers: { location: '/other/tide.json' } });
  site.route('/other/tide.json', json(RELATIVE));
  await page.run(() => /** @type {any} */ (window).mounted.reload());
  assert.deepEqual(await page.run(shown, '#mount'), [`${site.url}/other/more`, `${site.url}/cat.svg`]);
  await page.run((article) => /** @type {any} */ (window).mounted.update(JSON.parse(article)), RELATIVE);
  assert.deepEqual(await page.run(shown, '#mount'), []);
  await page.run((article) => /** @type {any} */ (window).mounted.update(JSON.parse(article), { sourceUrl: 'https://api.example/x/1' }), RELATIVE);
  assert.deepEqual(await page.run(shown, '#mount'), ['https://api.example/x/more', 'https://api.example/cat.svg']);
  await page.assertQuiet({ except: /^resource: https:\/\/\w+\.example\// });
});

everywhere('a fetch that heeds no signal does not bring back an article that was given up', async (page, site) => {
  const slow = held(json('{"headline":"Slow"}'));
  site.route('/slow.json', slow.route);
  site.route('/tide.json', json(ARTICLE));
  const head = `<script>{ const fetched = window.fetch; window.fetch = (url, init) => { const { signal, ...rest } = init; return fetched(url, rest); }; }</script>${MODULE}`;
  await openPage(page, site, '<article-widget src="slow.json"></article-widget>', { head });
  await waitFor(() => site.requests.some(({ path }) => path === '/slow.json'));
  await page.run(() => document.querySelector('article-widget')?.setAttribute('src', 'tide.json'));
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=headline]'));
  slow.give();
  await page.run(() => new Promise((resolve) => setTimeout(resolve, 300)));
  assert.deepEqual((await events(page, 1)).map(({ detail }) => detail.headline), [HEADLINE]);
  await page.assertQuiet();
});

// Page routers that keep copies of pages and show them again, with the real libraries; and routers that run no scripts.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { everywhere } from './support/browsers.mjs';
import { MODULE, html, json } from './widget-page.mjs';

/**
 * @import { Page } from './support/page.mjs'
 * @import { Site } from './support/browsers.mjs'
 */

/**
 * A file of an npm package; attributes of the body that make it handle the links of a page.
 * @type {Record<string, { file: string, body: string }>}
 */
const routers = {
  Turbo: { file: '@hotwired/turbo/dist/turbo.es2017-umd.js', body: '' },
  htmx: { file: 'htmx.org/dist/htmx.js', body: 'hx-boost="true"' },
};

const inline = '<article-widget><script type="application/json">{"headline":"Tide","body":["It came."]}</script></article-widget>';

/** The ways to embed an article in a page. @type {Record<string, { head: string, body: string }>} */
const ways = {
  'a classic tag': { head: '', body: '<script async src="/dist/article-widget.classic.js" data-src="/tide.json" data-heading-level="3"></script>' },
  'two classic tags': {
    head: '',
    body: '<script src="/dist/article-widget.classic.js" data-src="/tide.json"></script>\n<script src="/dist/article-widget.classic.js" data-src="/ebb.json"></script>',
  },
  'an element': { head: MODULE, body: '<article-widget src="/tide.json"></article-widget>' },
  'an element with its article': { head: MODULE, body: inline },
  'a mount': {
    head: '<script type="module">import { mount } from "/dist/index.js"; window.mount = mount; dispatchEvent(new Event("mountable"));</script>',
    body: '<div id="place"></div><script>{ const show = () => mount(document.querySelector("#place"), "/tide.json"); if (window.mount) show(); else addEventListener("mountable", show, { once: true }); }</script>',
  },
};

/** Two pages with a link from each to the other; the first has the article. @param {Site} site @param {keyof typeof routers} router @param {{ head: string, body: string }} way */
async function routePages(site, router, { head, body }) {
  const { file, body: attributes } = routers[router];
  site.route('/router.js', { type: 'text/javascript', body: await readFile(new URL(`../../node_modules/${file}`, import.meta.url)) });
  for (const name of ['tide', 'ebb']) site.route(`/${name}.json`, json(`{"headline":"${name === 'tide' ? 'Tide' : 'Ebb'}","body":["It came."]}`));
  const page = (/** @type {string} */ content) => {
    const { body, ...reply } = html(`<main id="main">${content}</main>`, { head: `<script src="/router.js"></script>${head}`, recorder: '' });
    return { ...reply, body: body.replace('<body>', `<body ${attributes}>`) };
  };
  site.route('/one.html', page(`<h1>One</h1>${body}<a href="/two.html">Two</a>`));
  site.route('/two.html', page('<h1>Two</h1><a href="/one.html">One</a>'));
}

/**
 * The content of the page after all its articles are shown.
 * @param {Page} page
 * @param {string} heading
 * @param {number} count
 */
const stands = (page, heading, count) =>
  page.until(async (heading, count) => {
    const seen = () => {
      const main = document.querySelector('#main');
      const hosts = [...main?.querySelectorAll('article-widget, #place') ?? []];
      const texts = hosts.map((host) => host.shadowRoot?.querySelector('[part~=headline]')?.textContent ?? '');
      return { heading: main?.querySelector('h1')?.textContent, texts };
    };
    if (seen().heading !== heading || seen().texts.filter(Boolean).length < count) return null;
    // By now a superfluous article would be shown.
    await new Promise((resolve) => setTimeout(resolve, 150));
    return seen();
  }, heading, count);

for (const router of /** @type {(keyof typeof routers)[]} */ (Object.keys(routers))) {
  for (const [what, way] of Object.entries(ways)) {
    everywhere(`${router}: ${what} shows its article once, after going back and forth`, async (page, site) => {
      await routePages(site, router, way);
      const texts = what === 'two classic tags' ? ['Tide', 'Ebb'] : ['Tide'];
      await page.open('/one.html');
      assert.deepEqual(await stands(page, 'One', texts.length), { heading: 'One', texts });
      for (let round = 0; round < 3; round++) {
        await page.run(() => /** @type {HTMLElement} */ (document.querySelector('#main a')).click());
        assert.deepEqual(await stands(page, 'Two', 0), { heading: 'Two', texts: [] });
        // Back by the copy, and once by a link: Turbo shows the copy first, and then the fetched page.
        await page.run((back) => (back ? history.back() : /** @type {HTMLElement} */ (document.querySelector('#main a')).click()), round !== 1);
        assert.deepEqual(await stands(page, 'One', texts.length), { heading: 'One', texts }, `round ${round}`);
      }
      await page.assertQuiet();
    });
  }
}

everywhere('a router that runs no scripts: an element is shown, a classic tag is not', async (page, site) => {
  site.route('/tide.json', json('{"headline":"Tide","body":["It came."]}'));
  site.route('/page.html', html('<main id="main"><h1>One</h1></main>', { recorder: '' }));
  await page.open('/page.html');
  await page.run((element, tag) => {
    const main = /** @type {Element} */ (document.querySelector('#main'));
    main.innerHTML = `<h1>Two</h1>${element}${tag}`;
  }, ways['an element'].body, ways['a classic tag'].body);
  assert.deepEqual(await stands(page, 'Two', 1), { heading: 'Two', texts: ['Tide'] });
  await page.assertQuiet();
});

everywhere('a page that was saved with its article shows it once', async (page, site) => {
  site.route('/tide.json', json('{"headline":"Tide","body":["It came."]}'));
  const { body } = ways['a classic tag'];
  site.route('/page.html', html(`<main id="main"><h1>Saved</h1>${body}<article-widget src="/tide.json" heading-level="3"></article-widget></main>`, { head: '', recorder: '' }));
  await page.open('/page.html');
  assert.deepEqual(await stands(page, 'Saved', 1), { heading: 'Saved', texts: ['Tide'] });
  await page.assertQuiet();
});

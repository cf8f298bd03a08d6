// Style sheets and labels that do not arrive do not block an article: after a while it is shown without them, and they
// are applied when they arrive. The test controls the page's clock, so events of later seconds happen at its command.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { everywhere } from './support/browsers.mjs';
import { held } from './support/held.mjs';
import { events, html, json } from './widget-page.mjs';

const CLOCK = `<script>{
  const now = setTimeout.bind(window);
  window.timers = [];
  window.setTimeout = (run, delay, ...args) => (delay >= 1000 ? timers.push({ run, delay }) + 1e6 : now(run, delay, ...args));
  const cleared = clearTimeout.bind(window);
  window.clearTimeout = (id) => (id > 1e6 ? (timers[id - 1e6 - 1].run = () => {}) : cleared(id));
  window.advance = (to) => { for (const timer of timers) if (timer.delay <= to) { const { run } = timer; timer.run = () => {}; run(); } };
}</script>`;

const GERMAN = JSON.stringify({ lang: 'de', headline: 'Endlich Regen', body: ['Es regnet.', { type: 'notes', items: ['Eine Fußnote.'] }], related: { items: [{ headline: 'Ebbe', url: '/ebbe' }] } });

/** @param {string} name  in dist/ */
const heldFile = (name) => held({ file: new URL(`../../dist/${name}`, import.meta.url).pathname });

/** @param {import('./support/page.mjs').Page} page */
const shown = (page) =>
  page.run(() => {
    const root = document.querySelector('article-widget')?.shadowRoot;
    const article = root?.querySelector('article');
    return { headline: root?.querySelector('[part~=headline]')?.textContent ?? null, styled: article ? getComputedStyle(article).containerType === 'inline-size' : null, title: root?.querySelector('[part~=related-title]')?.textContent ?? null };
  });

for (const [file, theme] of [['article-widget.css', ''], ['article-widget-themes.css', 'news']]) {
  everywhere(`a style sheet that does not answer holds no article back: ${file}`, async (page, site) => {
    const sheet = heldFile(file);
    site.route(`/dist/${file}`, sheet.route);
    site.route('/article.json', json('{"lang":"en","headline":"Rain at last","body":"It rained."}'));
    site.route('/page.html', html(`<article-widget src="article.json" theme="${theme}"></article-widget>`, { head: `${CLOCK}<script type="module" src="/dist/article-widget.js"></script>` }));
    await page.open('/page.html');
    // The article and the core have loaded; the clock has not moved.
    await page.until(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm')) && /** @type {any} */ (window).timers.some((/** @type {{ delay: number }} */ { delay }) => delay === 1500));
    await page.run(() => new Promise((resolve) => setTimeout(resolve, 300)));
    assert.equal((await shown(page)).headline, null);
    await page.run(() => /** @type {any} */ (window).advance(1500));
    assert.equal((await events(page, 1))[0].type, 'load');
    assert.equal((await shown(page)).headline, 'Rain at last');
    sheet.give();
    await page.until((index) => (document.querySelector('article-widget')?.shadowRoot?.adoptedStyleSheets[index]?.cssRules.length ?? 0) > 1, theme ? 1 : 0);
    assert.deepEqual({ ...(await shown(page)), title: null }, { headline: 'Rain at last', styled: true, title: null });
    assert.equal((await events(page, 1)).length, 1);
  });
}

everywhere('labels that do not answer hold no article back, and are put in when they come', async (page, site) => {
  const labels = heldFile('article-widget-labels-a-g.tsv');
  site.route('/dist/article-widget-labels-a-g.tsv', labels.route);
  site.route('/article.json', json(GERMAN));
  site.route('/page.html', html('<article-widget src="article.json"></article-widget>', { lang: 'de', head: `${CLOCK}<script type="module" src="/dist/article-widget.js"></script>` }));
  await page.open('/page.html');
  // Once for the status message, once for the article's labels.
  for (const _ of [1, 2, 3]) {
    await page.run(() => new Promise((resolve) => setTimeout(resolve, 300)));
    await page.run(() => /** @type {any} */ (window).advance(1500));
  }
  assert.equal((await events(page, 1))[0].type, 'load');
  const before = await shown(page);
  assert.equal(before.headline, 'Endlich Regen');
  await page.run(() => { /** @type {any} */ (window).kept = document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=headline]'); });
  labels.give();
  const table = await readFile(new URL('../../dist/article-widget-labels-a-g.tsv', import.meta.url), 'utf8');
  assert.match(table, /^de\t/m);
  await page.until((english) => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=related-title]')?.textContent !== english, before.title);
  const after = await page.run(() => {
    const root = document.querySelector('article-widget')?.shadowRoot;
    return { same: root?.querySelector('[part~=headline]') === /** @type {any} */ (window).kept, articles: root?.querySelectorAll('article').length };
  });
  assert.deepEqual(after, { same: true, articles: 1 });
  assert.equal((await events(page, 1)).length, 1, 'it is the same article');
  await page.assertQuiet();
});

everywhere('labels that come after the article was taken away change nothing', async (page, site) => {
  const labels = heldFile('article-widget-labels-a-g.tsv');
  site.route('/dist/article-widget-labels-a-g.tsv', labels.route);
  site.route('/article.json', json(GERMAN));
  site.route('/page.html', html('<article-widget src="article.json"></article-widget>', { lang: 'de', head: `${CLOCK}<script type="module" src="/dist/article-widget.js"></script>` }));
  await page.open('/page.html');
  for (const _ of [1, 2, 3]) {
    await page.run(() => new Promise((resolve) => setTimeout(resolve, 300)));
    await page.run(() => /** @type {any} */ (window).advance(1500));
  }
  await events(page, 1);
  await page.run(() => document.querySelector('article-widget')?.removeAttribute('src'));
  await page.run(() => new Promise((resolve) => setTimeout(resolve, 50)));
  labels.give();
  await page.run(() => new Promise((resolve) => setTimeout(resolve, 300)));
  assert.equal((await shown(page)).headline, null);
  assert.equal((await events(page, 1)).length, 1);
});

everywhere('where there are no constructed sheets, links to them are held to their hashes', async (page, site) => {
  site.route('/article.json', json('{"lang":"en","headline":"Rain at last","body":"It rained."}'));
  const old = '<script>delete ShadowRoot.prototype.adoptedStyleSheets; delete Document.prototype.adoptedStyleSheets;</script>';
  site.route('/page.html', html('<article-widget src="article.json" theme="news"></article-widget>', { head: `${old}<script type="module" src="/dist/article-widget.js"></script>` }));
  await page.open('/page.html');
  await events(page, 1);
  const hashes = JSON.parse(await readFile(new URL('../../dist/integrity.json', import.meta.url), 'utf8'));
  const links = await page.run(() => [...(document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('link') ?? [])].map(({ href, integrity, crossOrigin }) => [href.replace(/.*\//, ''), integrity, crossOrigin]));
  assert.deepEqual(links.sort(), ['article-widget-themes.css', 'article-widget.css'].map((name) => [name, hashes[name], 'anonymous']));
  await page.until(() => getComputedStyle(/** @type {Element} */ (document.querySelector('article-widget')?.shadowRoot?.querySelector('article'))).containerType === 'inline-size');
  await page.assertQuiet();
});

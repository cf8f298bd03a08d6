// Texts and addresses of characters that engines map, do not break, or paint in unusual ways.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { everywhere } from './support/browsers.mjs';
import { decode } from './support/picture.mjs';
import { CHUNK } from '../hostile/hosts.mjs';
import { html, openPage } from './widget-page.mjs';

/** @import { Page } from './support/page.mjs' */
/** @import { Site } from './support/browsers.mjs' */

const script = await readFile(new URL('../hostile/hosts.mjs', import.meta.url), 'utf8');

everywhere('every character in a host is read as it stands, or refused', async (page, site) => {
  site.route('/hosts.mjs', { type: 'text/javascript', body: script });
  site.route('/page.html', html('', { head: '' }));
  await page.open('/page.html');
  await page.run(async () => {
    const server = await import(/** @type {any} */ ('/dist/server.js'));
    server.initialize(new WebAssembly.Module(await (await fetch('/dist/article-widget-server.wasm')).arrayBuffer()));
    Object.assign(window, { server, ...(await import(/** @type {any} */ ('/hosts.mjs'))) });
  });
  let accepted = 0;
  for (let first = 0; first < 0x110000; first += CHUNK) {
    // Beyond the second plane there are only Han characters, which are valid at any position.
    for (const spelling of first < 0x20000 ? ['inside', 'alone', 'arabic'] : ['inside']) {
      const { wrong, count } = await page.run((first, spelling) => {
        const { server, hosts, misread } = /** @type {any} */ (window);
        return misread(server.renderToString({ headline: 'H', body: hosts(first, spelling) }, { maxNodes: 1e6, maxBytes: 1e8 }).html, spelling);
      }, first, spelling);
      assert.deepEqual(wrong, [], page.engine);
      accepted += count;
    }
  }
  assert.ok(accepted > 150_000, `${accepted} were let through`);
  await page.assertQuiet();
}, { timeout: 900_000 });

/**
 * The number of pixels in a strip of the page that are not white.
 * @param {Page} page
 * @param {number} top
 * @param {number} bottom
 */
async function painted(page, top, bottom) {
  const { width, data } = decode(await page.screenshot());
  let count = 0;
  for (let at = top * width * 3; at < bottom * width * 3; at++) count += Number(data[at] < 250);
  return count;
}

everywhere('no mark of a letter paints over the page around the article', async (page, site) => {
  await page.resize(600, 700);
  const marks = '\u0301'.repeat(60);
  const article = JSON.stringify({ lang: 'en', headline: `A${marks}B`, body: [`c\u0323${'\u0323'.repeat(60)}d`] });
  const bars = (/** @type {string} */ style) => `<style>body { margin: 0; background: #fff } div { block-size: 250px } ${style}</style>
    <div></div><article-widget theme="light"><script type="application/json">${article}</script></article-widget><div></div>`;
  const shown = async (/** @type {string} */ style) => {
    await openPage(page, site, bars(style));
    await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('h2'));
    const [top, bottom] = await page.run(() => {
      const { top, bottom } = /** @type {Element} */ (document.querySelector('article-widget')).getBoundingClientRect();
      return [Math.floor(top), Math.ceil(bottom)];
    });
    return (await painted(page, 0, top - 18)) + (await painted(page, bottom + 18, 690));
  };
  assert.equal(await shown(''), 0);
  // Without the clip, marks paint there, if the engine stacks marks.
  if (page.engine === 'chromium') assert.notEqual(await shown('article-widget::part(article) { clip-path: none }'), 0);
  await page.assertQuiet();
});

everywhere('what stands at the edges of an article is painted whole', async (page, site) => {
  await page.resize(600, 700);
  const article = JSON.stringify({ lang: 'en', headline: 'Ẫ', body: [{ type: 'paragraph', text: { text: 'link', url: 'https://e.example/' } }] });
  await openPage(page, site, `<style>body { margin: 40px; background: #fff } article-widget::part(header) { display: none }</style><article-widget><script type="application/json">${article}</script></article-widget>`);
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('a'));
  const left = async () => {
    const { width, data } = decode(await page.screenshot());
    let count = 0;
    for (let y = 30; y < 120; y++) for (let x = 34; x < 40; x++) count += Number(data[(y * width + x) * 3 + 1] < 200);
    return count;
  };
  assert.equal(await left(), 0);
  await page.run(() => {
    const link = /** @type {HTMLElement} */ (document.querySelector('article-widget')?.shadowRoot?.querySelector('a'));
    link.focus(/** @type {any} */ ({ focusVisible: true }));
    // Not all engines draw the focus ring if no key was pressed.
    link.style.outline = '2px solid #a00';
    link.style.outlineOffset = '2px';
  });
  assert.ok((await left()) > 20, 'the ring of the focus is cut');
  await page.assertQuiet();
});

everywhere('no chain of characters is wider than its box', async (page, site) => {
  await page.resize(480, 700);
  const chains = ['👩\u200d', '👩\u{1f3fb}\u{1f3fb}', 'क\u094d', '\u1100', '\u1100\u1161\u1161\u1161', '\u0600', 'a\u20dd\u20dd\u20dd', 'क\u093e\u093e\u093e', '\u115f', '\u2067a', '\ufdfa', 'ﷺﷺ']
    .flatMap((unit) => [unit.repeat(3000), unit[0] + unit.slice(1).repeat(3000)]);
  const article = JSON.stringify({ lang: 'en', headline: chains[0], body: [...chains, { type: 'list', items: chains }, { type: 'card', url: 'https://e.example/', title: chains[3] }] });
  await openPage(page, site, `<article-widget><script type="application/json">${article}</script></article-widget>`);
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('ul'));
  const width = await page.run(() => document.documentElement.scrollWidth);
  assert.ok(width <= 480, `the page is ${width} pixels wide`);
  await page.assertQuiet();
});

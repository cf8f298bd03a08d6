// Nothing moves after it is shown: Cumulative Layout Shift by the browser's own count (Layout Instability API, which
// only Chromium has). A shift within the article, or of the host's content around it, fails.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { held } from './support/held.mjs';
import { MODULE, html, json } from './widget-page.mjs';

/**
 * @import { Page } from './support/page.mjs'
 * @import { Site } from './support/browsers.mjs'
 */

/** The shifts, each with its time, and the end of the frame that showed the article. */
const RECORDER = `<script>
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, startTime, sources } of list.getEntries()) {
      shifts.push({ value, startTime, what: sources.map(({ node }) => node?.getAttribute?.('part') || node?.id || node?.nodeName || '?').join(' ') });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('load', ({ target }) => {
    if (target.localName === 'article-widget') requestAnimationFrame(() => requestAnimationFrame(() => { window.shownAt = performance.now(); }));
  }, true);
</script>`;

const paragraph = 'The keeper wrote down every ship that came by, its name, its colours and the weather it brought along. '.repeat(4);
/** @param {string} name @param {object} [size] */
const picture = (name, size) => ({ type: 'image', src: `/pictures/${name}.svg`, alt: name, caption: `The ${name}, seen from the pier`, ...size });
const sized = { width: 1200, height: 800 };

/**
 * Pictures between and below text. Those without dimensions are below the first screen, where their growth is not
 * visible.
 */
const ARTICLE = JSON.stringify({
  lang: 'en',
  headline: 'The ships that came by',
  description: 'A year at the window.',
  datePublished: '2026-09-01T07:30:00Z',
  image: { src: '/pictures/lead.svg', alt: 'Lead', ...sized },
  body: [
    paragraph,
    picture('harbour', sized),
    paragraph,
    picture('mole'),
    { type: 'gallery', images: [{ src: '/pictures/a.svg', alt: 'a', ...sized }, { src: '/pictures/b.svg', alt: 'b' }] },
    { type: 'table', caption: 'Ships', rows: [Array.from({ length: 20 }, (_, index) => `Column ${index}`)] },
    paragraph,
    { type: 'code', text: 'ships += 1' },
    ...Array.from({ length: 6 }, () => paragraph),
    picture('lighthouse', sized),
    paragraph,
    picture('harbour', { ...sized, layout: 'half' }),
    paragraph,
    picture('mole', { width: 800, height: 1200, layout: 'thumbnail' }),
    paragraph,
    picture('lighthouse', { ...sized, layout: 'full' }),
    picture('lead', { width: 800, height: 1200, layout: 'wide' }),
    { type: 'gallery', columns: 3, layout: 'wide', images: ['a', 'b', 'c', 'lead'].map((name) => ({ src: `/pictures/${name}.svg`, alt: name, ...sized })) },
    paragraph,
  ],
  related: { items: [{ headline: 'Ebb', url: '/ebb', image: { src: '/pictures/c.svg' } }, { headline: 'Flood', url: '/flood' }] },
});

const svg = { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="teal"/></svg>' };
const PICTURES = ['lead', 'harbour', 'mole', 'lighthouse', 'a', 'b', 'c'];

/** The host's content around the widget, to detect its shifts. @param {string} widget */
const around = (widget) => `<style>body { margin: 0 }</style><p id="above">Above</p><main>${widget}</main><footer id="below">Below</footer>`;

/**
 * Opens a page with slow pictures and returns all shifts, after the article and all its pictures have loaded.
 * @param {Page} page @param {Site} site @param {string} widget
 * @param {{ css?: number, skeleton?: boolean }} [options]  milliseconds before the style sheets come; whether the article
 *   comes when the skeleton is seen, and what moved before does not count
 */
async function shifts(page, site, widget, { css = 0, skeleton = false } = {}) {
  for (const name of PICTURES) site.route(`/pictures/${name}.svg`, { ...svg, delay: 300 });
  for (const name of ['article-widget.css', 'article-widget-themes.css']) {
    const file = new URL(`../../dist/${name}`, import.meta.url).pathname;
    site.route(`/dist/${name}`, { file, delay: css });
  }
  const article = held(json(ARTICLE));
  site.route('/article.json', article.route);
  site.route('/page.html', html(around(widget), { head: MODULE, recorder: RECORDER }));
  await page.open('/page.html');
  if (skeleton) {
    await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=loading]'));
    await page.run(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      /** @type {any} */ (window).shifts.length = 0;
    });
  }
  article.give();
  await page.until(() => /** @type {any} */ (window).shownAt);
  const found = await page.run(async () => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
    // Scrolls down like a reader, so that lazy pictures load.
    for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight / 2) {
      scrollTo(0, at);
      await wait(50);
    }
    while ([...root.querySelectorAll('img')].some(({ complete }) => !complete)) await wait(20);
    await wait(150);
    const { shifts, shownAt } = /** @type {{ shifts: { value: number, startTime: number, what: string }[], shownAt: number }} */ (/** @type {any} */ (window));
    return shifts.map(({ value, startTime, what }) => ({ value, what, after: Math.round(startTime - shownAt) }));
  });
  await page.assertQuiet();
  return found;
}

const chromium = { only: /** @type {['chromium']} */ (['chromium']) };
const FALLBACK = '<p style="margin: 0">Read the article on its own page.</p>';

/**
 * Widgets whose space the host reserves, also before they are defined: nothing on the page may move, from the first
 * paint to the last picture.
 */
const RESERVED = {
  'nothing to read meanwhile': '<article-widget src="/article.json" style="display: block; min-block-size: 100vh"></article-widget>',
  'something to read meanwhile': `<article-widget src="/article.json" style="display: block; min-block-size: 100vh">${FALLBACK}</article-widget>`,
  'the theme news': `<article-widget src="/article.json" theme="news dark" style="display: block; min-block-size: 100vh">${FALLBACK}</article-widget>`,
  'the theme magazine': `<article-widget src="/article.json" theme="magazine light" style="display: block; min-block-size: 100vh">${FALLBACK}</article-widget>`,
  'the theme minimal': `<article-widget src="/article.json" theme="minimal" style="display: block; min-block-size: 100vh">${FALLBACK}</article-widget>`,
  'letters of the host’s size': `<article-widget src="/article.json" style="display: block; --article-font-size: 22px; min-block-size: 100vh">${FALLBACK}</article-widget>`,
  'cards of related links': `<article-widget src="/article.json" related="cards" style="display: block; min-block-size: 100vh">${FALLBACK}</article-widget>`,
};

for (const [name, widget] of Object.entries(RESERVED)) {
  for (const [width, height] of [[360, 640], [1280, 800]]) {
    everywhere(
      `in a place kept free nothing moves: ${name}, ${width} pixels`,
      async (page, site) => {
        await page.resize(width, height);
        assert.deepEqual(await shifts(page, site, widget, { css: 200 }), []);
      },
      chromium,
    );
  }
}

everywhere(
  'a skeleton gives way to the article without a move',
  async (page, site) => {
    for (const [width, height] of [[360, 640], [1280, 800]]) {
      await page.resize(width, height);
      assert.deepEqual(await shifts(page, site, '<article-widget src="/article.json" style="display: block"></article-widget>', { skeleton: true }), []);
    }
  },
  chromium,
);

everywhere(
  'where no place is kept free the article comes in one piece, and nothing moves after that',
  async (page, site) => {
    const found = await shifts(page, site, `<article-widget src="/article.json">${FALLBACK}</article-widget>`, { css: 200 });
    assert.deepEqual(found.filter(({ after }) => after > 0), []);
    assert.ok(found.every(({ what }) => what === 'below'), JSON.stringify(found));
  },
  chromium,
);

everywhere(
  'the count sees what moves',
  async (page, site) => {
    const widget = '<article-widget src="/article.json" style="display: block; min-block-size: 100vh"></article-widget>';
    await shifts(page, site, widget);
    const moved = await page.run(async () => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
      scrollTo(0, 0);
      await new Promise((resolve) => setTimeout(resolve, 100));
      /** @type {HTMLElement} */ (root.querySelector('[part~=headline]')).style.paddingBlockStart = '40px';
      await new Promise((resolve) => setTimeout(resolve, 200));
      return /** @type {any} */ (window).shifts.length;
    });
    assert.ok(moved > 0);
  },
  chromium,
);

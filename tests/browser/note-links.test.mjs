// Links to notes and headings reach their targets, also in long articles, whose blocks out of sight have no height yet.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { events, html, json } from './widget-page.mjs';

/** Blocks of very different heights, for which estimates are far off. @param {number} blocks @param {number} words */
const article = (blocks, words) => JSON.stringify({
  lang: 'en', headline: 'The log of the lighthouse',
  body: [
    { type: 'paragraph', text: ['One', { note: 1 }, ' of many.'] },
    ...Array.from({ length: blocks }, (_, index) => index === Math.floor(blocks / 2)
      ? { type: 'paragraph', text: ['The middle', { note: 2 }] }
      : `Entry ${index}. ${'A ship came by and it rained. '.repeat(index % 7 === 0 ? words * 9 : words)}`),
    { type: 'notes', items: ['The note at the end.', 'Another note.'] },
  ],
});

/** @type {Record<string, string>} */
const PAGES = {
  'a plain page': '',
  'a page that scrolls smoothly': 'html { scroll-behavior: smooth }',
  'a page without anchors': 'html, body { overflow-anchor: none }',
  'a page that scrolls smoothly in a box of its own': 'main { block-size: 90vh; overflow: auto; scroll-behavior: smooth; overflow-anchor: none }',
};

for (const [name, style] of Object.entries(PAGES)) {
  everywhere(`links into a long article lead to their target: ${name}`, async (page, site) => {
    site.route('/long.json', json(article(1500, 6)));
    site.route('/page.html', html('<main><article-widget src="long.json"></article-widget></main>', { head: `<style>${style}</style><script type="module" src="/dist/article-widget.js"></script>` }));
    await page.open('/page.html');
    assert.equal((await events(page, 1))[0].type, 'load');
    for (const [link, text] of [['[part~=note-mark] a', 'The note at the end'], ['[part~=note-back][href$="mark-2"]', '2']]) {
      const found = await page.run(async (link, text) => {
        const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
        document.querySelector('main')?.scrollTo({ top: 0, behavior: 'instant' });
        scrollTo({ top: 0, behavior: 'instant' });
        const anchor = /** @type {HTMLElement | null} */ (root.querySelector(link));
        if (!anchor) return { missing: link };
        anchor.click();
        // Waits until it has not moved for half a second.
        const top = () => root.activeElement?.getBoundingClientRect().top ?? 0;
        for (let last = NaN, still = 0; still < 10; ) {
          await new Promise((resolve) => setTimeout(resolve, 50));
          still = top() === last ? still + 1 : 0;
          last = top();
        }
        const { top: above, bottom } = /** @type {Element} */ (root.activeElement).getBoundingClientRect();
        return { text: root.activeElement?.textContent?.startsWith(text), seen: above >= 0 && bottom <= innerHeight, above, bottom };
      }, link, text);
      assert.deepEqual({ ...found, above: 0, bottom: 0 }, { text: true, seen: true, above: 0, bottom: 0 }, JSON.stringify(found));
    }
    await page.assertQuiet();
  });
}

/**
 * The number of blocks of the body that may be left out of the layout.
 * @param {import('./support/page.mjs').Page} page
 */
const skipped = (page) =>
  page.run(() => [...(document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('[part~=body] > *') ?? [])].filter((block) => /** @type {any} */ (getComputedStyle(block)).contentVisibility === 'auto').length);

everywhere('an ordinary article is laid out whole, so that a picture of the page has all of it; a long one near the reader', async (page, site) => {
  site.route('/usual.json', json(article(80, 6)));
  site.route('/long.json', json(article(1500, 6)));
  site.route('/page.html', html('<article-widget src="usual.json"></article-widget>'));
  await page.open('/page.html');
  await events(page, 1);
  assert.equal(await skipped(page), 0);
  await page.run(() => document.querySelector('article-widget')?.setAttribute('src', 'long.json'));
  await events(page, 2);
  // WebKit has no scroll anchoring, so it lays out everything.
  assert.equal((await skipped(page)) > 1000, page.engine !== 'webkit');
  await page.run(() => document.querySelector('article-widget')?.setAttribute('src', 'usual.json'));
  await events(page, 3);
  assert.equal(await skipped(page), 0);
});

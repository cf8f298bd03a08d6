// Long articles: the first screens at once, the rest in slices, and all actions of readers before it is complete.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { events, openPage } from './widget-page.mjs';

/** @import { Page } from './support/page.mjs' */

const BLOCKS = 18_000;

/** With a footnote at the very end. @param {string} headline */
const long = (headline) => JSON.stringify({
  lang: 'en', headline,
  body: [
    { type: 'paragraph', text: ['One', { note: 1 }, ' of many.'] },
    ...Array.from({ length: BLOCKS - 2 }, (_, index) => `Paragraph ${index} of ${headline}.`),
    { type: 'notes', items: ['The note.'] },
  ],
});

/**
 * Simulates a slow machine: each of the first hundred readings of the clock takes three milliseconds, so that a fast
 * machine needs several slices too, even WebKit, which has long ones.
 */
const SLOW = '<script>{ const now = performance.now.bind(performance); let looks = 0; performance.now = () => now() + 3 * (looks < 100 ? ++looks : looks); }</script>';

/**
 * Opens a page with the long article, and acts after its beginning is shown.
 * @param {Page} page @param {import('./support/browsers.mjs').Site} site @param {() => void} then  knows `widget`, `root` and `seen`
 */
async function openLong(page, site, then) {
  site.route('/long.json', { type: 'application/json', body: long('The tide table') });
  site.route('/other.json', { type: 'application/json', body: long('The other table') });
  await openPage(page, site, `${SLOW}<article-widget></article-widget><script>
    const widget = document.querySelector('article-widget');
    // An article is put in at the end of its first slice; observers are told before the next one.
    customElements.whenDefined('article-widget').then(() => {
      const root = widget.shadowRoot;
      const observer = new MutationObserver(() => {
        const article = root.querySelector('article');
        if (!article) return;
        observer.disconnect();
        window.seen = { blocks: root.querySelector('[part~=body]').children.length, busy: article.getAttribute('aria-busy'), events: events.length };
        (${then})();
      });
      observer.observe(root, { childList: true });
      widget.setAttribute('src', 'long.json');
    });
  </script>`);
}

/** The final state. @param {Page} page */
const shown = (page) =>
  page.run(() => {
    const root = document.querySelector('article-widget')?.shadowRoot;
    const article = root?.querySelector('article');
    return {
      articles: root?.querySelectorAll('article').length, headline: article?.querySelector('h2')?.textContent,
      blocks: article?.querySelector('[part~=body]')?.children.length, busy: article?.getAttribute('aria-busy'),
      last: article?.querySelector('[part~=body]')?.lastElementChild?.getAttribute('part'),
    };
  });

const whole = { articles: 1, headline: 'The tide table', blocks: BLOCKS, busy: null, last: 'notes' };

everywhere('the beginning is there before the rest, is busy until then, and load comes last', async (page, site) => {
  await openLong(page, site, () => {});
  assert.equal((await events(page, 1))[0].type, 'load');
  const seen = await page.run(() => /** @type {any} */ (window).seen);
  assert.ok(seen.blocks > 0 && seen.blocks < BLOCKS, `${seen.blocks} blocks at first`);
  assert.deepEqual([seen.busy, seen.events], ['true', 0]);
  assert.deepEqual(await shown(page), whole);
  await page.assertQuiet();
});

everywhere('printing finishes it', async (page, site) => {
  await openLong(page, site, () => {
    const { root, seen } = /** @type {any} */ ({ root: document.querySelector('article-widget')?.shadowRoot, seen: /** @type {any} */ (window).seen });
    dispatchEvent(new Event('beforeprint'));
    seen.printed = root.querySelector('[part~=body]').children.length;
  });
  assert.equal((await events(page, 1)).length, 1);
  assert.equal(await page.run(() => /** @type {any} */ (window).seen.printed), BLOCKS);
  assert.deepEqual(await shown(page), whole);
  await page.assertQuiet();
});

everywhere('a link into what is not there yet leads to it', async (page, site) => {
  await openLong(page, site, () => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    /** @type {HTMLElement} */ (root.querySelector('[part~=body] a[href^="#"]')).click();
    /** @type {any} */ (window).seen.focus = root.activeElement?.textContent;
  });
  assert.match(await page.until(() => /** @type {any} */ (window).seen?.focus), /^The note\./);
  assert.equal((await events(page, 1)).length, 1);
  assert.deepEqual(await shown(page), whole);
});

everywhere('removed in the middle it fires nothing; put in again it is whole', async (page, site) => {
  await openLong(page, site, () => document.querySelector('article-widget')?.remove());
  assert.deepEqual(await events(page, 0), []);
  await page.until(() => /** @type {any} */ (window).seen);
  await page.run(() => new Promise((resolve) => setTimeout(resolve, 300)));
  assert.deepEqual(await events(page, 0), []);
  await page.run(() => document.body.prepend(/** @type {any} */ (window).eval('widget')));
  assert.equal((await events(page, 1)).length, 1);
  assert.deepEqual(await shown(page), whole);
  await page.assertQuiet();
});

everywhere('another article in the middle takes over, whole and alone', async (page, site) => {
  await openLong(page, site, () => document.querySelector('article-widget')?.setAttribute('src', 'other.json'));
  const fired = await events(page, 1);
  assert.deepEqual(fired.map(({ type, detail }) => `${type} ${detail.headline}`), ['load The other table']);
  assert.deepEqual(await shown(page), { ...whole, headline: 'The other table' });
  const texts = await page.run(() => [...(document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('[part~=body] > p') ?? [])].filter((p) => p.textContent?.includes('tide')).length);
  assert.equal(texts, 0);
  await page.assertQuiet();
});

everywhere('what is far below keeps its place in the page, in the keyboard’s order and for links', async (page, site) => {
  await openLong(page, site, () => {});
  await events(page, 1);
  const found = await page.run(async () => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    const height = document.documentElement.scrollHeight;
    /** @type {HTMLElement} */ (root.querySelector('[part~=body] a[href^="#"]')).click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    const { top, bottom } = /** @type {Element} */ (root.activeElement).getBoundingClientRect();
    return { height, seen: top >= 0 && bottom <= innerHeight + 1, text: root.activeElement?.textContent?.slice(0, 9) };
  });
  assert.ok(found.height > BLOCKS * 30, `${found.height}px`);
  assert.deepEqual([found.seen, found.text], [true, 'The note.']);
});

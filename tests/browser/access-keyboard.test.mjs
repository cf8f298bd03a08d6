// An article by keyboard: every stop, forward and backward; the focus is visible and never trapped; footnotes work both
// ways.
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { samples } from './articles.mjs';
import { everywhere } from './support/browsers.mjs';
import { html, json } from './widget-page.mjs';

/** @import { Page } from './support/page.mjs' */
/** @import { Site } from './support/browsers.mjs' */

const wide = 'a line of code that is wider than a phone can show in one piece without scrolling, and then some';

/**
 * All keyboard stops. A box that may scroll is a stop even if it does not overflow, because the markup, which servers
 * write too, cannot know.
 */
const ARTICLE = JSON.stringify({
  lang: 'en',
  url: 'https://harbour.example/tides',
  breadcrumb: [{ name: 'Home', url: '/' }, { name: 'Sea', url: '/sea' }, 'Tides'],
  headline: 'Tides',
  author: { name: 'Mara Lindt', url: '/authors/lindt' },
  datePublished: '2026-09-01',
  body: [
    { type: 'paragraph', text: ['Water ', { text: 'comes', url: '/comes' }, ' and goes.', { note: 1 }] },
    { type: 'table', caption: 'Narrow', rows: [['06:10', 'high']] },
    { type: 'table', caption: 'Wide', rows: [Array.from({ length: 16 }, (_, index) => `Column ${index}`)] },
    { type: 'code', text: 'short' },
    { type: 'code', language: 'text', text: `${wide}, ${wide}` },
    { type: 'gallery', images: ['marsh', 'mast', 'dawn'].map((name) => ({ src: `/demo/pictures/${name}.svg`, alt: name, width: 1200, height: 800 })) },
    { type: 'details', summary: 'More', body: [{ type: 'paragraph', text: [{ text: 'inside', url: '/inside' }] }] },
    { type: 'button', title: 'Boats', url: '/boats' },
    { type: 'notes', items: ['Twice a day.'] },
  ],
  related: { title: 'Sea', more: { text: 'All', url: '/all' }, items: [{ headline: 'Ebb', url: '/ebb' }, { headline: 'Flood', url: '/flood' }] },
});

const STOPS = [
  'before', 'Home', 'Sea', 'Mara Lindt', 'comes', '1', 'table-scroll', 'table-scroll', 'code-scroll', 'code-scroll', 'gallery-strip', 'More', 'Boats', '↩', 'All', 'Ebb', 'Flood', 'after',
];

/** A page with a fixed bar, and stops before and after the widget. @param {string} widget */
const around = (widget) =>
  `<style>body { margin: 0 } header { position: sticky; inset-block-start: 0; block-size: 40px; background: #fff }</style>
   <header>The Harbour Sheet</header><main><button id="before">before</button>${widget}<button id="after">after</button></main>`;

/** @param {Page} page @param {Site} site @param {string} [article] */
async function openArticle(page, site, article = ARTICLE) {
  site.route('/article.json', json(article));
  site.route('/page.html', html(around(`<article-widget src="/article.json" base-url="${site.url}/demo/articles/"></article-widget>`)));
  await page.open('/page.html');
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=article]'));
}

/** @param {Page} page @param {string} key @param {boolean} [shift] */
async function press(page, key, shift = false) {
  const actions = page.driver.actions();
  await (shift ? actions.keyDown(Key.SHIFT).sendKeys(key).keyUp(Key.SHIFT) : actions.sendKeys(key)).perform();
}

/** The position of the focus: a name, whether it is visible, and whether the bar covers it. @param {Page} page */
const focused = (page) =>
  page.run(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element) throw new Error('nothing has the focus');
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const scroller = ['table-scroll', 'code-scroll', 'gallery-strip'].find((part) => element.part.contains(part));
    return {
      name: scroller ?? (element.textContent ?? '').replace('\ufe0e', '').trim(),
      id: element.id,
      local: element.localName,
      // Without a window manager WebKit's first window does not have the focus, and shows no outline then.
      seen: (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || !document.hasFocus(),
      covered: element.getBoundingClientRect().bottom <= 40,
    };
  });

/**
 * Continues until the focus reaches the end of the walk.
 * @param {Page} page
 * @param {string} end
 * @param {boolean} shift
 */
async function walk(page, end, shift) {
  const stops = [await focused(page)];
  while (stops.at(-1)?.name !== end) {
    assert.ok(stops.length < 40, `caught: ${stops.map(({ name }) => name).join(', ')}`);
    await press(page, Key.TAB, shift);
    stops.push(await focused(page));
  }
  return stops;
}

everywhere('the keyboard reaches everything in the order of reading', async (page, site) => {
  await page.resize(640, 500);
  await openArticle(page, site);
  await page.run(() => document.querySelector('button')?.focus());
  const forth = await walk(page, 'after', false);
  assert.deepEqual(forth.map(({ name }) => name), STOPS);
  const back = await walk(page, 'before', true);
  assert.deepEqual(back.map(({ name }) => name), STOPS.toReversed());
  const inside = [...forth, ...back].filter(({ id }) => id !== 'before' && id !== 'after');
  assert.deepEqual(inside.filter(({ seen }) => !seen), [], 'without an outline');
  assert.deepEqual(inside.filter(({ covered }) => covered), [], 'below the bar');
  await page.assertQuiet();
});

everywhere('what scrolls is scrolled by its keys, and Escape leaves all as it is', async (page, site) => {
  await page.resize(640, 500);
  await openArticle(page, site);
  for (const part of ['table-scroll', 'code-scroll', 'gallery-strip']) {
    await page.run((part) => {
      const boxes = [...(document.querySelector('article-widget')?.shadowRoot?.querySelectorAll(`[part~=${part}]`) ?? [])];
      const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth);
      if (wide.length !== 1) throw new Error(`${wide.length} boxes ${part} scroll`);
      /** @type {HTMLElement} */ (wide[0]).focus();
    }, part);
    await press(page, Key.ARROW_RIGHT);
    await page.until((part) => [...(document.querySelector('article-widget')?.shadowRoot?.querySelectorAll(`[part~=${part}]`) ?? [])].some((box) => box.scrollLeft > 0), part);
    await press(page, Key.ESCAPE);
    assert.equal((await focused(page)).name, part);
  }
  await page.assertQuiet();
});

everywhere('a footnote and the way back take the focus along', async (page, site) => {
  await openArticle(page, site);
  await page.run(() => /** @type {HTMLElement} */ (document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=note-mark] a')).focus());
  await press(page, Key.ENTER);
  const note = await focused(page);
  assert.deepEqual([note.local, note.name], ['li', 'Twice a day. ↩']);
  await press(page, Key.TAB);
  assert.equal((await focused(page)).name, '↩');
  await press(page, Key.ENTER);
  const mark = await focused(page);
  assert.deepEqual([mark.local, mark.name, mark.seen], ['a', '1', true]);
  assert.match(await page.run(() => location.href), /page\.html$/, 'the address stays the host’s');
  await page.assertQuiet();
});

everywhere('details open and close', async (page, site) => {
  await openArticle(page, site);
  const open = () => page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('details')?.open);
  await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('summary')?.focus());
  await press(page, Key.ENTER);
  assert.equal(await open(), true);
  await press(page, Key.TAB);
  assert.equal((await focused(page)).name, 'inside');
  await press(page, Key.TAB, true);
  await press(page, Key.SPACE);
  assert.equal(await open(), false);
});

everywhere('the button of a failure is reached, and reading goes on where it was', async (page, site) => {
  let broken = true;
  site.route('/flaky.json', () => (broken ? { status: 503, body: 'Busy' } : json(ARTICLE)));
  site.route('/page.html', html(around('<article-widget src="/flaky.json"></article-widget>')));
  await page.open('/page.html');
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('button'));
  await page.run(() => document.querySelector('button')?.focus());
  await press(page, Key.TAB);
  const button = await focused(page);
  assert.deepEqual([button.local, button.name, button.seen], ['button', 'Try again', true]);
  broken = false;
  await press(page, Key.ENTER);
  // The focus follows the article, which may be shown a slice earlier.
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.activeElement?.matches('[part~=article]'));
  assert.equal((await focused(page)).local, 'article');
  await press(page, Key.TAB);
  assert.equal((await focused(page)).name, 'Home');
  await page.assertQuiet({ except: /503/ });
});

everywhere('what is not within a sentence is at least 24 pixels high and wide', async (page, site) => {
  await page.resize(320, 640);
  for (const article of [ARTICLE, ...samples.map(({ json }) => json)]) {
    await openArticle(page, site, article);
    const small = await page.run(() => {
      const root = document.querySelector('article-widget')?.shadowRoot;
      // WCAG 2.2, 2.5.8 exempts targets in a sentence.
      const targets = [...(root?.querySelectorAll('a[href], button, summary') ?? [])].filter((target) => getComputedStyle(target).display !== 'inline');
      if (targets.length === 0) throw new Error('no targets');
      const sizes = targets.map((target) => ({ text: target.textContent, ...target.getBoundingClientRect().toJSON() }));
      const inline = [...(root?.querySelectorAll('a[href]') ?? [])].filter((link) => getComputedStyle(link).display === 'inline' && !link.closest('[part~=body], [part~=description], [part~=kicker], [part~=lead]'));
      return [...sizes.filter(({ width, height }) => width < 24 || height < 24), ...inline.map((link) => link.outerHTML)];
    });
    assert.deepEqual(small, []);
  }
});

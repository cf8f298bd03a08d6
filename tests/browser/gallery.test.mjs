// The gallery and the theme editor of the demo in each engine.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';

/** @import { Page } from './support/page.mjs' */

const SCRIPTS = ['en', 'ru', 'zh', 'ja', 'ko', 'ar', 'fa', 'ur', 'he', 'hi', 'th', 'my', 'am', 'el', 'bn', 'ta', 'te', 'gu', 'pa', 'si', 'lo', 'km', 'bo', 'ti'];

/** Waits until this many articles are shown, and returns their languages. @param {Page} page @param {number} count */
const untilShown = (page, count) =>
  page.until((count) => {
    const articles = [...document.querySelectorAll('article-widget')].map((widget) => widget.shadowRoot?.querySelector('[part~=article]'));
    return articles.length === count && articles.every(Boolean) && articles.map((article) => article?.getAttribute('lang'));
  }, count);

/** Chooses or enters a value like a reader. @param {Page} page @param {string} name @param {string} value */
const enter = (page, name, value) =>
  page.run(
    (name, value) => {
      const control = /** @type {HTMLInputElement} */ (document.querySelector(`[name="${name}"]`));
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    value,
  );

everywhere('the gallery shows every script, on a phone too, and no part of them is wider than it', async (page) => {
  await page.resize(320, 640);
  await page.open('/demo/gallery.html?article=every');
  assert.deepEqual(await untilShown(page, SCRIPTS.length), SCRIPTS);
  const wide = await page.run(() =>
    [...document.querySelectorAll('article-widget')].flatMap((widget) => {
      const root = /** @type {ShadowRoot} */ (widget.shadowRoot);
      const scrollers = '[part~=table-scroll], [part~=code-scroll], [part~=gallery-strip]';
      return [...root.querySelectorAll('*')]
        .filter((element) => !element.closest(scrollers) && element.getBoundingClientRect().right > innerWidth + 0.5)
        .map((element) => `${root.querySelector('[part~=article]')?.getAttribute('lang')}: ${element.outerHTML.slice(0, 60)}`);
    }),
  );
  assert.deepEqual(wide, []);
  assert.ok(await page.run(() => document.documentElement.scrollWidth === document.documentElement.clientWidth));
  await page.assertQuiet();
});

everywhere('the gallery shows every block in every theme, and its address says what', async (page) => {
  await page.open('/demo/gallery.html?article=specimen&theme=every&scheme=every');
  await untilShown(page, 10);
  const themes = await page.run(() => [...document.querySelectorAll('article-widget')].map((widget) => widget.getAttribute('theme')));
  assert.deepEqual(themes, ['light', 'dark', 'news light', 'news dark', 'magazine light', 'magazine dark', 'minimal light', 'minimal dark', 'inherit', 'inherit']);

  await enter(page, 'theme', 'minimal');
  await enter(page, 'article', 'night/ar');
  await enter(page, 'scheme', 'dark');
  await enter(page, 'related', 'cards');
  assert.deepEqual(await untilShown(page, 1), ['ar']);
  assert.equal(await page.run(() => location.search), '?article=night%2Far&theme=minimal&scheme=dark&width=&related=cards');
  // One picture of the specimen is missing on purpose.
  await page.assertQuiet({ except: /this-picture-is-lost/ });
});

everywhere('the gallery shows every layout in every theme, from left to right and from right to left', async (page) => {
  for (const language of ['en', 'zh', 'ar']) {
    await page.open(`/demo/gallery.html?article=layouts/${language}&theme=every&scheme=every&related=cards`);
    assert.deepEqual(await untilShown(page, 10), Array(10).fill(language));
    const layouts = await page.run(() => ['wide', 'full', 'half', 'thumbnail', 'gallery-grid'].filter((part) => document.querySelector('article-widget')?.shadowRoot?.querySelector(`[part~=${part}]`)));
    assert.deepEqual(layouts, ['wide', 'full', 'half', 'thumbnail', 'gallery-grid']);
  }
  await page.assertQuiet();
});

everywhere('the theme editor writes what was changed, shows it, and says what is too weak', async (page) => {
  await page.open('/demo/theme.html');
  await untilShown(page, 2);
  const seen = () =>
    page.run(() => {
      const roots = [...document.querySelectorAll('article-widget')].map((widget) => /** @type {ShadowRoot} */ (widget.shadowRoot));
      return {
        css: /** @type {HTMLTextAreaElement} */ (document.querySelector('#css')).value,
        verdict: document.querySelector('#verdict')?.textContent,
        weak: document.querySelectorAll('#contrast .weak').length,
        accents: roots.map((root) => getComputedStyle(/** @type {Element} */ (root.querySelector('[part~=related-more]'))).color),
        size: getComputedStyle(/** @type {Element} */ (roots[0].querySelector('[part~=body]'))).fontSize,
      };
    });
  const before = await page.until(() => document.querySelectorAll('#contrast td').length === 12 && document.querySelector('#verdict')?.textContent);
  assert.equal(before, 'Every pair has 4.5 : 1 or more');

  await enter(page, 'font-size', '20');
  await enter(page, 'accent light', '#ffcc00');
  const after = await seen();
  assert.equal(after.css, 'article-widget {\n  --article-font-size: 20px;\n  --article-accent: light-dark(#ffcc00, #ff9f89);\n}\n');
  assert.deepEqual([after.size, ...after.accents], ['20px', 'rgb(255, 204, 0)', 'rgb(255, 159, 137)']);
  assert.deepEqual([after.weak, after.verdict], [2, '2 of 12 pairs are under 4.5 : 1']);

  await page.run(() => /** @type {HTMLElement} */ (document.querySelector('[type=reset]')).click());
  await page.until(() => document.querySelectorAll('#contrast .weak').length === 0);
  assert.match((await seen()).css, /Nothing is changed/);
  await page.assertQuiet();
});

everywhere('the themes’ own colours are well told apart in the editor too', async (page) => {
  await page.open('/demo/theme.html');
  await untilShown(page, 2);
  for (const theme of ['news', 'magazine', 'minimal']) {
    await enter(page, 'theme', theme);
    await page.until((theme) => [...document.querySelectorAll('article-widget')].every((widget) => widget.getAttribute('theme')?.startsWith(theme) && (widget.shadowRoot?.adoptedStyleSheets[1]?.cssRules.length ?? 0) > 1), theme);
    await enter(page, 'article', 'night/en');
    assert.equal(await page.run(() => document.querySelector('#verdict')?.textContent), 'Every pair has 4.5 : 1 or more', theme);
  }
});

everywhere('the pages of the demo lead to each other, and fit a phone', async (page) => {
  await page.resize(320, 640);
  for (const [path, least] of /** @type {[string, number][]} */ ([['/demo/', 1], ['/demo/gallery.html', 1], ['/demo/theme.html', 2]])) {
    await page.open(path);
    await page.until((least) => [...document.querySelectorAll('article-widget')].filter((widget) => widget.shadowRoot?.querySelector('[part~=article]')).length >= least, least);
    const { links, scrollWidth, clientWidth } = await page.run(() => ({
      links: [...document.querySelectorAll('header nav a')].map((link) => link.getAttribute('href')),
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    for (const page of ['./', 'gallery.html', 'theme.html']) {
      if (!path.endsWith(page.replace('./', '/demo/'))) assert.ok(links.includes(page), `${path} has no link to ${page}`);
    }
    assert.equal(scrollWidth, clientWidth, path);
  }
});

// The demo page in each engine: its samples, its controls, the reader's own JSON.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';

/** @import { Page } from './support/page.mjs' */

/** The samples: the article's language, its direction, and the beginning of its headline. */
const samples = {
  zh: ['zh-CN', 'ltr', '老纺织厂改造的'],
  en: ['en', 'ltr', 'The valley that counts'],
  guide: ['en', 'ltr', 'Your first winter walk'],
  ar: ['ar', 'rtl', 'الماء يعود'],
  ja: ['ja', 'ltr', '雪の重さを量る町'],
};

/** The state of the page: the article, its options, and its report. @param {Page} page */
const shown = (page) =>
  page.run(() => {
    const widget = /** @type {Element} */ (document.querySelector('article-widget'));
    const article = widget.shadowRoot?.querySelector('[part~=article]');
    const headline = article?.querySelector('[part~=headline]');
    return {
      lang: article?.getAttribute('lang') ?? null,
      dir: article ? getComputedStyle(article).direction : null,
      headline: headline?.textContent ?? null,
      level: headline?.localName ?? null,
      theme: widget.getAttribute('theme'),
      width: /** @type {HTMLElement} */ (widget).getBoundingClientRect().width,
      summary: document.querySelector('#summary')?.textContent ?? '',
      warnings: [...document.querySelectorAll('#warnings tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
      report: Object.fromEntries([...document.querySelectorAll('#report dt')].map((term) => [term.textContent, term.nextElementSibling?.textContent])),
      search: location.search,
    };
  });

/** Waits for an article whose headline has this beginning. @param {Page} page @param {string} start */
const untilHeadline = (page, start) =>
  page.until((start) => {
    const headline = document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=headline]');
    return headline?.textContent?.startsWith(start);
  }, start);

/** Chooses an option like a reader. @param {Page} page @param {string} name @param {string} value */
const choose = (page, name, value) =>
  page.run(
    (name, value) => {
      const select = /** @type {HTMLSelectElement} */ (document.querySelector(`select[name=${name}]`));
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    value,
  );

/** Puts a text in the box like typing or pasting. @param {Page} page @param {string} text */
const paste = (page, text) =>
  page.run((text) => {
    const box = /** @type {HTMLTextAreaElement} */ (document.querySelector('#json'));
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

everywhere('the demo shows each sample, without warnings and without a word on the console', async (page) => {
  for (const [name, [lang, dir, start]] of Object.entries(samples)) {
    await page.open(`/demo/?article=${name}`);
    await untilHeadline(page, start);
    // A long article is not complete when its headline is shown.
    await page.until(() => document.querySelector('#summary')?.textContent);
    const seen = await shown(page);
    assert.deepEqual([seen.lang, seen.dir, seen.level], [lang, dir, 'h2'], name);
    assert.equal(seen.summary, 'shown, with no warnings', `${name}: ${JSON.stringify(seen.warnings)}`);
    assert.equal(seen.report.Language, lang);
    await page.assertQuiet();
  }
});

everywhere('the root of the server leads to the demo', async (page) => {
  await page.open('/');
  await page.driver.wait(async () => (await page.driver.getCurrentUrl()).endsWith('/demo/'), 5000);
  await untilHeadline(page, samples.zh[2]);
});

everywhere('the address says what is shown and how', async (page) => {
  await page.open('/demo/?article=ja&theme=dark&width=360&headingLevel=3');
  await untilHeadline(page, samples.ja[2]);
  const { theme, width, level } = await shown(page);
  assert.deepEqual({ theme, width, level }, { theme: 'dark', width: 360, level: 'h3' });

  await page.open('/demo/?article=klingon&theme=%22&width=0&headingLevel=9');
  await untilHeadline(page, samples.zh[2]);
  const usual = await shown(page);
  assert.deepEqual([usual.theme, usual.level], [null, 'h2'], 'unknown values are the usual ones');
});

everywhere('the controls switch article, theme, width and level', async (page) => {
  await page.open('/demo/');
  await untilHeadline(page, samples.zh[2]);
  await choose(page, 'article', 'ar');
  await untilHeadline(page, samples.ar[2]);
  assert.equal((await shown(page)).dir, 'rtl');

  await choose(page, 'theme', 'dark');
  await choose(page, 'width', '480');
  await choose(page, 'headingLevel', '4');
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('h4[part~=headline]'));
  const { theme, width, search } = await shown(page);
  assert.deepEqual({ theme, width }, { theme: 'dark', width: 480 });
  assert.equal(search, '?article=ar&theme=dark&width=480&headingLevel=4');

  await choose(page, 'theme', '');
  await choose(page, 'width', '');
  const usual = await shown(page);
  assert.deepEqual([usual.theme, usual.search], [null, '?article=ar&headingLevel=4']);
  assert.ok(usual.width > 480, `as wide as the page: ${usual.width}`);
  await page.assertQuiet();
});

everywhere('an article of the reader’s own is shown as it is written, with its warnings', async (page) => {
  await page.open('/demo/');
  await untilHeadline(page, samples.zh[2]);
  await paste(page, '{ "lang": "en", "headline": "Mine", "body": ["One", { "type": "hologram", "text": "Two" }] }');
  await untilHeadline(page, 'Mine');
  const mine = await shown(page);
  assert.equal(mine.summary, 'shown, with one warning');
  assert.deepEqual(mine.warnings, [['unknown-block', '/body/1/type', 'unknown block hologram, shown as its text']]);
  assert.equal(mine.search, '?article=own');

  await paste(page, '{ "headline": ');
  await page.until(() => document.querySelector('#summary')?.classList.contains('failed'));
  const broken = await shown(page);
  assert.equal(broken.headline, null);
  assert.match(broken.summary, /^not shown: .+ line 1, column 15$/);
  assert.equal(broken.report.Code, 'invalid-json');
  assert.deepEqual(broken.warnings, []);

  await choose(page, 'article', 'en');
  await untilHeadline(page, samples.en[2]);
  await page.until(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('#json')).value.includes('Orrindale'));
  await page.assertQuiet();
});

everywhere('a file dropped on the page is shown', async (page) => {
  await page.open('/demo/');
  await untilHeadline(page, samples.zh[2]);
  await page.run(() => {
    const data = new DataTransfer();
    data.items.add(new File(['{ "headline": "Dropped" }'], 'article.json', { type: 'application/json' }));
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
    // Not every engine accepts the data from a script.
    if (!drop.dataTransfer) Object.defineProperty(drop, 'dataTransfer', { value: data });
    document.querySelector('main')?.dispatchEvent(drop);
    if (!drop.defaultPrevented) throw new Error('the browser would open the file in the place of the page');
  });
  await untilHeadline(page, 'Dropped');
  assert.ok(await page.run(() => /** @type {HTMLDetailsElement} */ (document.querySelector('#workbench')).open));
  assert.match(await page.run(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('#json')).value), /Dropped/);
});

everywhere('a click on a link of the article is the page’s to take', async (page) => {
  await page.open('/demo/?article=en');
  await untilHeadline(page, samples.en[2]);
  await page.run(() => /** @type {HTMLElement} */ (document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=body] p a')).click());
  const taken = await page.until(() => document.querySelector('#linkclick')?.textContent);
  assert.equal(taken, 'This page took the click on https://meridian.example/data/dawn-counts');
});

everywhere('the demo fits a phone', async (page) => {
  await page.resize(320, 640);
  await page.open('/demo/?article=guide');
  await untilHeadline(page, samples.guide[2]);
  await page.run(() => void (/** @type {HTMLDetailsElement} */ (document.querySelector('#workbench')).open = true));
  const { scrollWidth, clientWidth } = await page.run(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  assert.equal(scrollWidth, clientWidth);
});

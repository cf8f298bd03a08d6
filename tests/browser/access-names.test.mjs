// Texts for assistive technology: names in the article's language, states in the page's, an outline without gaps on
// every level, landmarks with distinct names.
import assert from 'node:assert/strict';
import { formats, golden, night, ofCorpora, samples } from './articles.mjs';
import { everywhere } from './support/browsers.mjs';
import { events, html, json } from './widget-page.mjs';

/** @import { Page } from './support/page.mjs' */

/** An article with every element that the widget names. @param {string} lang */
const named = (lang) =>
  JSON.stringify({
    lang,
    breadcrumb: [{ name: 'A', url: '/' }, 'B'],
    headline: 'C',
    keywords: ['D'],
    body: [
      { type: 'table', rows: [['E', 'F']] },
      { type: 'list', items: [{ checked: true, text: 'G' }, { checked: false, text: 'H' }] },
      { type: 'paragraph', text: ['I', { note: 1 }] },
      { type: 'video', src: 'https://harbour.example/j.mp4' },
      { type: 'audio', src: 'https://harbour.example/k.mp3' },
      { type: 'details', text: 'L' },
      { type: 'notes', items: ['M'] },
      { type: 'quote', text: { text: 'N', lang: 'he' } },
    ],
    related: { items: [{ headline: 'O', url: 'https://harbour.example/o' }] },
  });

/** @type {Record<string, Record<string, string>>} */
const NAMES = {
  en: { breadcrumb: 'Breadcrumb', table: 'Table 1', done: 'Done', todo: 'To do', note: 'Note 1', back: 'Back to text', video: 'Video', audio: 'Audio', details: 'Details', related: 'Related', keywords: 'Topics' },
  zh: {}, ar: {}, ja: {}, ru: {}, he: {},
};

/** @param {Page} page */
const names = (page) =>
  page.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    /** @param {string} selector */
    const label = (selector) => root.querySelector(selector)?.getAttribute('aria-label') ?? '';
    const marks = [...root.querySelectorAll('[part=task-mark]')].map((mark) => mark.getAttribute('aria-label') ?? '');
    const article = root.querySelector('[part~=article]');
    return {
      lang: article?.getAttribute('lang'),
      dir: article?.getAttribute('dir'),
      foreign: root.querySelector('[part~=quote] [lang]')?.getAttribute('lang'),
      current: root.querySelector('[aria-current=page]')?.textContent,
      labelled: article?.getAttribute('aria-labelledby') === root.querySelector('[part~=headline]')?.id,
      names: {
        breadcrumb: label('[part=breadcrumb]'), table: label('[part=table-scroll]'), done: marks[0], todo: marks[1],
        note: label('[part=note-mark] a'), back: label('[part=note-back]'), video: label('video'), audio: label('audio'),
        details: root.querySelector('summary')?.textContent ?? '', related: root.querySelector('[part=related-title]')?.textContent ?? '',
        keywords: label('[part=keywords]'),
      },
    };
  });

everywhere('names are in the language of the article', async (page, site) => {
  /** @type {Map<string, string>} */
  const first = new Map();
  for (const lang of Object.keys(NAMES)) {
    site.route('/article.json', json(named(lang)));
    site.route('/page.html', html('<article-widget src="/article.json"></article-widget>', { lang: 'de' }));
    await page.open('/page.html');
    await events(page, 1);
    const seen = await names(page);
    assert.deepEqual([seen.lang, seen.dir, seen.foreign, seen.current, seen.labelled], [lang, lang === 'ar' || lang === 'he' ? 'rtl' : 'ltr', 'he', 'B', true]);
    for (const [name, text] of Object.entries(seen.names)) {
      assert.ok(text, `${lang} has no name for ${name}`);
      if (lang === 'en') first.set(name, text);
      else assert.notEqual(text, first.get(name), `${lang}: ${name} is English`);
    }
    await page.assertQuiet({ except: /^resource: / });
  }
  for (const [name, text] of Object.entries(NAMES.en)) assert.equal(first.get(name), text);
});

everywhere('what happens is said once, politely and in the language of the page', async (page, site) => {
  for (const [lang, loading, failed, retry] of [
    ['en', 'Loading the article…', 'The article could not be shown.', 'Try again'],
    ['zh-CN', '正在加载文章…', '文章无法显示。', '重试'],
    ['ar', 'جارٍ تحميل المقال…', 'تعذّر عرض المقال.', 'إعادة المحاولة'],
  ]) {
    let answer = () => {};
    const asked = new Promise((resolve) => (answer = () => resolve(undefined)));
    site.route('/article.json', async () => (await asked, { status: 503, body: '' }));
    const recorder = `<script>
      window.said = []; window.events = [];
      document.addEventListener('error', (event) => { if (event instanceof CustomEvent) events.push({ type: event.type, detail: event.detail }); }, true);
      addEventListener('DOMContentLoaded', () => customElements.whenDefined('article-widget').then(() => {
        const root = document.querySelector('article-widget').shadowRoot;
        const say = () => { const status = root.querySelector('[role]'); const text = status?.textContent; if (text && text !== said.at(-1)?.text) said.push({ text, role: status.getAttribute('role'), lang: status.lang, dir: status.dir }); };
        say();
        new MutationObserver(say).observe(root, { subtree: true, childList: true, characterData: true });
      }));
    </script>`;
    site.route('/page.html', html('<article-widget src="/article.json"></article-widget>', { lang, recorder }));
    await page.open('/page.html');
    await page.until(() => /** @type {any} */ (window).said.length > 0);
    answer();
    await events(page, 1);
    const said = await page.run(() => /** @type {any} */ (window).said);
    assert.deepEqual(said.map((/** @type {any} */ { text }) => text), [loading, `${failed}${retry}`]);
    for (const { text, role, lang: language, dir: direction } of said) assert.deepEqual([role, language, direction], ['status', lang, 'auto'], text);
  }
  await page.assertQuiet({ except: /503/ });
});

everywhere('the region of messages is there before they are, and what is loaded soon is not worth one', async (page, site) => {
  const recorder = `<script>
    window.said = []; window.events = [];
    for (const type of ['load', 'error']) document.addEventListener(type, (event) => { if (event instanceof CustomEvent) events.push({ type, detail: event.detail }); }, true);
    // A second is over when the test says so.
    {
      const { setTimeout, clearTimeout } = window;
      window.seconds = new Map();
      window.setTimeout = (call, time, ...rest) => (time === 1000 ? (seconds.set(1e9 + seconds.size, call), 1e9 + seconds.size - 1) : setTimeout(call, time, ...rest));
      window.clearTimeout = (id) => seconds.delete(id) || clearTimeout(id);
    }
    addEventListener('DOMContentLoaded', () => customElements.whenDefined('article-widget').then(() => {
      const root = document.querySelector('article-widget').shadowRoot;
      let known = null;
      const look = () => {
        const status = root.querySelector('[role=status]');
        const text = status && (status.getClientRects().length === 1 ? status.querySelector('[part=message]').textContent : 'not rendered');
        if (text !== known) said.push(known = text);
      };
      look();
      new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true });
    }));
  </script>`;
  const said = (/** @type {number} */ count) => page.until((count) => /** @type {any} */ (window).said.length >= count && /** @type {any} */ (window).said, count);
  for (const { slow, reply, texts } of [
    { slow: false, reply: json(named('en')), texts: [''] },
    { slow: true, reply: json(named('en')), texts: ['', 'Loading the article…', ''] },
    { slow: false, reply: { status: 404, body: '' }, texts: ['', 'The article could not be shown.'] },
  ]) {
    let answer = () => {};
    const asked = new Promise((resolve) => (answer = () => resolve(undefined)));
    site.route('/article.json', async () => (await asked, reply));
    site.route('/page.html', html('<article-widget src="/article.json"></article-widget>', { recorder }));
    await page.open('/page.html');
    assert.deepEqual(await said(1), ['']);
    if (slow) {
      await page.run(() => /** @type {any} */ (window).seconds.forEach((/** @type {() => void} */ call) => call()));
      assert.deepEqual(await said(2), texts.slice(0, 2));
    }
    answer();
    await events(page, 1);
    assert.deepEqual(await said(texts.length), texts);
    if (!slow) assert.equal(await page.run(() => /** @type {any} */ (window).seconds.size), 0, 'nothing is told later');
  }
  // Also a widget that fails at once.
  await page.run(() => {
    /** @type {any} */ (window).said.length = 0;
    document.querySelector('article-widget')?.replaceWith(Object.assign(document.createElement('article-widget'), { article: '{' }));
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    const look = () => {
      const message = root.querySelector('[part=message]');
      if (message) /** @type {any} */ (window).said.push(message.textContent);
    };
    look();
    new MutationObserver(look).observe(root, { subtree: true, childList: true });
  });
  await page.until(() => /** @type {any} */ (window).said.at(-1) === 'The article could not be shown.');
  assert.equal(await page.run(() => /** @type {any} */ (window).said[0]), '');
});

everywhere('a widget is busy while its article is on its way, and no longer', async (page, site) => {
  let answer = () => {};
  const asked = new Promise((resolve) => (answer = () => resolve(undefined)));
  site.route('/article.json', json(named('en')));
  site.route('/next.json', async () => (await asked, json(named('ja'))));
  site.route('/page.html', html('<article-widget src="/article.json"></article-widget>'));
  await page.open('/page.html');
  await events(page, 1);
  const busy = () => page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=article]')?.getAttribute('aria-busy') ?? null);
  assert.equal(await busy(), null);
  await page.run(() => document.querySelector('article-widget')?.setAttribute('src', '/next.json'));
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=article]')?.getAttribute('aria-busy') === 'true');
  answer();
  await events(page, 2);
  assert.equal(await busy(), null);
});

everywhere(
  'the landmarks of two articles on a page are told apart by the headlines',
  async (page, site) => {
    const article = { lang: 'en', breadcrumb: ['News'], body: { type: 'table', rows: [['1', '2']] }, related: { items: [{ headline: 'More', url: 'https://harbour.example/more' }] } };
    for (const headline of ['Ebb', 'Flood', '']) site.route(`/${headline}.json`, json(JSON.stringify({ ...article, headline })));
    site.route('/page.html', html(['Ebb', 'Flood', ''].map((headline) => `<article-widget src="/${headline}.json"></article-widget>`).join('')));
    await page.open('/page.html');
    await events(page, 3);
    const widgets = await page.driver.findElements({ css: 'article-widget' });
    const said = [];
    for (const widget of widgets) {
      const root = await widget.getShadowRoot();
      for (const landmark of await root.findElements({ css: 'nav, [role=region]' })) said.push(await landmark.getAccessibleName());
    }
    const named = (/** @type {string} */ headline) => ['Breadcrumb', 'Table 1', 'Related'].map((name) => `${name} ${headline}`.trim());
    assert.deepEqual(said, ['Ebb', 'Flood', ''].flatMap(named));
  },
  // WebKit's driver returns no names.
  { only: ['chromium', 'firefox'] },
);

everywhere(
  'the outline has no gaps on any level, and landmarks no name twice',
  async (page, site) => {
    site.route('/page.html', html('<article-widget></article-widget>', {
      head: '<meta http-equiv="Content-Security-Policy" content="img-src \'self\'; media-src \'self\'"><script type="module" src="/dist/article-widget.js"></script>',
    }));
    await page.open('/page.html');
    await page.until(() => customElements.get('article-widget') !== undefined);
    for (const { name, json } of [...golden, ...formats, ...samples, ...night, ...(await ofCorpora(1))]) {
      const faults = await page.run(async (json) => {
        const widget = /** @type {any} */ (document.querySelector('article-widget'));
        const faults = [];
        for (let level = 1; level <= 6; level++) {
          const shown = new Promise((resolve) => widget.addEventListener('load', resolve, { once: true }));
          widget.setAttribute('heading-level', level);
          widget.article = json;
          await shown;
          const root = /** @type {ShadowRoot} */ (widget.shadowRoot);
          const levels = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => Number(localName[1]));
          const skips = levels.some((at, index) => at > (index === 0 ? level : Math.min(6, levels[index - 1] + 1)) || at < level);
          if (skips) faults.push(`at level ${level}: ${levels}`);
          const landmarks = [...root.querySelectorAll('nav, [role=region], section[aria-label], section[aria-labelledby]')].map((landmark) => {
            const by = landmark.getAttribute('aria-labelledby')?.split(' ').map((id) => root.getElementById(id));
            return `${landmark.localName} ${by ? by.map((named) => named && (named.getAttribute('aria-label') ?? named.textContent)).join(' ') : null}`;
          });
          if (new Set(landmarks).size < landmarks.length || landmarks.some((landmark) => landmark.includes(' null') || landmark.endsWith(' '))) faults.push(`landmarks: ${landmarks}`);
          const outside = root.querySelector('main, [role=main], [role=banner], [role=contentinfo], [part~=status] ~ header, [part~=status] ~ footer');
          if (outside) faults.push(`a landmark of a page: ${outside.localName}`);
        }
        return faults;
      }, json);
      assert.deepEqual(faults, [], name);
    }
    await page.assertQuiet({ except: /^(resource: |csp: (img|media)-src )/ });
  },
  { only: ['chromium'] },
);

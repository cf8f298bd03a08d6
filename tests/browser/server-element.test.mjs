// The server-rendered element: readable without a script, taken over as it is, without a fetch and without a shift.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { MODULE, events, html, openPage, requested, seen } from './widget-page.mjs';

const { renderElement } = /** @type {typeof import('../../www/entry/server.js')} */ (
  await import(new URL('../../dist/server.js', import.meta.url).href)
);

const ARTICLES = {
  en: { lang: 'en', headline: 'A lamp for the pier', datePublished: '2026-03-14T06:40:00Z', author: 'I. Falk', url: 'https://pier.example/lamp', body: ['It stands since Monday.', { type: 'heading', text: 'Why' }, 'It was dark & windy.'] },
  zh: { lang: 'zh-Hans', headline: '码头有了灯', datePublished: '2026-03-14', body: ['星期一装好的。', { type: 'quote', text: '终于亮了。' }] },
  ar: { lang: 'ar', headline: 'مصباح للرصيف', datePublished: '2026-03-14', body: ['أضيء يوم الاثنين.', { type: 'list', items: ['واحد', 'اثنان'] }] },
};

/** The text and the position of the article in a root. */
const shown = () => {
  const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
  const article = /** @type {HTMLElement} */ (root.querySelector('article'));
  const { x, y, width, height } = article.getBoundingClientRect();
  return { text: article.textContent, box: [x, y, width, height].map(Math.round), color: getComputedStyle(article).fontFamily };
};

for (const [lang, article] of Object.entries(ARTICLES)) {
  for (const styles of /** @type {const} */ (['link', 'inline'])) {
    everywhere(`${lang}, ${styles}: adopted as it is, without a fetch, and load tells what it is`, async (page, site) => {
      const element = renderElement(article, { base: '/dist/', styles, src: 'article.json' });
      await openPage(page, site, element.html, { lang });
      const [{ type, detail }] = await events(page, 1);
      assert.equal(type, 'load');
      assert.deepEqual(detail, { ...element.report, warnings: [] });
      const seenFiles = requested(site).sort();
      assert.deepEqual(seenFiles, styles === 'link' ? ['/dist/article-widget.css', '/dist/article-widget.js'] : ['/dist/article-widget.js']);
      assert.equal((await seen(page)).headline, article.headline);
      await page.assertQuiet();
    });
  }
}

everywhere('it stands before the script as after it, and nothing moves', async (page, site) => {
  const element = renderElement(ARTICLES.en, { base: '/dist/', lightbox: true });
  site.route('/read.html', html(`<p>Above</p>${element.html}<p>Below</p>`, { head: element.head }));
  await page.open('/read.html');
  await page.until(() => (document.querySelector('article-widget')?.shadowRoot?.querySelector('link')?.sheet ?? null) !== null);
  const before = await page.run(shown);
  await page.run(() => {
    const shifts = /** @type {any} */ (window).shifts = /** @type {number[]} */ ([]);
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) shifts.push(/** @type {any} */ (entry).value); }).observe({ type: 'layout-shift', buffered: true });
    }
    return /** @type {Promise<void>} */ (new Promise((resolve) => {
      document.querySelector('article-widget')?.addEventListener('load', () => resolve());
      document.body.append(Object.assign(document.createElement('script'), { type: 'module', src: '/dist/article-widget.js' }));
    }));
  });
  await page.run(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.deepEqual(await page.run(shown), before);
  assert.deepEqual(await page.run(() => /** @type {any} */ (window).shifts), []);
  await page.assertQuiet();
});

everywhere('one without a source tells once; the first source it is given is that of its article, the next one is shown', async (page, site) => {
  const element = renderElement(ARTICLES.en, { styles: 'inline' });
  await openPage(page, site, element.html);
  await events(page, 1);
  await page.run(() => document.querySelector('article-widget')?.setAttribute('heading-level', '3'));
  await page.run((article) => { /** @type {any} */ (document.querySelector('article-widget')).article = article; }, ARTICLES.en);
  await page.run(() => new Promise((resolve) => setTimeout(resolve, 100)));
  // WebKit may still have the script of an earlier page.
  assert.deepEqual(requested(site).filter((path) => path !== '/dist/article-widget.js'), []);
  await page.run(() => { /** @type {any} */ (document.querySelector('article-widget')).article = { headline: 'Another lamp', body: ['Brighter.'] }; });
  const all = await events(page, 2);
  assert.deepEqual(all.map(({ detail }) => detail.headline), ['A lamp for the pier', 'Another lamp']);
  assert.equal((await seen(page)).headline, 'Another lamp');
  await page.assertQuiet();
});

everywhere('an inline article is shown anew without a fetch of it', async (page, site) => {
  const element = renderElement({ ...ARTICLES.en, body: ['</script><script>window.ran = 1</script>', 'Two\u2028lines.'] }, { base: '/dist/', inlineArticle: true });
  await openPage(page, site, element.html);
  await events(page, 1);
  await page.run(() => document.querySelector('article-widget')?.setAttribute('heading-level', '4'));
  await events(page, 2);
  const found = await page.run(() => {
    const widget = document.querySelector('article-widget');
    return [widget?.shadowRoot?.querySelector('h4')?.textContent, widget?.shadowRoot?.querySelector('p')?.textContent, /** @type {any} */ (window).ran ?? null];
  });
  assert.deepEqual(found, ['A lamp for the pier', '</script><script>window.ran = 1</script>', null]);
  await page.assertQuiet();
});

everywhere('a strict policy needs the nonce alone, or the hash', async (page, site) => {
  const { createHash } = await import('node:crypto');
  const plain = renderElement(ARTICLES.en);
  const [, sheet] = /** @type {RegExpExecArray} */ (/<style>(.*?)<\/style>/s.exec(plain.html));
  const hash = `sha256-${createHash('sha256').update(sheet).digest('base64')}`;
  const { html: element, head } = renderElement(ARTICLES.en, { styles: 'inline', base: '/dist/', nonce: 'n0nce' });
  for (const [name, style, body, file] of [['nonce', "'nonce-n0nce'", head + element, 'nonce.html'], ['hash', `'${hash}'`, plain.html, 'hash.html']]) {
    site.route(`/${file}`, { ...html(`${body}${MODULE}`), headers: { 'content-security-policy': `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src ${style}` } });
    await page.open(`/${file}`);
    await page.until(() => customElements.get('article-widget') !== undefined);
    const display = await page.run(() => {
      const root = document.querySelector('article-widget')?.shadowRoot;
      return root && getComputedStyle(/** @type {Element} */ (root.querySelector('article'))).containerName;
    });
    assert.equal(display, 'article', `${name}: the style is there`);
  }
});

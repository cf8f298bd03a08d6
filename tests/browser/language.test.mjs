// The widget's own texts, in the reader's language.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { events, json, openPage, requested, seen } from './widget-page.mjs';

/** The fetched files of labels. @param {Parameters<typeof requested>[0]} site */
const labels = (site) => requested(site).filter((path) => path.endsWith('.tsv'));

for (const { lang, message, retry, dir } of [
  { lang: 'zh-TW', message: '文章無法顯示。', retry: '重試', dir: 'ltr' },
  { lang: 'ar', message: 'تعذّر عرض المقال.', retry: 'إعادة المحاولة', dir: 'rtl' },
  { lang: 'sr-Latn', message: 'Članak nije moguće prikazati.', retry: 'Pokušaj ponovo', dir: 'ltr' },
  { lang: 'x-none', message: 'The article could not be shown.', retry: 'Try again', dir: 'ltr' },
]) {
  everywhere(`a failure is told in the page’s language: ${lang}`, async (page, site) => {
    site.route('/input.json', { status: 404, body: '' });
    await openPage(page, site, '<article-widget src="input.json"><p>Fallback</p></article-widget>', { lang });
    assert.equal((await events(page, 1))[0].type, 'error');
    assert.deepEqual(await seen(page), { headline: null, message, retry, fallback: true });
    const direction = await page.run(() => {
      const status = document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=status]');
      return status && getComputedStyle(status).direction;
    });
    assert.equal(direction, dir);
    await page.assertQuiet();
  });
}

everywhere('an article’s labels come with it where the page speaks its language', async (page, site) => {
  site.route('/labelled.json', json(JSON.stringify({ lang: 'zh-CN', headline: '灯塔', source: '港口报', body: '灯塔亮了。' })));
  await openPage(page, site, '<article-widget src="labelled.json"></article-widget>', { lang: 'zh' });
  assert.equal((await events(page, 1))[0].type, 'load');
  const source = await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=source]')?.textContent);
  assert.equal(source, '来源：港口报');
  const asked = requested(site);
  assert.deepEqual(labels(site), ['/dist/article-widget-labels-u-z.tsv']);
  assert.ok(asked.indexOf('/dist/article-widget-labels-u-z.tsv') <= asked.indexOf('/dist/article-widget.css') + 1, asked.join(' '));
  await page.assertQuiet();
});

everywhere('where the page speaks another language, both are fetched', async (page, site) => {
  site.route('/labelled.json', json(JSON.stringify({ lang: 'fr', headline: 'Le phare', source: 'Le Port', body: 'Il brille.' })));
  await openPage(page, site, '<article-widget src="labelled.json"></article-widget>', { lang: 'ko' });
  assert.equal((await events(page, 1))[0].type, 'load');
  const source = await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=source]')?.textContent);
  assert.equal(source, 'Source : Le Port');
  assert.deepEqual(labels(site).sort(), ['/dist/article-widget-labels-a-g.tsv', '/dist/article-widget-labels-h-m.tsv']);
  await page.assertQuiet();
});

everywhere('a label of the host’s stands in place of a fetched one', async (page, site) => {
  site.route('/labelled.json', json(JSON.stringify({ lang: 'fr', headline: 'Le phare', source: 'Le Port', datePublished: '2026-09-01' })));
  await openPage(page, site, `<article-widget src="labelled.json" labels='{"source":"Chez {}"}'></article-widget>`);
  assert.equal((await events(page, 1))[0].type, 'load');
  const parts = await page.run(() => ['source', 'published'].map((part) => document.querySelector('article-widget')?.shadowRoot?.querySelector(`[part=${part}]`)?.textContent));
  assert.deepEqual(parts, ['Chez Le Port', 'Publié le 1 septembre 2026']);
  await page.assertQuiet();
});

everywhere('the browser sets a text in its language: fonts, hyphens and breaks', async (page, site) => {
  site.route('/mixed.json', json(JSON.stringify({
    lang: 'ta', headline: 'கலங்கரை விளக்கம்', body: [{ type: 'paragraph', text: ['விளக்கு ', { text: '灯台', lang: 'ja' }] }],
  })));
  await openPage(page, site, '<article-widget src="mixed.json"></article-widget>', { lang: 'de' });
  await events(page, 1);
  // Blink and WebKit expose the language that they use for fonts and hyphenation; Gecko does not.
  const langs = await page.run(() => [...document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('article, p, p [lang]') ?? []]
    .map((element) => getComputedStyle(element).getPropertyValue('-webkit-locale').replaceAll('"', '')));
  assert.deepEqual(langs, page.engine === 'firefox' ? ['', '', ''] : ['ta', 'ta', 'ja']);
  // Chinese and Japanese have gaps before digits and Latin letters; other languages do not.
  const gaps = await page.run(() => [...document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('p, p [lang]') ?? []]
    .map((element) => getComputedStyle(element).getPropertyValue('text-autospace')));
  if (page.engine === 'chromium') assert.deepEqual(gaps, ['no-autospace', 'normal']);
});

everywhere('a month without a name in the engine’s data is a date of digits', async (page, site) => {
  const lang = ['az', 'bs', 'kk', 'pa', 'uz'];
  for (const each of lang) site.route(`/${each}.json`, json(JSON.stringify({ lang: each, headline: each, datePublished: '2026-03-14 22:10', body: 'x' })));
  await openPage(page, site, lang.map((each) => `<article-widget src="${each}.json"></article-widget>`).join(''));
  await events(page, lang.length);
  const dates = await page.run(() => [...document.querySelectorAll('article-widget')].map(({ shadowRoot }) => shadowRoot?.querySelector('time')?.textContent ?? ''));
  for (const [index, date] of dates.entries()) {
    assert.match(date, /2026/, lang[index]);
    assert.doesNotMatch(date, /M\d/, lang[index]);
  }
});

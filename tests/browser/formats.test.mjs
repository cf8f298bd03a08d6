// What is fetched for which article: the first module alone for our own format, a larger one when it is needed.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { events, json, openPage, requested, seen } from './widget-page.mjs';

const FIRST = '/dist/article-widget.wasm';
const HTML = '/dist/article-widget-html.wasm';
const ALL = '/dist/article-widget-formats.wasm';
const LABELS = '/dist/article-widget-labels-g-k.tsv';

/** A post of WordPress, of our own words. */
const POST = JSON.stringify({
  id: 7,
  title: { rendered: 'Bread &#038; salt' },
  content: { rendered: '<p>The <em>oven</em> is warm.</p>' },
});

/** A document of Portable Text, likewise. */
const BLOCKS = JSON.stringify([{ _type: 'block', _key: 'a', children: [{ _type: 'span', text: 'The oven is warm.' }] }]);

/** Posts of Ghost: one with HTML, and one with the document of its editor alone. */
const GHOST = JSON.stringify({ posts: [{ uuid: 'a1', title: 'Bread', html: '<p>The oven is warm.</p>' }] });
const LEXICAL = JSON.stringify({
  posts: [{
    uuid: 'a2',
    title: 'Salt',
    lexical: JSON.stringify({ root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'extended-text', text: 'White gold.' }] }] } }),
  }],
});

/** Which of the widget's modules and tables were fetched. @param {Parameters<typeof requested>[0]} site */
const fetched = (site) => requested(site).filter((path) => [FIRST, HTML, ALL, LABELS].includes(path)).sort();

everywhere('an article in our own format needs the first module alone', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json"></article-widget>');
  assert.equal((await events(page, 1))[0].type, 'load');
  assert.deepEqual(fetched(site), [FIRST]);
  await page.assertQuiet();
});

everywhere('a format of the web brings the module that reads HTML', async (page, site) => {
  site.route('/post.json', json(POST));
  await openPage(page, site, '<article-widget src="post.json"></article-widget><article-widget src="article.json"></article-widget>');
  const [one, other] = await events(page, 2);
  assert.deepEqual([one, other].map(({ detail }) => detail.format).sort(), ['article', 'wordpress']);
  assert.equal((await seen(page)).headline, 'Bread & salt');
  assert.deepEqual(fetched(site), [HTML, FIRST]);
  await page.assertQuiet();
});

everywhere('any other format brings the module that reads all', async (page, site) => {
  site.route('/blocks.json', json(BLOCKS));
  await openPage(page, site, '<article-widget src="blocks.json"></article-widget>');
  assert.equal((await events(page, 1))[0].detail.format, 'portable-text');
  assert.deepEqual(fetched(site), [ALL, FIRST]);
  await page.assertQuiet();
});

everywhere('so does the document of an editor in a format of the web, and it serves all from then on', async (page, site) => {
  site.route('/ghost.json', json(GHOST));
  site.route('/lexical.json', json(LEXICAL));
  await openPage(page, site, '<article-widget src="ghost.json" format="ghost"></article-widget>');
  assert.equal((await events(page, 1))[0].detail.format, 'ghost');
  assert.deepEqual(fetched(site), [HTML]);
  const show = (/** @type {string} */ src) => page.run((src) => document.querySelector('article-widget')?.setAttribute('src', src), src);
  await show('lexical.json');
  assert.equal((await events(page, 2))[1].type, 'load');
  const body = await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=body]')?.innerHTML);
  assert.equal(body, '<p>White gold.</p>');
  assert.deepEqual(fetched(site), [ALL, HTML]);
  await show('article.json');
  assert.equal((await events(page, 3))[2].type, 'error', 'it is no post of Ghost');
  assert.deepEqual(fetched(site), [ALL, HTML]);
  await page.assertQuiet();
});

everywhere('a format that is named brings its module at once', async (page, site) => {
  site.route('/post.json', json(POST));
  site.route('/blocks.json', json(BLOCKS));
  await openPage(page, site, '<article-widget src="post.json" format="wordpress"></article-widget>');
  assert.equal((await events(page, 1))[0].detail.format, 'wordpress');
  assert.deepEqual(fetched(site), [HTML]);
  await openPage(page, site, '<article-widget src="blocks.json" format="portable-text"></article-widget>');
  assert.equal((await events(page, 1))[0].detail.format, 'portable-text');
  assert.deepEqual(fetched(site), [ALL, HTML]);
  await page.assertQuiet();
});

everywhere('HTML in an own article brings the module that reads it', async (page, site) => {
  site.route('/html.json', json(JSON.stringify({ headline: 'Salt', body: { html: '<p>White <b>gold</b>.</p><script>document.title = "run"</script>' } })));
  await openPage(page, site, '<article-widget src="html.json"></article-widget>');
  const [{ type, detail }] = await events(page, 1);
  assert.deepEqual([type, detail.format], ['load', 'article']);
  const body = await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=body]')?.innerHTML);
  assert.equal(body, '<p>White <b>gold</b>.</p>');
  assert.deepEqual(fetched(site), [HTML, FIRST]);
  await page.assertQuiet();
});

everywhere('so does HTML that a look at the article’s start does not find', async (page, site) => {
  const body = [...Array(2000).fill('The ships come in, and the ships go out again.'), { html: '<p>White <b>gold</b>.</p>' }];
  site.route('/html.json', json(JSON.stringify({ headline: 'Salt', body })));
  await openPage(page, site, '<article-widget src="html.json"></article-widget>');
  assert.equal((await events(page, 1))[0].type, 'load');
  assert.equal(await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('b')?.textContent), 'gold');
  assert.deepEqual(fetched(site), [HTML, FIRST]);
  await page.assertQuiet();
});

everywhere('a language beyond the first brings its labels', async (page, site) => {
  site.route('/korean.json', json(JSON.stringify({ lang: 'ko', headline: '빵과 소금', source: '항구신문', body: '화덕이 따뜻하다.' })));
  await openPage(page, site, '<article-widget src="korean.json"></article-widget>');
  assert.equal((await events(page, 1))[0].type, 'load');
  const source = await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=source]')?.textContent);
  assert.equal(source, '출처: 항구신문');
  assert.deepEqual(fetched(site), [LABELS, FIRST]);
  await page.assertQuiet();
});

everywhere('without its labels it is shown with English ones', async (page, site) => {
  site.route(LABELS, { status: 404, body: 'Not found' });
  site.route('/korean.json', json(JSON.stringify({ lang: 'ko', headline: '빵과 소금', source: '항구신문' })));
  await openPage(page, site, '<article-widget src="korean.json"></article-widget>');
  assert.equal((await events(page, 1))[0].type, 'load');
  const source = await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=source]')?.textContent);
  assert.equal(source, 'Source: 항구신문');
});

everywhere('the module that reads HTML may be missing', async (page, site) => {
  site.route(HTML, { status: 404, body: 'Not found' });
  site.route('/post.json', json(POST));
  await openPage(page, site, '<article-widget src="post.json"><p>Fallback</p></article-widget>');
  const [{ type, detail }] = await events(page, 1);
  assert.deepEqual([type, detail.code], ['error', 'wasm-load']);
  assert.equal((await seen(page)).fallback, true);
});

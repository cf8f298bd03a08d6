// The files that each article fetches: only the first core for our own format, a larger one when it is needed.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dist } from '../../pkg-config/project.mjs';
import { everywhere } from './support/browsers.mjs';
import { held } from './support/held.mjs';
import { HEADLINE, MODULE, events, json, openPage, requested, seen, waitFor } from './widget-page.mjs';

const FIRST = '/dist/article-widget.wasm';
const HTML = '/dist/article-widget-html.wasm';
const WEB = '/dist/article-widget-web.wasm';
const PUBLISHERS = '/dist/article-widget-publishers.wasm';
const ALL = '/dist/article-widget-formats.wasm';
const LABELS = '/dist/article-widget-labels-h-m.tsv';

/** A post of WordPress, in our own words. */
const POST = JSON.stringify({
  id: 7,
  title: { rendered: 'Bread &#038; salt' },
  content: { rendered: '<p>The <em>oven</em> is warm.</p>' },
});

/** A document of Portable Text, likewise. */
const BLOCKS = JSON.stringify([{ _type: 'block', _key: 'a', children: [{ _type: 'span', text: 'The oven is warm.' }] }]);

/** Posts of Ghost: one with HTML, and one with only the document of its editor. */
const GHOST = JSON.stringify({ posts: [{ uuid: 'a1', title: 'Bread', html: '<p>The oven is warm.</p>' }] });
const LEXICAL = JSON.stringify({
  posts: [{
    uuid: 'a2',
    title: 'Salt',
    lexical: JSON.stringify({ root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'extended-text', text: 'White gold.' }] }] } }),
  }],
});

/** A story in Arc XP's format, likewise; and one in an envelope, whose members do not identify the format. */
const STORY = JSON.stringify({ type: 'story', version: '0.10.9', headlines: { basic: 'Flour' }, content_elements: [{ type: 'text', content: 'It is white.' }] });
const HIDDEN = JSON.stringify({ data: { uri: 'urn:x:1', slugline: 'MILL', body_text: 'The mill turns.', headline_main: 'Mill' } });

/**
 * Requests another article instead of the first.
 * @param {import('./support/page.mjs').Page} page
 * @param {string} src
 */
const show = (page, src) => page.run((src) => document.querySelector('article-widget')?.setAttribute('src', src), src);

/** The fetched cores and label files. @param {Parameters<typeof requested>[0]} site */
const fetched = (site) => requested(site).filter((path) => [FIRST, HTML, WEB, PUBLISHERS, ALL, LABELS].includes(path)).sort();

everywhere('an article in our own format needs the first module alone', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json"></article-widget>');
  assert.equal((await events(page, 1))[0].type, 'load');
  assert.deepEqual(fetched(site), [FIRST]);
  await page.assertQuiet();
});

everywhere('a format of the web brings the module that reads those', async (page, site) => {
  site.route('/post.json', json(POST));
  await openPage(page, site, '<article-widget src="post.json"></article-widget><article-widget src="article.json"></article-widget>');
  const [one, other] = await events(page, 2);
  assert.deepEqual([one, other].map(({ detail }) => detail.format).sort(), ['article', 'wordpress']);
  assert.equal((await seen(page)).headline, 'Bread & salt');
  assert.deepEqual(fetched(site), [WEB, FIRST]);
  await page.assertQuiet();
});

everywhere('any other format brings the module that reads all others', async (page, site) => {
  site.route('/blocks.json', json(BLOCKS));
  await openPage(page, site, '<article-widget src="blocks.json"></article-widget>');
  assert.equal((await events(page, 1))[0].detail.format, 'portable-text');
  assert.deepEqual(fetched(site), [ALL, FIRST]);
  await page.assertQuiet();
});

everywhere('a format of publishers brings the module that reads those, and each article is read by the one that can', async (page, site) => {
  for (const [path, text] of Object.entries({ story: STORY, hidden: HIDDEN, blocks: BLOCKS })) site.route(`/${path}.json`, json(text));
  const all = ['story', 'blocks', 'story', 'hidden', 'blocks'];
  await openPage(page, site, all.map((name) => `<article-widget src="${name}.json"></article-widget>`).join(''));
  const formats = (await events(page, all.length)).map(({ type, detail }) => (type === 'load' ? detail.format : detail.message));
  assert.deepEqual(formats.sort(), ['arc-ans', 'arc-ans', 'ninjs', 'portable-text', 'portable-text']);
  assert.deepEqual(fetched(site), [ALL, PUBLISHERS, FIRST]);
  await page.assertQuiet();
});

everywhere('a format of publishers that is named brings its module at once', async (page, site) => {
  site.route('/story.json', json(STORY));
  await openPage(page, site, '<article-widget src="story.json" format="arc-ans"></article-widget>');
  assert.equal((await events(page, 1))[0].detail.format, 'arc-ans');
  assert.deepEqual(fetched(site), [PUBLISHERS]);
  await page.assertQuiet();
});

everywhere('so does the document of an editor in a format of the web, and it serves all from then on', async (page, site) => {
  site.route('/ghost.json', json(GHOST));
  site.route('/lexical.json', json(LEXICAL));
  await openPage(page, site, '<article-widget src="ghost.json" format="ghost"></article-widget>');
  assert.equal((await events(page, 1))[0].detail.format, 'ghost');
  assert.deepEqual(fetched(site), [WEB]);
  await show(page, 'lexical.json');
  assert.equal((await events(page, 2))[1].type, 'load');
  const body = await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=body]')?.innerHTML);
  assert.equal(body, '<p>White gold.</p>');
  assert.deepEqual(fetched(site), [ALL, WEB]);
  await show(page, 'article.json');
  assert.equal((await events(page, 3))[2].type, 'error', 'it is no post of Ghost');
  assert.deepEqual(fetched(site), [ALL, WEB]);
  await page.assertQuiet();
});

everywhere('a format that is named brings its module at once', async (page, site) => {
  site.route('/post.json', json(POST));
  site.route('/blocks.json', json(BLOCKS));
  await openPage(page, site, '<article-widget src="post.json" format="wordpress"></article-widget>');
  assert.equal((await events(page, 1))[0].detail.format, 'wordpress');
  assert.deepEqual(fetched(site), [WEB]);
  await openPage(page, site, '<article-widget src="blocks.json" format="portable-text"></article-widget>');
  assert.equal((await events(page, 1))[0].detail.format, 'portable-text');
  assert.deepEqual(fetched(site), [ALL, WEB]);
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

/** An article in our own format with a body of HTML. */
const OWN_HTML = JSON.stringify({ headline: 'Salt', body: { html: '<p>White <b>gold</b>.</p>' } });

everywhere('texts that are said to be HTML bring their module at once, and it is no harm where there are none', async (page, site) => {
  site.route('/html.json', json(OWN_HTML));
  site.route('/post.json', json(POST));
  await openPage(page, site, '<article-widget src="html.json" format="html"></article-widget>');
  assert.equal((await events(page, 1))[0].detail.format, 'article');
  assert.deepEqual(fetched(site), [HTML]);
  await show(page, 'article.json');
  assert.equal((await events(page, 2))[1].type, 'load');
  assert.deepEqual(fetched(site), [HTML]);
  await show(page, 'post.json');
  assert.equal((await events(page, 3))[2].detail.format, 'wordpress');
  await page.assertQuiet();
});

for (const { lang, words } of [{ lang: 'en', words: 'Loading the article…' }, { lang: 'zh', words: '正在加载文章…' }]) everywhere(`while an article at hand waits for another module, readers are told: ${lang}`, async (page, site) => {
  for (const module of [WEB, ALL]) site.route(module, { hang: true });
  await openPage(page, site, '<article-widget src="article.json"></article-widget><div></div>', { lang });
  await events(page, 1);
  await page.run(async (post) => {
    const { mount } = await import(/** @type {any} */ ('/dist/article-widget.js'));
    void mount(document.querySelector('div'), JSON.parse(post)).ready.catch(() => {});
  }, POST);
  const told = await page.until(() => document.querySelector('div')?.shadowRoot?.querySelector('[role=status]')?.textContent);
  assert.equal(told, words);
  await page.assertQuiet();
});

everywhere('the module that a page preloads is the first', async (page, site) => {
  site.route('/html.json', json(OWN_HTML));
  const { 'article-widget-html.wasm': integrity } = JSON.parse(await readFile(join(dist, 'integrity.json'), 'utf8'));
  const head = `<link rel="preload" as="fetch" crossorigin href="${HTML}" integrity="${integrity}">${MODULE}`;
  await openPage(page, site, '<article-widget src="html.json"></article-widget>', { head });
  assert.equal((await events(page, 1))[0].type, 'load');
  assert.deepEqual([...new Set(fetched(site))], [HTML]);
  await page.assertQuiet();
});

everywhere('a first module that nobody waits for any more is left', async (page, site) => {
  let left = false;
  site.route(FIRST, (request) => {
    request.socket.on('close', () => { left = true; });
    return { hang: true };
  });
  site.route('/html.json', json(OWN_HTML));
  await openPage(page, site, '<article-widget src="html.json"></article-widget>');
  assert.equal((await events(page, 1))[0].type, 'load');
  await waitFor(() => left);
  assert.ok(left, 'the request goes on');
  assert.deepEqual(fetched(site), [HTML, FIRST]);
  await page.assertQuiet();
});

everywhere('and one that another article waits for is not', async (page, site) => {
  const first = held({ file: join(dist, 'article-widget.wasm') });
  const second = held({ file: join(dist, 'article-widget-html.wasm') });
  site.route(FIRST, first.route);
  site.route(HTML, second.route);
  site.route('/html.json', json(OWN_HTML));
  await openPage(page, site, '<article-widget src="article.json"></article-widget><article-widget src="html.json"></article-widget>');
  await waitFor(() => fetched(site).includes(HTML));
  first.give();
  assert.equal((await events(page, 1))[0].detail.headline, HEADLINE, 'the article of the first module does not wait for the other');
  second.give();
  const shown = await events(page, 2);
  assert.deepEqual(shown.map(({ type }) => type), ['load', 'load']);
  assert.equal(shown[1].detail.headline, 'Salt');
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

everywhere('labels other than those of the build are not taken', async (page, site) => {
  site.route(LABELS, { body: 'ko\tForged labels', type: 'text/plain; charset=utf-8' });
  site.route('/korean.json', json(JSON.stringify({ lang: 'ko', headline: '빵과 소금', source: '항구신문' })));
  await openPage(page, site, '<article-widget src="korean.json"></article-widget>');
  assert.equal((await events(page, 1))[0].type, 'load');
  const source = await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=source]')?.textContent);
  assert.equal(source, 'Source: 항구신문');
});

everywhere('without its labels it is shown with English ones', async (page, site) => {
  site.route(LABELS, { status: 404, body: 'Not found' });
  site.route('/korean.json', json(JSON.stringify({ lang: 'ko', headline: '빵과 소금', source: '항구신문' })));
  await openPage(page, site, '<article-widget src="korean.json"></article-widget>');
  assert.equal((await events(page, 1))[0].type, 'load');
  const source = await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=source]')?.textContent);
  assert.equal(source, 'Source: 항구신문');
});

everywhere('a larger module may be missing', async (page, site) => {
  site.route(WEB, { status: 404, body: 'Not found' });
  site.route('/post.json', json(POST));
  await openPage(page, site, '<article-widget src="post.json"><p>Fallback</p></article-widget>');
  const [{ type, detail }] = await events(page, 1);
  assert.deepEqual([type, detail.code], ['error', 'wasm-load']);
  assert.equal((await seen(page)).fallback, true);
});

// Each way to embed an article, and its interface for the host: events, methods, and a fallback until the article is
// shown.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { held } from './support/held.mjs';
import { ARTICLE, HEADLINE, MODULE, events, html, json, openPage, requested, seen } from './widget-page.mjs';

everywhere('example: module script and src', async (page, site) => {
  await page.open('/examples/module-src.html');
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=headline]'));
  assert.deepEqual(await seen(page), {
    headline: 'The night ferry is back, and nobody is in a hurry', message: '', retry: null, fallback: false,
  });
  assert.deepEqual(requested(site).sort(), [
    '/dist/article-widget.css', '/dist/article-widget.js', '/dist/article-widget.wasm', '/examples/articles/harbour.json',
    '/examples/module-src.html',
  ]);
  await page.assertQuiet();
});

everywhere('example: one classic script tag', async (page, site) => {
  await page.open('/examples/classic.html');
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=headline]'));
  const found = await page.run(() => {
    const widget = /** @type {Element} */ (document.querySelector('article-widget'));
    return { before: widget.previousElementSibling?.localName, headline: widget.shadowRoot?.querySelector('h1')?.textContent };
  });
  assert.deepEqual(found, { before: 'script', headline: '院子里的菜园，种出了一条街的邻居' });
  assert.equal(requested(site).filter((path) => path.endsWith('.wasm')).length, 1);
  await page.assertQuiet();
});

everywhere('example: the article in the page', async (page, site) => {
  await page.open('/examples/inline.html');
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=headline]'));
  assert.deepEqual(await seen(page), { headline: '駅前の古い時計、五分遅れのまま', message: '', retry: null, fallback: false });
  assert.deepEqual(requested(site).sort(), [
    '/dist/article-widget-labels-h-m.tsv', '/dist/article-widget.css', '/dist/article-widget.js', '/dist/article-widget.wasm',
    '/examples/inline.html',
  ]);
  await page.assertQuiet();
});

everywhere('example: the article from a script, and events', async (page) => {
  await page.open('/examples/property.html');
  await page.until(() => document.querySelector('output')?.textContent);
  assert.equal(await page.run(() => document.querySelector('output')?.textContent), 'مرصد صغير فوق سطح المدرسة · 0');
  await page.assertQuiet();
});

everywhere('example: mounted by a script', async (page) => {
  await page.open('/examples/mount.html');
  await page.until(() => document.querySelector('#article')?.shadowRoot?.querySelector('[part~=headline]')?.textContent === '山の茶屋、最後の客を待つ');
  await page.run(() => /** @type {HTMLElement} */ (document.querySelector('#next')).click());
  await page.until(() => document.querySelector('#article')?.shadowRoot?.querySelector('h1')?.textContent?.startsWith('The night ferry'));
  assert.equal((await seen(page, '#article')).fallback, false);
  await page.run(() => /** @type {HTMLElement} */ (document.querySelector('#remove')).click());
  assert.equal((await seen(page, '#article')).fallback, true);
  assert.equal(await page.run(() => document.querySelector('#article')?.shadowRoot?.innerHTML), '<slot></slot>');
  assert.equal(await page.run(() => customElements.get('article-widget')), null, 'mount registers nothing');
  await page.assertQuiet();
});

everywhere('load tells what was read', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json" heading-level="9"></article-widget>');
  const [{ type, detail }, ...more] = await events(page, 1);
  assert.deepEqual(more, []);
  assert.equal(type, 'load');
  assert.equal(detail.headline, HEADLINE);
  assert.equal(detail.format, 'article');
  assert.equal(detail.articles, 1);
  assert.equal(detail.lang, 'en');
  assert.deepEqual(detail.warnings.map(({ code, path }) => [code, path]), [['invalid-option', '/options/headingLevel']]);
  await page.assertQuiet();
});

everywhere('the events are the element’s own and do not bubble', async (page, site) => {
  await openPage(page, site, '<div><article-widget src="article.json"></article-widget></div>');
  await events(page, 1);
  const bubbled = await page.run(async () => {
    const widget = /** @type {import('../../www/entry/index.js').ArticleWidget} */ (document.querySelector('article-widget'));
    /** @type {string[]} */
    const heard = [];
    widget.parentElement?.addEventListener('load', () => heard.push('parent'));
    widget.addEventListener('load', () => heard.push('widget'));
    widget.reload();
    await new Promise((resolve) => widget.addEventListener('load', resolve));
    return heard;
  });
  assert.deepEqual(bubbled, ['widget']);
});

everywhere('the fallback is seen until the article is there', async (page, site) => {
  let answer = () => {};
  const asked = new Promise((resolve) => (answer = () => resolve(undefined)));
  site.route('/slow.json', async () => (await asked, json(ARTICLE)));
  await openPage(page, site, '<article-widget src="slow.json"><p>Read it over there</p></article-widget>');
  await page.until(() => document.querySelector('article-widget')?.shadowRoot);
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=message]')?.textContent);
  assert.deepEqual(await seen(page), { headline: null, message: 'Loading the article…', retry: null, fallback: true });
  answer();
  await events(page, 1);
  assert.deepEqual(await seen(page), { headline: HEADLINE, message: '', retry: null, fallback: false });
  await page.assertQuiet();
});

everywhere('the fallback comes back with a message, and another attempt can be made', async (page, site) => {
  site.route('/late.json', { status: 503, body: '' });
  await openPage(page, site, '<article-widget src="late.json"><p>Read it over there</p></article-widget>', { lang: 'zh-Hant' });
  const [{ type, detail }] = await events(page, 1);
  assert.equal(type, 'error');
  assert.deepEqual(detail, { code: 'http-status', path: '', message: 'the server answered 503', status: 503, warnings: [] });
  assert.deepEqual(await seen(page), { headline: null, message: '文章無法顯示。', retry: '重試', fallback: true });

  const press = () => page.run(() => {
    const retry = /** @type {HTMLElement} */ (document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=retry]'));
    retry.focus();
    retry.click();
  });
  await press();
  assert.equal((await events(page, 2))[1].detail.code, 'http-status');
  const focused = () => page.run(() => document.querySelector('article-widget')?.shadowRoot?.activeElement?.getAttribute('part'));
  assert.equal(await focused(), 'retry', 'the button keeps the focus while nothing comes of it');

  site.route('/late.json', json(ARTICLE));
  await press();
  assert.equal((await events(page, 3))[2].type, 'load');
  assert.deepEqual(await seen(page), { headline: HEADLINE, message: '', retry: null, fallback: false });
  assert.equal(await focused(), 'article', 'and hands it to the article');
});

for (const { lang, message } of [
  { lang: 'ar-EG', message: 'تعذّر عرض المقال.' },
  { lang: 'ja', message: '記事を表示できませんでした。' },
  { lang: 'zh-CN', message: '文章无法显示。' },
  { lang: 'sv', message: 'Artikeln kunde inte visas.' },
  { lang: 'mt', message: 'The article could not be shown.' },
]) {
  everywhere(`readers of ${lang} are told in words they know`, async (page, site) => {
    await openPage(page, site, `<div lang="${lang}"><article-widget src="data:application/json,{}"></article-widget></div>`, { lang: 'fr' });
    await events(page, 1);
    assert.equal((await seen(page)).message, message);
  });
}

everywhere('attributes changed in one task are taken together', async (page, site) => {
  await openPage(page, site, '<article-widget></article-widget>');
  await page.run(() => customElements.whenDefined('article-widget').then(() => {}));
  // In a task of the page, because WebKit's driver may run microtasks between its own calls.
  await page.run(() => new Promise((resolve) => setTimeout(() => {
    const widget = /** @type {Element} */ (document.querySelector('article-widget'));
    widget.setAttribute('src', 'nowhere.json');
    widget.setAttribute('heading-level', '4');
    widget.setAttribute('parts', 'header');
    widget.setAttribute('src', 'article.json');
    resolve(null);
  })));
  assert.deepEqual((await events(page, 1)).map(({ type }) => type), ['load']);
  const tags = await page.run(() => [...(document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('h4, [part=body]') ?? [])].map((node) => node.localName));
  assert.deepEqual(tags, ['h4']);
  assert.equal(requested(site).includes('/nowhere.json'), false);
});

everywhere('another option renders the same bytes again', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json"></article-widget>');
  await events(page, 1);
  await page.run(() => document.querySelector('article-widget')?.setAttribute('heading-level', '3'));
  await events(page, 2);
  assert.equal(await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=headline]')?.localName), 'h3');
  assert.equal(requested(site).filter((path) => path === '/article.json').length, 1);
});

everywhere('properties reflect attributes', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json"></article-widget>');
  await events(page, 1);
  const found = await page.run(() => {
    const widget = /** @type {import('../../www/entry/index.js').ArticleWidget} */ (document.querySelector('article-widget'));
    widget.headingLevel = 3;
    widget.dataImages = true;
    widget.timeZone = 'Asia/Tokyo';
    widget.theme = 'dark';
    widget.theme = null;
    return { html: widget.outerHTML, images: widget.dataImages, src: widget.src, article: widget.article };
  });
  assert.equal(found.html, '<article-widget src="article.json" heading-level="3" data-images="" time-zone="Asia/Tokyo"></article-widget>');
  assert.deepEqual([found.images, found.src, found.article], [true, 'article.json', null]);
});

everywhere('properties take lists and objects', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json"></article-widget>');
  await events(page, 1);
  const attributes = await page.run(() => {
    const widget = /** @type {import('../../www/entry/index.js').ArticleWidget} */ (document.querySelector('article-widget'));
    const circle = /** @type {any} */ ({});
    circle.circle = circle;
    widget.labels = circle; // must not throw in the host
    const odd = widget.labels;
    widget.parts = ['header', 'body'];
    widget.labels = { related: 'More' };
    widget.images = { 'https://img.example/': 'https://img.example/{width}/{path}' };
    return [odd, widget.parts, widget.labels, widget.images];
  });
  assert.deepEqual(attributes, ['[object Object]', 'header body', '{"related":"More"}', '{"https://img.example/":"https://img.example/{width}/{path}"}']);
  assert.deepEqual((await events(page, 2))[1]?.detail.warnings, []);
});

everywhere('properties set before the element is defined are taken', async (page, site) => {
  await openPage(page, site, '<article-widget></article-widget>', { head: '' });
  await page.run(async () => {
    const widget = /** @type {any} */ (document.querySelector('article-widget'));
    widget.article = { headline: 'Set early', body: 'Text' };
    widget.headingLevel = 5;
    await import(/** @type {any} */ ('/dist/article-widget.js'));
  });
  assert.equal((await events(page, 1))[0].detail.headline, 'Set early');
  const found = await page.run(() => {
    const widget = /** @type {any} */ (document.querySelector('article-widget'));
    return [widget.shadowRoot.querySelector('h5')?.textContent, widget.getAttribute('heading-level'), Object.keys(widget)];
  });
  assert.deepEqual(found, ['Set early', '5', []]);
});

everywhere('the property comes before src, and src before the inline article', async (page, site) => {
  const inline = `<script type="application/json">{"headline":"Inline"}</script>`;
  await openPage(page, site, `<article-widget src="article.json">${inline}</article-widget>`);
  assert.equal((await events(page, 1))[0].detail.headline, HEADLINE);
  const headlines = await page.run(async () => {
    const widget = /** @type {any} */ (document.querySelector('article-widget'));
    const next = () => new Promise((resolve) => widget.addEventListener('load', (/** @type {any} */ event) => resolve(event.detail.headline), { once: true }));
    widget.article = { headline: 'Property' };
    const first = await next();
    widget.article = '{"headline":"As JSON text"}';
    const second = await next();
    widget.article = null;
    widget.src = null;
    return [first, second, await next()];
  });
  assert.deepEqual(headlines, ['Property', 'As JSON text', 'Inline']);
  await page.assertQuiet();
});

everywhere('without a source an element waits with its fallback, and takes an inline article that is put in', async (page, site) => {
  await openPage(page, site, '<article-widget><p>Nothing yet</p></article-widget>');
  await page.until(() => document.querySelector('article-widget')?.shadowRoot);
  assert.deepEqual(await seen(page), { headline: null, message: '', retry: null, fallback: true });
  await page.run(() => {
    const script = Object.assign(document.createElement('script'), { type: 'application/json', textContent: '{"headline":"Put in"}' });
    document.querySelector('article-widget')?.append(script);
  });
  assert.deepEqual((await events(page, 1)).map(({ detail }) => detail.headline), ['Put in']);
  await page.assertQuiet();
});

everywhere('an inline article is read only when the parser has all of it', async (page, site) => {
  await openPage(page, site, '');
  await page.run(() => customElements.whenDefined('article-widget').then(() => {}));
  // The window outlives the document, with the element's definition and the record of events.
  const early = await page.run(async () => {
    document.open();
    document.write('<!doctype html><article-widget><script type="application/json">{"headline":"Cut');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const early = document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=message]')?.textContent ?? '';
    document.addEventListener('load', (event) => { if (event instanceof CustomEvent) document.title = event.detail.headline; }, true);
    document.addEventListener('error', (event) => { if (event instanceof CustomEvent) document.title = event.detail.message; }, true);
    document.write(' in two"}</script></article-widget>');
    document.close();
    return early;
  });
  assert.equal(early, '');
  await page.until(() => document.title);
  assert.equal(await page.run(() => document.title), 'Cut in two');
});

everywhere('classic scripts: several on a page, with query strings, each in its place', async (page, site) => {
  site.route('/second.json', json('{"headline":"Second"}'));
  const script = (/** @type {string} */ src, /** @type {string} */ query) => `<script src="/dist/article-widget.classic.js${query}" data-src="${src}" data-lang="en"></script>`;
  await openPage(page, site, `<main>${script('article.json', '?v=1')}</main><footer>${script('second.json', '?v=2#x')}</footer>`, { head: '' });
  await events(page, 2);
  const found = await page.run(() => ['main', 'footer'].map((name) => document.querySelector(`${name} > script + article-widget`)?.shadowRoot?.querySelector('h2')?.textContent));
  assert.deepEqual(found, [HEADLINE, 'Second']);
  assert.deepEqual(requested(site).filter((path) => path.includes('wasm')), ['/dist/article-widget.wasm']);
  await page.assertQuiet();
});

everywhere('a classic script without data-src only registers the element', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json"></article-widget>', { head: '<script async src="/dist/article-widget.classic.js"></script>' });
  await events(page, 1);
  assert.equal(await page.run(() => document.querySelectorAll('article-widget').length), 1);
  await page.assertQuiet();
});

everywhere('several copies of the script live together', async (page, site) => {
  const copies = ['article-widget.js', 'article-widget.js?copy', 'define.js'].map((name) => `<script type="module" src="/dist/${name}"></script>`);
  await openPage(page, site, '<article-widget src="article.json"></article-widget>', { head: `${copies.join('')}<script async src="/dist/article-widget.classic.js"></script>` });
  await events(page, 1);
  assert.equal((await seen(page)).headline, HEADLINE);
  await page.assertQuiet();
});

everywhere('a link can be taken over by the host', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json"></article-widget>');
  await events(page, 1);
  const clicked = await page.run(() => {
    const widget = /** @type {Element} */ (document.querySelector('article-widget'));
    const link = /** @type {HTMLElement} */ (widget.shadowRoot?.querySelector('a[href]'));
    widget.addEventListener('linkclick', (event) => event.preventDefault());
    const click = (/** @type {MouseEventInit} */ init) => {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...init });
      addEventListener('click', (seen) => { init.detail = seen.defaultPrevented ? 1 : 0; seen.preventDefault(); }, { once: true });
      link.dispatchEvent(event);
      return init.detail === 1;
    };
    return { plain: click({}), newTab: click({ ctrlKey: true }) };
  });
  assert.deepEqual(clicked, { plain: true, newTab: false });
  const [, ...clicks] = await events(page, 3);
  assert.deepEqual(clicks, Array(2).fill({ type: 'linkclick', detail: { href: 'https://harbour.example/ships', part: 'body' } }));
  await page.assertQuiet();
});

everywhere('a link to a footnote leads to it, and back', async (page, site) => {
  site.route('/notes.json', json(JSON.stringify({
    headline: 'Notes', body: [{ type: 'paragraph', text: ['Said', { note: 1 }] }, { type: 'notes', items: ['The note.'] }],
  })));
  await openPage(page, site, '<article-widget src="notes.json"></article-widget>');
  await events(page, 1);
  const found = await page.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    const follow = (/** @type {Element | null | undefined} */ link) => {
      /** @type {HTMLElement} */ (link).click();
      return { id: root.activeElement?.id, linked: `#${root.activeElement?.id}` === link?.getAttribute('href'), text: root.activeElement?.textContent };
    };
    const there = follow(root.querySelector('a[href^="#"]'));
    const back = follow(root.activeElement?.querySelector('a[href^="#"]'));
    return { there: [there.linked, there.text?.includes('The note.')], back: back.linked, hash: location.hash };
  });
  assert.deepEqual(found, { there: [true, true], back: true, hash: '' });
  assert.equal((await events(page, 1)).length, 1, 'it is no link to elsewhere');
  await page.assertQuiet();
});

everywhere('mount gives promises, and replaces what was mounted before', async (page, site) => {
  site.route('/bad.json', json('{'));
  await openPage(page, site, '<div id="place"><p>Fallback</p></div><ul><li id="item"></li></ul>', { head: '' });
  const found = await page.run(async () => {
    const { mount, ArticleError } = await import(/** @type {any} */ ('/dist/article-widget.js'));
    const place = document.querySelector('#place');
    const outcome = (/** @type {Promise<any>} */ promise) => promise.then((report) => report.headline, (error) => [error instanceof ArticleError, error.code]);
    const first = mount(place, 'article.json');
    const second = mount(place, { headline: 'An object' });
    const results = [await outcome(first.ready), await outcome(second.ready)];
    first.remove(); // must not affect the second
    results.push(place?.shadowRoot?.querySelector('h2')?.textContent);
    results.push(await outcome(second.update('bad.json')));
    results.push(await outcome(second.update(new TextEncoder().encode('{"headline":"Bytes"}'), { headingLevel: 4 })));
    results.push(place?.shadowRoot?.querySelector('h4')?.textContent);
    results.push(await outcome(mount(place, undefined).ready));
    const item = mount(document.querySelector('#item'), new URL('article.json', location.href));
    results.push(await outcome(item.ready));
    item.remove();
    results.push(document.querySelector('#item')?.innerHTML);
    return results;
  });
  assert.deepEqual(found, [[true, 'aborted'], 'An object', 'An object', [true, 'invalid-json'], 'Bytes', 'Bytes', [true, 'no-source'], HEADLINE, '']);
  await page.assertQuiet();
});

everywhere('mount takes JSON as text, and a theme', async (page, site) => {
  await openPage(page, site, '<div id="place"></div>', { head: '' });
  const found = await page.run(async () => {
    const { mount } = await import(/** @type {any} */ ('/dist/article-widget.js'));
    const place = /** @type {Element} */ (document.querySelector('#place'));
    const mounted = mount(place, '\n { "headline": "As text", "body": "It rained." }', { theme: 'news dark' });
    const report = await mounted.ready;
    const themed = [report.headline, report.warnings.length, place.getAttribute('theme'), place.shadowRoot?.adoptedStyleSheets.length];
    const many = await mounted.update('[{ "headline": "One", "body": "x" }]');
    const plain = [many.headline, place.getAttribute('theme')];
    await mounted.update('article.json', { theme: 'minimal' });
    const last = place.getAttribute('theme');
    mounted.remove();
    return [themed, plain, last, place.getAttribute('theme')];
  });
  assert.deepEqual(found, [['As text', 0, 'news dark', 2], ['One', 'news dark'], 'minimal', null]);
  await page.assertQuiet();
});

everywhere('a host’s own content is shown again when its article is gone, whenever it came', async (page, site) => {
  await openPage(page, site, '<div id="full"><p>Fallback</p></div><div id="empty"></div>', { head: '' });
  const shown = await page.run(async () => {
    const { mount } = await import(/** @type {any} */ ('/dist/article-widget.js'));
    const results = [];
    for (const id of ['full', 'empty']) {
      const host = document.getElementById(id);
      const mounted = mount(host, { headline: 'At hand' });
      await mounted.ready;
      const before = host?.shadowRoot?.querySelector('slot');
      if (id === 'empty') host?.append('Late');
      await mounted.update('{').catch(() => {});
      results.push([before === null, Boolean(host?.shadowRoot?.querySelector('slot')), host?.shadowRoot?.querySelector('article') === null]);
    }
    return results;
  });
  assert.deepEqual(shown, [[true, true, true], [true, true, true]]);
  await page.assertQuiet();
});

everywhere('a failure that nobody waits for makes no noise', async (page, site) => {
  await openPage(page, site, '<div></div>', { head: '' });
  await page.run(async () => {
    const { mount } = await import(/** @type {any} */ ('/dist/article-widget.js'));
    mount(document.querySelector('div'), {}).update([]);
  });
  await events(page, 1);
  await page.assertQuiet();
});

everywhere('an article that a server rendered stays, until another is asked for', async (page, site) => {
  const prerendered = '<template shadowrootmode="open"><article part="article"><h2 part="headline">From the server</h2></article></template>';
  await openPage(page, site, `<article-widget src="article.json">${prerendered}<p>Fallback</p></article-widget>`);
  await page.run(() => customElements.whenDefined('article-widget').then(() => new Promise((resolve) => setTimeout(resolve, 100))));
  assert.equal((await seen(page)).headline, 'From the server');
  assert.deepEqual(requested(site), ['/dist/article-widget.js'], 'nothing is fetched for what is there');
  await page.run(() => /** @type {any} */ (document.querySelector('article-widget')).reload());
  await events(page, 1);
  assert.deepEqual(await seen(page), { headline: HEADLINE, message: '', retry: null, fallback: false });
  await page.assertQuiet();
});

everywhere('assistive technology is told that it is busy', async (page, site) => {
  const slow = held(json(ARTICLE));
  site.route('/slow.json', slow.route);
  await openPage(page, site, '<article-widget src="article.json"></article-widget>');
  await events(page, 1);
  const busy = () => page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('article')?.getAttribute('aria-busy'));
  assert.equal(await busy(), null);
  await page.run(() => document.querySelector('article-widget')?.setAttribute('src', 'slow.json'));
  assert.equal(await busy(), 'true');
  slow.give();
  await events(page, 2);
  assert.equal(await busy(), null);
  assert.equal(await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=status]')?.getAttribute('role')), 'status');
});

everywhere('the page’s language reaches the labels', async (page, site) => {
  site.route('/dated.json', json('{"headline":"1","datePublished":"2026-03-14 06:40"}'));
  await openPage(page, site, '<article-widget src="dated.json"></article-widget>', { lang: 'ja' });
  await events(page, 1);
  const text = await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=published]')?.textContent);
  assert.match(text ?? '', /2026年3月14日/);
});

everywhere('a page that loads the script late upgrades what is there', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json"><p>Before</p></article-widget>', { head: '' });
  await page.run(() => new Promise((resolve) => setTimeout(resolve, 50)));
  await page.run(() => document.body.append(Object.assign(document.createElement('script'), { type: 'module', src: '/dist/article-widget.js' })));
  await events(page, 1);
  assert.deepEqual(await seen(page), { headline: HEADLINE, message: '', retry: null, fallback: false });
});

everywhere('one style sheet serves all widgets of a page', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json"></article-widget>'.repeat(3));
  await events(page, 3);
  const sheets = await page.run(() => {
    const lists = [...document.querySelectorAll('article-widget')].map((widget) => [...(widget.shadowRoot?.adoptedStyleSheets ?? [])]);
    return { counts: lists.map((list) => list.length), same: lists.every(([sheet]) => sheet === lists[0][0]), rules: lists[0][0].cssRules.length, inPage: document.querySelectorAll('style, link').length };
  });
  assert.deepEqual({ ...sheets, rules: sheets.rules > 10 }, { counts: [1, 1, 1], same: true, rules: true, inPage: 0 });
  assert.deepEqual(requested(site).filter((path) => /wasm$|css$/.test(path)).sort(), ['/dist/article-widget.css', '/dist/article-widget.wasm']);
});

everywhere('nothing is added to the window', async (page, site) => {
  const names = async (/** @type {string} */ head) => {
    site.route('/page.html', html('<article-widget src="article.json"></article-widget>', { head, recorder: '' }));
    site.route('/article.json', json(ARTICLE));
    await page.open('/page.html');
    // Waits in both cases, because the first scripts of drivers add names of their own.
    await page.until((wanted) => !wanted || document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=headline]'), head);
    await page.until(() => document.readyState === 'complete');
    return page.run(() => Object.getOwnPropertyNames(window).sort());
  };
  const without = await names('');
  assert.deepEqual(await names(MODULE), without);
  assert.deepEqual(await names('<script defer src="/dist/article-widget.classic.js"></script>'), without);
});

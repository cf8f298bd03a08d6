// Names that a page gives to images, forms and fields, and members that it adds to every object: they are not options,
// and do not shadow functions that the widget calls.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { ARTICLE, HEADLINE, MODULE, events, json, openPage, requested, waitFor } from './widget-page.mjs';

/** @import { Site } from './support/browsers.mjs' */

const CLASSIC = '<script defer src="/dist/article-widget.classic.js"></script>';
const INLINE = `<article-widget><script type="application/json">${ARTICLE}</script></article-widget>`;

/** The message that a page sent to its server by `say`. @param {Site} site */
async function said(site) {
  const found = () => site.requests.find(({ path }) => path.startsWith('/said?'))?.path.slice('/said?'.length);
  await waitFor(found);
  return decodeURIComponent(found() ?? 'nothing');
}

/** Reports the texts of the page's widgets, after `count` of them show something, and the page's complaints. */
const REPORT = `<script>
  const all = Document.prototype.querySelectorAll;
  const texts = (selector) => Array.prototype.map.call(all.call(document, selector), (host) => host.shadowRoot && host.shadowRoot.querySelector('[part~=headline]')).filter(Boolean).map((node) => node.textContent);
  const report = (selector, count) => {
    let left = 400;
    const look = setInterval(() => {
      if (texts(selector).length < count && --left > 0) return;
      clearInterval(look);
      setTimeout(() => { new Image().src = '/said?' + encodeURIComponent([...texts(selector), ...window.__probe.map(({ type, message }) => type + ': ' + message)].join(' | ')); }, 100);
    }, 20);
  };
</script>`;

/**
 * Images with every name of members of documents and nodes: \`document[name]\` is then the image. Some engines also
 * accept names of \`Object\`.
 */
const CLOBBER = `<script>
  for (let at = Document.prototype; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) {
      const image = Document.prototype.createElement.call(document, 'img');
      image.setAttribute('name', name);
      image.setAttribute('alt', '');
      Node.prototype.appendChild.call(all.call(document, '#names')[0], image);
    }
  }
</script>`;

for (const { what, head } of [{ what: 'the module', head: MODULE }, { what: 'the classic script', head: CLASSIC }]) {
  everywhere(`${what} on a page whose images have every name of a document`, async (page, site) => {
    const rich = JSON.stringify({ ...JSON.parse(ARTICLE), datePublished: new Date(Date.now() - 9_000_000).toISOString(), body: [{ type: 'embed', kind: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk', title: 'A film' }] });
    site.route('/rich.json', json(rich));
    const body = `<div id="names"></div>${REPORT}${CLOBBER}
      <article-widget src="article.json"></article-widget>${INLINE}<article-widget src="rich.json" dates="relative" embeds="load" lightbox></article-widget>
      <script src="/dist/article-widget.classic.js" data-src="article.json"></script>
      <script>report('article-widget', 4);</script>`;
    await openPage(page, site, body, { head, recorder: '', lang: '' });
    assert.equal(await said(site), Array(4).fill(HEADLINE).join(' | '));
  });
}

/** A form with fields of every name of its members: \`form[name]\` is then the field. */
const FORM = `<script>
  const made = (content) => {
    const form = Document.prototype.createElement.call(document, 'form');
    form.setAttribute('lang', 'de');
    for (let at = HTMLFormElement.prototype; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
      for (const name of Object.getOwnPropertyNames(at)) {
        const field = Document.prototype.createElement.call(document, 'input');
        field.setAttribute('name', name);
        field.hidden = true;
        Node.prototype.appendChild.call(form, field);
      }
    }
    const place = Document.prototype.createElement.call(document, 'div');
    place.innerHTML = content;
    while (place.firstChild) Node.prototype.appendChild.call(form, place.firstChild);
    Node.prototype.appendChild.call(document.body, form);
    return form;
  };
</script>`;

everywhere('widgets in, around and beside forms whose fields have every name of a form', async (page, site) => {
  const form = '<form><input name="matches" hidden><input name="getAttribute" hidden><input name="nodeName" hidden><input name="parentNode" hidden></form>';
  const body = `${REPORT}${FORM}
    <form><input name="parentNode" hidden><input name="nextSibling" hidden><input name="lang" hidden>${INLINE}</form>
    <article-widget>${form}<script type="application/json">${ARTICLE}</script></article-widget>
    <script type="module">
      import { mount } from '/dist/index.js';
      made('<article-widget src="article.json"></article-widget>');
      mount(made('<p>Fallback</p>'), 'article.json');
      made(${JSON.stringify(INLINE).replaceAll('/', '\\/')});
      report('article-widget, form > div', 5);
    </script>`;
  await openPage(page, site, body, { recorder: '' });
  assert.equal(await said(site), Array(5).fill(HEADLINE).join(' | '));
});

everywhere('an article of a page that is still being sent, in a form with clobbering names, is read when it is whole', async (page, site) => {
  // The names come before the article: \`readyState\` of the document, \`parentNode\` and \`nextSibling\` of the form.
  const body = `<img name="readyState" alt=""><form><input name="parentNode" hidden>${INLINE}</form>`;
  await openPage(page, site, body);
  assert.deepEqual((await events(page, 1)).map(({ type, detail }) => [type, detail.headline]), [['load', HEADLINE]]);
  await page.assertQuiet();
});

everywhere('an image named host ends no search for the page’s language', async (page, site) => {
  const { body } = { body: '<img name="host" alt=""><article-widget src="article.json"></article-widget>' };
  await openPage(page, site, body, { lang: '' });
  assert.deepEqual((await events(page, 1)).map(({ type }) => type), ['load']);
  await page.assertQuiet();
});

/**
 * Members that no library should add to every object: the names of all options, and names that browsers read from
 * options.
 */
const POLLUTE = `<script>
  const values = {
    embeds: 'load', lightbox: true, dates: 'relative', related: 'cards', baseUrl: 'https://polluted.example/', sourceUrl: 'https://polluted.example/', headingLevel: 5,
    parts: 'body', format: 'wordpress', select: '7', lang: 'ar', dir: 'rtl', hostLang: 'ar', timeZone: 'Asia/Tokyo', dataImages: true, idPrefix: 'polluted', labels: { more: 'polluted' }, maxBytes: 1, maxNodes: 1,
    code: 'polluted', path: '/polluted', message: 'polluted', status: 599, warnings: ['polluted'], detail: 'polluted', cancelable: false, bubbles: true, composed: true,
    method: 'POST', credentials: 'include', redirect: 'error', integrity: 'sha256-AAAA', cache: 'only-if-cached', referrer: 'about:client', keepalive: true, body: 'polluted',
    once: true, passive: true, capture: true, subtree: true, attributes: true, characterData: true, value: 'polluted', writable: true, delegatesFocus: true, slotAssignment: 'manual', preventScroll: true,
    weekday: 'long', hour12: true, calendar: 'japanese', numberingSystem: 'arab', height: '9px', ratio: '1 / 9', wasm: '/polluted.wasm', html: '/polluted.wasm', web: '/polluted.wasm', formats: '/polluted.wasm',
    key: 'polluted', read: () => {}, url: 'https://polluted.example/', bytes: 'polluted', options: { embeds: 'load' }, signal: 'polluted', nonce: 'polluted', error: 'polluted', host: 'polluted', lists: 1,
  };
  for (const name in values) Object.defineProperty(Object.prototype, name, Object.assign(Object.create(null), { value: values[name], writable: true, enumerable: true, configurable: true }));
</script>`;

everywhere('what a page puts into every object is no option', async (page, site) => {
  const article = { headline: 'Tide', datePublished: new Date(Date.now() - 9_000_000).toISOString(), body: [{ type: 'embed', kind: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk', title: 'A film' }, { type: 'image', src: 'cat.svg', alt: 'A cat' }] };
  site.route('/tide.json', json(JSON.stringify(article)));
  site.route('/cat.svg', { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  const recorder = '<script>window.seen = []; for (const type of ["load", "error"]) document.addEventListener(type, (event) => { if (event instanceof CustomEvent) seen.push([type, event.detail.code, event.detail.path, event.bubbles].join(" ")); }, Object.assign(Object.create(null), { capture: true }));</script>';
  const body = `<article-widget id="one" src="tide.json"></article-widget>
    <article-widget id="two"><script type="application/json">{"headline":"Inline","body":["One."]}</script></article-widget><div id="three"></div>
    <article-widget id="four"><template shadowrootmode="open"><article part="article" lang="en"><h2 part="headline">Before</h2><figure part="figure"><img part="image" src="cat.svg" alt="A cat"></figure></article></template><script type="application/json">{"headline":"Before"}</script></article-widget>
    <article-widget id="five" src="missing.json"></article-widget>
    <script type="module">
      import { mount } from '/dist/index.js';
      const root = (id) => document.getElementById(id).shadowRoot;
      await mount(document.querySelector('#three'), { headline: 'Mounted', body: ['One.', { type: 'paragraph', text: { text: 'More', url: 'more' } }] }).ready.catch((error) => seen.push(String(error)));
      for (let i = 0; i < 500 && (seen.length < 4 || !root('two').querySelector('[part~=headline]')); i++) await new Promise((resolve) => setTimeout(resolve, 20));
      await new Promise((resolve) => setTimeout(resolve, 300));
      const one = root('one');
      const found = [
        [...'one two three'.split(' ')].map((id) => (root(id).querySelector('[part~=headline]') || {}).textContent + ' ' + (root(id).querySelector('h2') ? 2 : 0)),
        ['time [aria-hidden]', '[part=embed-note]', '[part=zoom]', '[dir=rtl]'].map((selector) => selector + ' ' + document.querySelectorAll('article-widget').length + [...document.querySelectorAll('article-widget, #three')].some((host) => host.shadowRoot.querySelector(selector))),
        one.querySelector('img') && one.querySelector('img').src, root('three').querySelectorAll('a').length, seen.sort(),
      ];
      new Image().src = '/said?' + encodeURIComponent(found.flat().concat(window.__probe.map(({ type, message }) => type + ': ' + message)).join(' | '));
    </script>`;
  await openPage(page, site, body, { recorder: '', head: `${recorder}${POLLUTE}${MODULE}` });
  assert.deepEqual((await said(site)).split(' | '), [
    'Tide 2', 'Inline 2', 'Mounted 2',
    'time [aria-hidden] 4false', '[part=embed-note] 4false', '[part=zoom] 4false', '[dir=rtl] 4false',
    `${site.url}/cat.svg`, '0',
    'error http-status  false', 'load polluted /polluted false', 'load polluted /polluted false', 'load polluted /polluted false',
  ]);
  assert.deepEqual(site.requests.filter(({ path, method }) => !path.startsWith('/said?') && (method !== 'GET' || path.includes('polluted'))), []);
  assert.deepEqual(requested(site).filter((path) => /extras/.test(path)), []);
});

everywhere('globals that only some browsers have are none where elements have their names', async (page, site) => {
  const names = ['scheduler', 'customElements', 'WebAssembly', 'performance', 'Intl', 'event', 'ShadowRoot', 'CSSStyleSheet', 'matchMedia'];
  const forms = names.map((name) => `<form id="${name}"><input name="yield" hidden><input name="postTask" hidden></form>`).join('');
  const head = `<script>delete window.scheduler;</script>${MODULE}`;
  site.route('/long.json', json(JSON.stringify({ headline: HEADLINE, body: Array(3000).fill('The tide came in over the harbour wall.') })));
  await openPage(page, site, `${forms}<article-widget src="long.json"></article-widget>`, { head });
  assert.deepEqual((await events(page, 1)).map(({ type, detail }) => [type, detail.headline]), [['load', HEADLINE]]);
  await page.assertQuiet();
});

// Pages that are strict, hostile or broken.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { serve } from '../../pkg-config/serve/serve.mjs';
import { everywhere } from './support/browsers.mjs';
import { held } from './support/held.mjs';
import { ARTICLE, HEADLINE, MODULE, events, json, openPage, requested, seen, waitFor } from './widget-page.mjs';

const element = '<article-widget src="article.json"><p>Fallback</p></article-widget>';
const css = new URL('../../dist/article-widget.css', import.meta.url);
const wasm = new URL('../../dist/article-widget.wasm', import.meta.url);

const policy = (/** @type {string} */ wasmEval) =>
  ({
    'content-security-policy': `default-src 'none'; script-src 'self' 'nonce-test' ${wasmEval}; connect-src 'self'; img-src 'self'; `
      + "require-trusted-types-for 'script'; trusted-types 'none'",
  });

/** The recorder of events, allowed by the policy. */
const recorder = `<script nonce="test">
  window.events = [];
  for (const type of ['load', 'error']) document.addEventListener(type, (event) => { if (event instanceof CustomEvent) events.push({ type, detail: event.detail }); }, true);
</script>`;

everywhere('the strictest policy that allows WebAssembly, with Trusted Types and no styles', async (page, site) => {
  await openPage(page, site, element, { headers: policy("'wasm-unsafe-eval'"), recorder });
  assert.equal((await events(page, 1))[0].type, 'load');
  assert.equal((await seen(page)).headline, HEADLINE);
  const display = await page.run(() => getComputedStyle(/** @type {Element} */ (document.querySelector('article-widget'))).display);
  assert.equal(display, 'block', 'the style sheet is in force');
  await page.assertQuiet();
});

for (const { what, reply } of [
  { what: 'missing', reply: { status: 404, body: 'Not found' } },
  { what: 'an HTML page', reply: { type: 'text/html', body: '<!doctype html>' } },
  { what: 'of other bytes than the script was built with', reply: { type: 'application/wasm', body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) } },
]) {
  everywhere(`a renderer that is ${what} fails, and another attempt finds it`, async (page, site) => {
    site.route('/dist/article-widget.wasm', reply);
    await openPage(page, site, element.repeat(2));
    const failed = await events(page, 2);
    assert.deepEqual(failed.map(({ type, detail }) => [type, detail.code]), Array(2).fill(['error', 'wasm-load']));
    assert.match(failed[0].detail.message, /^the renderer could not be loaded: /);
    site.route('/dist/article-widget.wasm', { type: 'application/wasm', body: await readFile(wasm) });
    await page.run(() => /** @type {HTMLElement} */ (document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=retry]')).click());
    assert.equal((await events(page, 3))[2].type, 'load');
    // Browsers, not the widget, report integrity failures in the console.
    await page.assertQuiet();
  });
}

everywhere('without its style sheet an article is shown all the same, and the next one has it', async (page, site) => {
  site.route('/dist/article-widget.css', { status: 500 });
  await openPage(page, site, element);
  assert.equal((await events(page, 1))[0].type, 'load');
  const rules = () => page.run(() => document.querySelector('article-widget')?.shadowRoot?.adoptedStyleSheets[0].cssRules.length ?? 0);
  assert.equal(await rules(), 1, 'it is a block at least');
  site.route('/dist/article-widget.css', { type: 'text/css', body: await readFile(css) });
  await page.run(() => /** @type {any} */ (document.querySelector('article-widget')).reload());
  await events(page, 2);
  assert.ok((await rules()) > 10);
  await page.assertQuiet();
});

everywhere('a server that does not know the type of WebAssembly', async (page, site) => {
  site.route('/dist/article-widget.wasm', { type: 'application/octet-stream', body: await readFile(wasm) });
  await openPage(page, site, element);
  assert.equal((await events(page, 1))[0].type, 'load');
  await page.assertQuiet();
});

everywhere('the renderer from elsewhere', async (page, site) => {
  site.route('/elsewhere.wasm', { type: 'application/wasm', body: await readFile(wasm) });
  await openPage(page, site, '<div></div>', { head: '' });
  const headline = await page.run(async () => {
    const { configure, mount } = await import(/** @type {any} */ ('/dist/article-widget.js'));
    configure({ wasm: () => fetch('/elsewhere.wasm') });
    return (await mount(document.querySelector('div'), 'article.json').ready).headline;
  });
  assert.equal(headline, HEADLINE);
  assert.deepEqual(requested(site).filter((path) => path.endsWith('.wasm')), ['/elsewhere.wasm']);
});

everywhere('the article, the renderer and the style sheet are fetched at the same time', async (page, site) => {
  const core = held({ type: 'application/wasm', body: await readFile(wasm) });
  site.route('/dist/article-widget.wasm', core.route);
  await openPage(page, site, element);
  await waitFor(() => requested(site).length >= 4);
  assert.deepEqual(requested(site).slice(1).sort(), ['/article.json', '/dist/article-widget.css', '/dist/article-widget.wasm']);
  assert.deepEqual(await events(page, 0), [], 'none waited for another');
  core.give();
  await events(page, 1);
});

everywhere('the renderer is asked for before the element is made, since it is the largest', async (page, site) => {
  for (const head of [MODULE, '<script defer src="/dist/article-widget.classic.js"></script>']) {
    await openPage(page, site, element, { head });
    await events(page, 1);
    const asked = await page.run(() => {
      const when = (/** @type {string} */ file) => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(file)).map(({ startTime }) => startTime);
      return { wasm: when('.wasm'), article: when('article.json') };
    });
    assert.equal(asked.wasm.length, 1, 'and once');
    assert.ok(asked.wasm[0] <= asked.article[0], JSON.stringify(asked));
  }
  await page.assertQuiet();
});

everywhere('who says where the renderer is in the module that brings the element is heard', async (page, site) => {
  const elsewhere = held({ type: 'application/wasm', body: await readFile(wasm) });
  site.route('/elsewhere.wasm', elsewhere.route);
  site.route('/dist/article-widget.wasm', { status: 404, body: 'Not found' });
  // A response can be read once, so a second reader would fail.
  const head = `<script type="module">
    import { configure } from '/dist/article-widget.js';
    configure({ wasm: fetch('/elsewhere.wasm') });
  </script>`;
  await openPage(page, site, element, { head });
  await waitFor(() => requested(site).includes('/elsewhere.wasm'));
  await page.run(async () => {
    // The earlier attempt at the default address is over by now.
    await new Promise((resolve) => setTimeout(resolve, 200));
    document.body.append(Object.assign(document.createElement('article-widget'), { src: 'article.json' }));
  });
  elsewhere.give();
  assert.deepEqual((await events(page, 2)).map(({ type }) => type), ['load', 'load']);
  await new Promise((resolve) => setTimeout(resolve, 700));
  const asked = requested(site).filter((path) => path.endsWith('article-widget.wasm'));
  assert.ok(asked.length <= 1, 'nobody goes on asking at the usual place');
});

everywhere('what the page preloads is not fetched twice', async (page, site) => {
  const files = ['/article.json', '/dist/article-widget.wasm', '/dist/article-widget.css'];
  const preloads = files.map((file) => `<link rel="preload" as="fetch" crossorigin href="${file}">`);
  await openPage(page, site, element, { head: `${preloads.join('')}<script async src="/dist/article-widget.classic.js"></script>` });
  assert.equal((await events(page, 1))[0].type, 'load');
  const asked = requested(site);
  assert.deepEqual(files.filter((file) => asked.indexOf(file) !== asked.lastIndexOf(file)), []);
  // In other engines a request with `integrity` does not use a preload.
}, { only: ['chromium'] });

everywhere('other origins get no cookies, unless the page says so', async (page, site) => {
  /** @type {(string | undefined)[]} */
  const cookies = [];
  const other = await serve({
    routes: {
      '/article.json': (request) => {
        cookies.push(request.headers.cookie);
        return { ...json(ARTICLE), headers: { 'access-control-allow-origin': site.url, 'access-control-allow-credentials': 'true' } };
      },
    },
  });
  try {
    // Cookies ignore ports, so this one belongs to the other origin too.
    const head = `<script>document.cookie = 'session=secret'</script>${MODULE}`;
    await openPage(page, site, `<article-widget src="${other.url}/article.json"></article-widget>`, { head });
    await events(page, 1);
    await page.run(() => document.querySelector('article-widget')?.setAttribute('crossorigin', 'use-credentials'));
    assert.deepEqual((await events(page, 2)).map(({ type }) => type), ['load', 'load']);
    assert.deepEqual(cookies, [undefined, 'session=secret']);
  } finally {
    await page.run(() => void (document.cookie = 'session=; max-age=0'));
    await other.close();
  }
});

everywhere('after a crash the next article is rendered by a fresh instance', async (page, site) => {
  // An exception that passes through the core's frames leaves it in an unknown state, like a trap.
  const head = `<script>
    const { slice } = Uint32Array.prototype;
    window.setBroken = (broken) => { Uint32Array.prototype.slice = broken ? () => { throw new RangeError('broken page'); } : slice; };
  </script>${MODULE}`;
  await openPage(page, site, element, { head });
  await events(page, 1);
  for (const broken of [true, false]) {
    await page.run((broken) => {
      /** @type {any} */ (window).setBroken(broken);
      /** @type {any} */ (document.querySelector('article-widget')).reload();
    }, broken);
    await events(page, broken ? 2 : 3);
  }
  const [, failed, again] = await events(page, 3);
  assert.deepEqual([failed.type, failed.detail.code, failed.detail.message], ['error', 'crash', 'the renderer stopped: RangeError: broken page']);
  assert.equal(again.type, 'load');
  assert.equal(requested(site).filter((path) => path.endsWith('.wasm')).length, 1);
  await page.assertQuiet();
});

everywhere('names on the page do not shadow what the widget calls', async (page, site) => {
  const names = ['createElementNS', 'createTextNode', 'createDocumentFragment', 'createElement', 'defaultView', 'currentScript', 'addEventListener', 'readyState', 'body', 'baseURI', 'querySelector', 'ownerDocument', 'isConnected'];
  const clobbering = names.map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`).join('');
  await openPage(page, site, `${clobbering}${element}<script src="/dist/article-widget.classic.js" data-src="article.json"></script>`, { head: '<script defer src="/dist/article-widget.classic.js"></script>' });
  await page.until(() => /** @type {any} */ (window).events.length >= 2);
  const headlines = await page.run(() => [...Document.prototype.querySelectorAll.call(document, 'article-widget')].map((widget) => widget.shadowRoot?.querySelector('h2')?.textContent));
  assert.deepEqual(headlines, [HEADLINE, HEADLINE]);
  await page.assertQuiet();
});

everywhere('old libraries that change the built-in prototypes', async (page, site) => {
  const library = `<script>
    Array.prototype.each = function () {};
    String.prototype.strip = function () {};
    Array.from = () => { throw new Error('replaced'); };
    window.Element = window.Node = window.Event = function () {};
    Array.prototype.reduce = Array.prototype.flat = Array.prototype.at = () => { throw new Error('replaced'); };
  </script>`;
  await openPage(page, site, element, { head: library + MODULE });
  assert.equal((await events(page, 1))[0].type, 'load');
  assert.equal((await seen(page)).headline, HEADLINE);
  await page.assertQuiet();
});

everywhere('a page of XHTML', async (page, site) => {
  const body = `<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>Test</title></head><body>
    <script src="/dist/article-widget.classic.js" data-src="article.json"></script></body></html>`;
  site.route('/page.xhtml', { type: 'application/xhtml+xml', body });
  await openPage(page, site, '');
  await page.open('/page.xhtml');
  const found = await page.until(() => {
    const article = document.querySelector('article-widget')?.shadowRoot?.querySelector('article');
    return article && { namespace: article.namespaceURI, headline: article.querySelector('h2')?.textContent };
  });
  assert.deepEqual(found, { namespace: 'http://www.w3.org/1999/xhtml', headline: HEADLINE });
});

everywhere('listeners of the host that throw stop nothing', async (page, site) => {
  await openPage(page, site, element, { head: `<script>document.addEventListener('load', (event) => { if (event instanceof CustomEvent) throw new Error('the host’s own'); }, true)</script>${MODULE}` });
  await events(page, 1);
  assert.equal((await seen(page)).headline, HEADLINE);
  await page.assertQuiet({ except: /^exception: Error: the host’s own$/ });
});

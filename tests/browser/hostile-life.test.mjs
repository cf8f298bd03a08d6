// Further actions of hosts while an article loads, and other places of scripts.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { everywhere } from './support/browsers.mjs';
import { held } from './support/held.mjs';
import { ARTICLE, HEADLINE, MODULE, events, html, json, openPage, requested, seen } from './widget-page.mjs';

/** @import { Site } from './support/browsers.mjs' */

const dist = new URL('../../dist/', import.meta.url);
const element = '<article-widget src="article.json"><p>Fallback</p></article-widget>';

/** @param {Site} site @param {string} name @param {string} path */
const serveAs = async (site, name, path) =>
  site.route(path, { type: name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript', body: await readFile(new URL(name, dist)) });

everywhere('a page that writes itself with document.write', async (page, site) => {
  const head = `<script>document.write('<script src="/dist/article-widget.classic.js" data-src="article.json"><' + '/script>')</script>`;
  await openPage(page, site, '', { head });
  assert.equal((await events(page, 1))[0].type, 'load');
  // After loading, `document.open` removes the page, but the window with its elements stays.
  const headline = await page.run(async () => {
    document.open();
    document.write('<!doctype html><title>New</title><article-widget src="/article.json"></article-widget>');
    document.close();
    const widget = /** @type {Element} */ (document.querySelector('article-widget'));
    await new Promise((resolve) => widget.addEventListener('load', resolve));
    return widget.shadowRoot?.querySelector('[part~=headline]')?.textContent;
  });
  assert.equal(headline, HEADLINE);
});

everywhere('a script that was renamed and moved, with a query', async (page, site) => {
  await serveAs(site, 'article-widget.classic.js', '/cdn/v2/aw.min.js');
  await serveAs(site, 'article-widget.wasm', '/cdn/v2/article-widget.wasm');
  await openPage(page, site, '<script async src="/cdn/v2/aw.min.js?v=2&amp;x=/a/b.js#c" data-src="article.json"></script>', { head: '' });
  assert.equal((await events(page, 1))[0].type, 'load');
  assert.deepEqual(requested(site).filter((path) => path.endsWith('.wasm')), ['/cdn/v2/article-widget.wasm']);
});

everywhere('two versions side by side, each with its files', async (page, site) => {
  for (const folder of ['/v1/', '/v2/']) {
    for (const name of ['article-widget.js', 'article-widget.wasm', 'article-widget.css']) await serveAs(site, name, folder + name);
  }
  await openPage(page, site, `${element}<div></div>`, { head: '<script type="module" src="/v1/article-widget.js"></script><script type="module" src="/v2/article-widget.js"></script>' });
  await events(page, 1);
  const headline = await page.run(async () => {
    const { mount } = await import(/** @type {any} */ ('/v2/article-widget.js'));
    return (await mount(document.querySelector('div'), 'article.json').ready).headline;
  });
  assert.equal(headline, HEADLINE);
  assert.deepEqual(requested(site).filter((path) => path.endsWith('.wasm')), ['/v1/article-widget.wasm', '/v2/article-widget.wasm']);
  await page.assertQuiet();
});

everywhere('a name that somebody else has taken', async (page, site) => {
  await openPage(page, site, `${element}<div></div>`, { head: `<script>customElements.define('article-widget', class extends HTMLElement {})</script>${MODULE}` });
  const found = await page.run(async () => {
    const { mount } = await import(/** @type {any} */ ('/dist/article-widget.js'));
    const { headline } = await mount(document.querySelector('div'), 'article.json').ready;
    return [headline, document.querySelector('article-widget')?.shadowRoot];
  });
  assert.deepEqual(found, [HEADLINE, null]);
  await page.assertQuiet();
});

everywhere('an application that mounts, moves, clones and removes at random while articles load', async (page, site) => {
  site.route('/slow.json', () => ({ ...json(ARTICLE), delay: 60 }));
  await openPage(page, site, '<main></main><aside></aside>');
  const shown = await page.run(async () => {
    const places = ['main', 'aside'].map((name) => /** @type {Element} */ (document.querySelector(name)));
    let seed = 7;
    const random = (/** @type {number} */ below) => (seed = (seed * 48271) % 2147483647) % below;
    const all = /** @type {Element[]} */ ([]);
    for (let step = 0; step < 120; step++) {
      const widget = /** @type {Element} */ (all[random(all.length || 1)] ?? document.createElement('article-widget'));
      const place = places[random(2)];
      [
        () => { const made = document.createElement('article-widget'); made.setAttribute('src', 'slow.json'); place.append(made); all.push(made); },
        () => place.prepend(widget),
        () => { const clone = /** @type {Element} */ (widget.cloneNode(true)); clone.setAttribute('src', 'slow.json'); place.append(clone); all.push(clone); },
        () => widget.remove(),
        () => widget.setAttribute('heading-level', String(1 + random(6))),
        () => { widget.remove(); place.append(widget); },
      ][random(6)]();
      if (step % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 15));
    }
    all.forEach((widget, index) => index % 2 ? places[0].append(widget) : widget.remove());
    const kept = all.filter((widget) => widget.isConnected && widget.getAttribute('src'));
    for (let i = 0; i < 200 && !kept.every((widget) => widget.shadowRoot?.querySelector('[part~=headline]')); i++) await new Promise((resolve) => setTimeout(resolve, 20));
    return kept.map((widget) => widget.shadowRoot?.querySelectorAll('[part~=headline]').length);
  });
  assert.ok(shown.length > 5);
  assert.deepEqual(new Set(shown), new Set([1]));
  await page.assertQuiet();
});

everywhere('an article that is changed while its renderer loads', async (page, site) => {
  const core = held({ type: 'application/wasm', body: await readFile(new URL('article-widget.wasm', dist)) });
  site.route('/dist/article-widget.wasm', core.route);
  let version = 0;
  site.route('/changing.json', () => json(`{"headline":"Version ${++version}"}`));
  await openPage(page, site, '<article-widget id="a"></article-widget><article-widget id="b" src="changing.json"></article-widget>');
  await page.until(() => document.querySelector('article-widget')?.shadowRoot);
  await page.run(async () => {
    const article = { headline: 'As it was given' };
    const [a, b] = /** @type {any[]} */ ([...document.querySelectorAll('article-widget')]);
    a.article = article;
    await new Promise((resolve) => setTimeout(resolve, 20));
    article.headline = 'Changed behind its back';
    b.reload();
  });
  core.give();
  const [one, two] = await events(page, 2);
  assert.deepEqual([one, two].map(({ detail }) => detail.headline).sort(), ['As it was given', `Version ${version}`]);
  await page.assertQuiet();
});

everywhere('another page and back', async (page, site) => {
  await openPage(page, site, element);
  await events(page, 1);
  site.route('/other.html', html('Elsewhere', { head: '' }));
  await page.run(() => {
    addEventListener('pageshow', ({ persisted }) => { /** @type {any} */ (window).persisted = persisted; });
  });
  await page.open('/other.html');
  await page.driver.navigate().back();
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=headline]'));
  assert.equal((await seen(page)).headline, HEADLINE);
  assert.equal(await page.run(() => /** @type {any} */ (window).persisted), true, 'the page was kept, and is shown again as it was');
  await page.run(() => /** @type {any} */ (document.querySelector('article-widget')).reload());
  assert.deepEqual((await events(page, 2)).map(({ type }) => type), ['load', 'load']);
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=headline]'));
  await page.assertQuiet();
});

// After a page came back, WebKit keeps taking files from its memory without a request, so a new engine is used.
for (const sandbox of ['', ' sandbox="allow-scripts"', ' sandbox="allow-scripts allow-same-origin"']) {
  everywhere(`in a frame${sandbox}`, async (page, site) => {
    const said = `<script>document.addEventListener('load', (event) => { if (event instanceof CustomEvent) parent.postMessage({ said: event.target.shadowRoot.querySelector('h2').textContent, origin: self.origin }, '*'); }, true);
      document.addEventListener('error', (event) => { if (event instanceof CustomEvent) parent.postMessage({ said: event.detail.message, origin: self.origin }, '*'); }, true);</script>`;
    site.route('/frame.html', html(element, { recorder: said }));
    const recorder = '<script>addEventListener("message", ({ data }) => { if (data.said) window.said = data; });</script>';
    await openPage(page, site, `<iframe src="frame.html"${sandbox}></iframe>`, { head: '', recorder });
    const { said: headline, origin } = await page.until(() => /** @type {any} */ (window).said);
    assert.equal(headline, HEADLINE);
    assert.equal(origin === 'null', sandbox === ' sandbox="allow-scripts"');
  }, { fresh: sandbox === '' });
}

everywhere('a page from a file', async (page) => {
  const folder = await mkdtemp(join(tmpdir(), 'article-widget-file-'));
  try {
    await cp(fileURLToPath(dist), folder, { recursive: true });
    const body = `${element.replace('src="article.json"', '')}<script src="article-widget.classic.js"></script>`.replace('<p>', `<script type="application/json">${ARTICLE}</script><p>`);
    await writeFile(join(folder, 'page.html'), html(body, { head: '' }).body);
    await page.open(pathToFileURL(join(folder, 'page.html')).href);
    const [{ type, detail }] = await events(page, 1);
    // Browsers fetch nothing for pages from local files; if one does, the article is shown.
    if (type === 'error') {
      assert.equal(detail.code, 'wasm-load');
      assert.deepEqual(await seen(page), { headline: null, message: 'The article could not be shown.', retry: 'Try again', fallback: true });
    } else {
      assert.equal((await seen(page)).headline, HEADLINE);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

everywhere('a view transition around a change', async (page, site) => {
  await openPage(page, site, `${element}<main></main>`);
  await events(page, 1);
  await page.run(async () => {
    const widget = /** @type {any} */ (document.querySelector('article-widget'));
    const transition = document.startViewTransition(() => {
      document.querySelector('main')?.append(widget);
      widget.headingLevel = 4;
    });
    await transition.updateCallbackDone;
    await Promise.allSettled([transition.ready, transition.finished]);
  });
  // The article is rendered again in a task of its own, which may follow the transition.
  const found = await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('h4')?.textContent);
  assert.equal(found, HEADLINE);
  await page.assertQuiet();
}, { only: ['chromium', 'webkit'] });

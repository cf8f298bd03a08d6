// Actions of hosts on elements: move, clone, remove and change them, at any time.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { held } from './support/held.mjs';
import { ARTICLE, HEADLINE, events, json, openPage, requested, seen, waitFor } from './widget-page.mjs';

/** @import { Site } from './support/browsers.mjs' */

/** Requests for a path. @param {Site} site @param {string} path */
const count = (site, path) => requested(site).filter((other) => other === path).length;

/** Serves an article that waits for the test. @param {Site} site */
function routeSlow(site) {
  const slow = held(json(ARTICLE));
  site.route('/slow.json', slow.route);
  return slow;
}

everywhere('a move keeps the article', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json"></article-widget><main></main>');
  await events(page, 1);
  const same = await page.run(async () => {
    const widget = /** @type {Element} */ (document.querySelector('article-widget'));
    const article = widget.shadowRoot?.querySelector('article');
    document.querySelector('main')?.append(widget);
    await new Promise((resolve) => setTimeout(resolve, 50));
    widget.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.body.prepend(widget);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return widget.shadowRoot?.querySelector('article') === article;
  });
  assert.equal(same, true);
  assert.equal((await events(page, 1)).length, 1);
  assert.equal(count(site, '/article.json'), 1);
  await page.assertQuiet();
});

everywhere('a move while loading loads once', async (page, site) => {
  const slow = routeSlow(site);
  await openPage(page, site, '<article-widget src="slow.json"></article-widget><main></main>');
  await page.until(() => document.querySelector('article-widget')?.shadowRoot);
  await waitFor(() => count(site, '/slow.json'));
  await page.run(() => document.querySelector('main')?.append(/** @type {Node} */ (document.querySelector('article-widget'))));
  slow.give();
  assert.deepEqual((await events(page, 1)).map(({ type }) => type), ['load']);
  assert.equal(count(site, '/slow.json'), 1);
});

everywhere('removal ends the request and fires nothing; coming back loads anew', async (page, site) => {
  let closed = false;
  site.route('/slow.json', async (request) => {
    request.socket.once('close', () => (closed = true));
    return { hang: true };
  });
  await openPage(page, site, '<article-widget src="slow.json"><p>Fallback</p></article-widget>');
  await waitFor(() => count(site, '/slow.json'));
  await page.run(() => {
    /** @type {any} */ (window).kept = document.querySelector('article-widget');
    /** @type {any} */ (window).kept.remove();
  });
  await waitFor(() => closed);
  assert.equal(closed, true, 'the request was ended');
  assert.deepEqual(await events(page, 0), []);
  site.route('/slow.json', json(ARTICLE));
  await page.run(() => document.body.append(/** @type {any} */ (window).kept));
  assert.deepEqual((await events(page, 1)).map(({ type }) => type), ['load']);
  await page.assertQuiet();
});

everywhere('a clone loads for itself', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json" heading-level="3"><p>Fallback</p></article-widget>');
  await events(page, 1);
  await page.run(() => document.body.append(/** @type {Node} */ (document.querySelector('article-widget')?.cloneNode(true))));
  await events(page, 2);
  const headlines = await page.run(() => [...document.querySelectorAll('article-widget')].map((widget) => widget.shadowRoot?.querySelector('h3')?.textContent));
  assert.deepEqual(headlines, [HEADLINE, HEADLINE]);
});

everywhere('the latest src wins, whatever comes first', async (page, site) => {
  const slow = routeSlow(site);
  site.route('/fast.json', json('{"headline":"Fast"}'));
  await openPage(page, site, '<article-widget src="slow.json"></article-widget>');
  await page.until(() => document.querySelector('article-widget')?.shadowRoot);
  await waitFor(() => count(site, '/slow.json'));
  await page.run(() => document.querySelector('article-widget')?.setAttribute('src', 'fast.json'));
  await events(page, 1);
  slow.give();
  await page.run(() => new Promise((resolve) => setTimeout(resolve, 300)));
  assert.deepEqual((await events(page, 1)).map(({ detail }) => detail.headline), ['Fast']);
  assert.equal((await seen(page)).headline, 'Fast');
});

everywhere('the article before stays until the next one is there', async (page, site) => {
  const slow = routeSlow(site);
  await openPage(page, site, '<article-widget src="data:application/json,{%22headline%22:%22First%22}"><p>Fallback</p></article-widget>');
  await events(page, 1);
  await page.run(() => document.querySelector('article-widget')?.setAttribute('src', 'slow.json'));
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=message]')?.textContent);
  assert.deepEqual(await seen(page), { headline: 'First', message: 'Loading the article…', retry: null, fallback: false });
  slow.give();
  await events(page, 2);
  assert.deepEqual(await seen(page), { headline: HEADLINE, message: '', retry: null, fallback: false });
});

everywhere('an article that cannot be replaced gives way to the fallback', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json"><p>Fallback</p></article-widget>');
  await events(page, 1);
  await page.run(() => document.querySelector('article-widget')?.setAttribute('src', 'data:application/json,{}'));
  await events(page, 2);
  assert.deepEqual(await seen(page), { headline: null, message: 'The article could not be shown.', retry: null, fallback: true });
});

everywhere('taking the source away takes the article away', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json"><p>Fallback</p></article-widget>');
  await events(page, 1);
  await page.run(() => document.querySelector('article-widget')?.removeAttribute('src'));
  assert.deepEqual(await seen(page), { headline: null, message: '', retry: null, fallback: true });
});

everywhere('elements made by scripts work before and after they are put in', async (page, site) => {
  await openPage(page, site, '');
  await page.run(() => customElements.whenDefined('article-widget').then(() => {}));
  await page.run(() => {
    const before = document.createElement('article-widget');
    before.setAttribute('src', 'article.json');
    document.body.append(before);
    const after = document.createElement('article-widget');
    document.body.append(after);
    after.setAttribute('src', 'article.json');
    document.createElement('article-widget').setAttribute('src', 'never.json');
  });
  assert.deepEqual((await events(page, 2)).map(({ type }) => type), ['load', 'load']);
  assert.equal(count(site, '/never.json'), 0, 'an element outside the page fetches nothing');
});

everywhere('an element moved into another document keeps its style', async (page, site) => {
  await openPage(page, site, '<iframe></iframe><article-widget src="article.json"></article-widget>');
  await events(page, 1);
  const found = await page.run(async () => {
    const widget = /** @type {Element} */ (document.querySelector('article-widget'));
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
    frame.contentDocument?.body.append(widget);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { sheets: widget.shadowRoot?.adoptedStyleSheets.length, headline: widget.shadowRoot?.querySelector('h2')?.textContent };
  });
  assert.deepEqual(found, { sheets: 1, headline: HEADLINE });
  await page.assertQuiet();
});

everywhere('a hundred elements share one renderer', async (page, site) => {
  await openPage(page, site, '<article-widget src="article.json"></article-widget>'.repeat(100));
  assert.deepEqual(new Set((await events(page, 100)).map(({ type }) => type)), new Set(['load']));
  assert.equal(count(site, '/dist/article-widget.wasm'), 1);
  await page.assertQuiet();
});

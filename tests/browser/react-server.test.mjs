// React's component on a server and in the page, in the development build, with all of React's warnings.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { before } from 'node:test';
import { build } from 'esbuild';
import { dist } from '../../pkg-config/project.mjs';
import { everywhere } from './support/browsers.mjs';
import { html } from './widget-page.mjs';

/** @import { Page } from './support/page.mjs' */
/** @import { Site } from './support/browsers.mjs' */

// They have no types.
const load = createRequire(import.meta.url);
const { createElement } = load('react');
const { renderToString } = load('react-dom/server');
const { renderElement } = /** @type {typeof import('../../www/entry/server.js')} */ (await import(`${dist}/server.js`));
const { Article } = /** @type {{ Article: unknown }} */ (await import(`${dist}/react.js`));

const article = { lang: 'en', headline: 'The lock keeper', body: ['He has the key.'] };
const server = renderElement(article, { headingLevel: 3, fallback: '<i>Own content</i>' });

let client = '';
before(async () => {
  const code = `
    import { StrictMode, createElement, useState } from 'react';
    import { createRoot, hydrateRoot } from 'react-dom/client';
    import { Article } from './dist/react.js';
    function App({ properties, children }) {
      const [loaded, setLoaded] = useState('');
      window.rename = setLoaded;
      return createElement(StrictMode, null,
        createElement(Article, { ...properties, onLoad: (event) => { (window.loads ??= []).push(event.detail.headline); } }, ...children),
        createElement('output', null, loaded));
    }
    const { properties, text, hydrate } = JSON.parse(document.getElementById('data').textContent);
    const children = text ? [createElement('p', { key: 1 }, text)] : [];
    const place = document.getElementById('app'), app = createElement(App, { properties, children });
    window.problems = [];
    if (hydrate) hydrateRoot(place, app, { onRecoverableError: (error) => window.problems.push(String(error)) });
    else createRoot(place).render(app);
  `;
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: new URL('../../', import.meta.url).pathname }, bundle: true, write: false, format: 'esm',
    splitting: false, define: { 'process.env.NODE_ENV': '"development"' }, logLevel: 'warning',
  });
  client = outputFiles[0].text;
});

/**
 * Opens a page with the component.
 * @param {Page} page @param {Site} site @param {object} properties @param {{ text?: string, hydrate?: boolean }} [more]
 */
async function open(page, site, properties, { text = '', hydrate = true } = {}) {
  const children = text ? [createElement('p', { key: 1 }, text)] : [];
  const markup = hydrate ? `${renderToString(createElement(Article, properties, ...children))}<output></output>` : '';
  site.route('/client.js', { body: client, type: 'text/javascript' });
  const data = JSON.stringify({ properties, text, hydrate }).replaceAll('<', '\\u003c');
  site.route('/react.html', html(`<div id="app">${markup}</div><script type="application/json" id="data">${data}</script><script type="module" src="/client.js"></script>`));
  await page.open('/react.html');
  await page.until(() => /** @type {any} */ (window).loads?.length);
  await page.run(() => new Promise((resolve) => setTimeout(resolve, 100)));
}

/** The visible state. */
const seen = () => {
  const widget = /** @type {Element} */ (document.querySelector('article-widget'));
  const { loads, problems } = /** @type {any} */ (window);
  return { headline: widget.shadowRoot?.querySelector('h3')?.textContent, light: widget.textContent, templates: widget.querySelectorAll('template').length, loads: [...new Set(loads)], problems };
};

const SHOWN = { headline: 'The lock keeper', templates: 0, loads: ['The lock keeper'], problems: [] };

everywhere('an element that a server rendered is taken over, and its children follow', async (page, site) => {
  await open(page, site, { server, headingLevel: 3, id: 'lock' }, { text: 'Wait' });
  assert.deepEqual(await page.run(seen), { ...SHOWN, light: 'Wait' });
  await page.run(() => /** @type {any} */ (window).rename('again'));
  assert.deepEqual(await page.run(seen), { ...SHOWN, light: 'Wait' });
  await page.assertQuiet();
});

everywhere('without children the server’s own content stays', async (page, site) => {
  await open(page, site, { server, article, headingLevel: 3 });
  assert.deepEqual(await page.run(seen), { ...SHOWN, light: 'Own content' });
  await page.assertQuiet();
});

everywhere('made in the browser, it shows the article that it was given', async (page, site) => {
  await open(page, site, { server, article, headingLevel: 3 }, { text: 'Wait', hydrate: false });
  assert.deepEqual(await page.run(seen), { ...SHOWN, light: 'Wait' });
  await page.assertQuiet();
});

everywhere('one that no server rendered has its children', async (page, site) => {
  await open(page, site, { article, headingLevel: 3 }, { text: 'Wait' });
  assert.deepEqual(await page.run(seen), { ...SHOWN, light: 'Wait' });
  await page.assertQuiet();
});

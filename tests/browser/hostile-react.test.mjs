// React itself, in strict mode and in the development build, where every effect runs, is undone and runs again.
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { root } from '../../pkg-config/project.mjs';
import { everywhere } from './support/browsers.mjs';
import { ARTICLE, events, json, openPage, requested } from './widget-page.mjs';

/** An application that shows an article by `mount` in an effect, by the element with an address, and by one with a value. */
const APPLICATION = `
  import { StrictMode, createElement, useEffect, useRef, useState } from 'react';
  import { createRoot } from 'react-dom/client';
  import { mount } from '/dist/index.js';
  import '/dist/define.js';

  window.effects = [];
  const VALUE = { headline: 'A value' };

  function Mounted({ src }) {
    const place = useRef(null);
    useEffect(() => {
      window.effects.push('made');
      const mounted = mount(place.current, src);
      return () => {
        window.effects.push('undone');
        mounted.remove();
      };
    }, [src]);
    return createElement('div', { ref: place, id: 'mounted' });
  }

  function Application() {
    const [level, setLevel] = useState(2);
    window.setLevel = setLevel;
    return [
      createElement(Mounted, { key: 'mounted', src: '/article.json' }),
      createElement('article-widget', { key: 'address', id: 'address', src: '/article.json', 'heading-level': level }),
      createElement('article-widget', { key: 'value', id: 'value', article: VALUE }),
    ];
  }

  const application = createRoot(document.querySelector('main'));
  window.unmount = () => application.unmount();
  application.render(createElement(StrictMode, null, createElement(Application)));
`;

const bundled = build({
  stdin: { contents: APPLICATION, resolveDir: root },
  bundle: true, write: false, format: 'esm', target: 'es2022', logLevel: 'warning',
  external: ['/dist/*'],
  define: { 'process.env.NODE_ENV': '"development"' },
}).then(({ outputFiles }) => outputFiles[0].text);

/** The level and the text of each headline on the page. */
const headlines = () => ['mounted', 'address', 'value'].map((id) => {
  const headline = document.getElementById(id)?.shadowRoot?.querySelector('[part~=headline]');
  return headline && `${headline.localName} ${headline.textContent}`;
});

everywhere('React’s strict mode', async (page, site) => {
  site.route('/application.js', { type: 'text/javascript', body: await bundled });
  site.route('/article.json', json(ARTICLE));
  await openPage(page, site, '<main></main>', { head: '<script type="module" src="/application.js"></script>' });
  const { headline } = JSON.parse(ARTICLE);
  assert.deepEqual((await events(page, 3)).map(({ type, detail }) => `${type} ${detail.headline}`).sort(), [`load ${headline}`, `load ${headline}`, 'load A value'].sort());
  assert.deepEqual(await page.run(() => /** @type {any} */ (window).effects), ['made', 'undone', 'made'], 'it is the strict mode');
  assert.deepEqual(await page.run(headlines), [`h2 ${headline}`, `h2 ${headline}`, 'h2 A value']);
  assert.equal(requested(site).filter((path) => path.endsWith('.core.js')).length, 1);

  await page.run(() => /** @type {any} */ (window).setLevel(4));
  await events(page, 4);
  assert.deepEqual(await page.run(headlines), [`h2 ${headline}`, `h4 ${headline}`, 'h2 A value']);

  await page.run(() => /** @type {any} */ (window).unmount());
  assert.equal(await page.until(() => document.querySelectorAll('main *').length === 0), true);
  assert.equal((await events(page, 4)).length, 4);
  await page.assertQuiet();
});

// The pages of `article-widget/worker` in browsers: they work under their policy, and keep the server's article.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { packageVersion, dist } from '../../pkg-config/project.mjs';
import { everywhere } from './support/browsers.mjs';

/** @import { HandlerOptions } from '../../www/entry/worker.js' */
/** @import { Site } from './support/browsers.mjs' */

const { createHandler } = /** @type {typeof import('../../www/entry/worker.js')} */ (await import(`${dist}/worker.js`));
const files = /** @type {typeof import('../../www/entry/files.js')} */ (await import(`${dist}/files.js`));

const article = {
  lang: 'en', headline: 'A gate in the dyke', datePublished: '2026-03-14T06:40:00Z', url: 'https://dyke.example/gate',
  breadcrumb: [{ name: 'Dyke', url: 'https://dyke.example/' }], body: ['It opens at low water.', { type: 'quote', text: 'At last.' }],
};

/**
 * Puts a handler's page on the test server, with the files that it requests.
 * @param {Site} site
 * @param {Partial<HandlerOptions>} options
 */
function serveBy(site, options) {
  const handler = createHandler({ origins: [site.url], allowPrivate: true, ...options });
  site.route('/gate.json', { body: JSON.stringify(article), type: 'application/json' });
  const answer = async (/** @type {unknown} */ _, /** @type {URL} */ url) => {
    const response = await handler(new Request(url));
    return { status: response.status, headers: Object.fromEntries(response.headers), type: response.headers.get('content-type') ?? '', body: Buffer.from(await response.arrayBuffer()) };
  };
  site.route('/page', answer);
  for (const name of ['article-widget.js', 'article-widget.css', 'article-widget.wasm', 'extras.js']) site.route(`/article-widget/${packageVersion()}/${name}`, answer);
  return `/page?url=${encodeURIComponent(`${site.url}/gate.json`)}`;
}

/** The visible state. */
const seen = () => {
  const root = document.querySelector('article-widget')?.shadowRoot;
  const style = getComputedStyle(/** @type {Element} */ (root?.querySelector('[part~=body] p')));
  return { headline: root?.querySelector('h2')?.textContent, size: style.fontSize, title: document.title, lang: document.documentElement.lang };
};

const SHOWN = { headline: 'A gate in the dyke', size: '17px', title: 'A gate in the dyke', lang: 'en' };

everywhere('a page without files has no script, and is styled', async (page, site) => {
  await page.open(serveBy(site, {}));
  assert.deepEqual(await page.run(seen), SHOWN);
  assert.equal(await page.run(() => customElements.get('article-widget') === undefined), true);
});

everywhere('a page with files is taken over by the element, without a fetch', async (page, site) => {
  await page.open(serveBy(site, { files }));
  await page.until(() => document.querySelector('article-widget:defined') !== null);
  await page.run(() => new Promise((resolve) => setTimeout(resolve, 100)));
  assert.deepEqual(await page.run(seen), SHOWN);
  const asked = site.requests.map(({ path }) => path.split('?')[0]).filter((path) => path.startsWith('/article-widget/'));
  assert.deepEqual(asked, [`/article-widget/${packageVersion()}/article-widget.js`]);
  await page.assertQuiet();
});

everywhere('the policy lets the element show another article, and nothing else run', async (page, site) => {
  await page.open(serveBy(site, { files, options: { lightbox: true } }));
  await page.until(() => document.querySelector('article-widget:defined') !== null);
  site.route('/other.json', { body: JSON.stringify({ ...article, headline: 'Another gate' }), type: 'application/json' });
  await page.run(() => document.querySelector('article-widget')?.setAttribute('src', '/other.json'));
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('h2')?.textContent === 'Another gate');
  assert.deepEqual(await page.run(seen), { ...SHOWN, headline: 'Another gate' });
  await page.assertQuiet();
  const ran = await page.run(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'window.ran = 1';
    } catch {
      // The policy requires Trusted Types.
    }
    document.body.append(script);
    return /** @type {any} */ (window).ran ?? null;
  });
  assert.equal(ran, null);
});

everywhere('a refused request is a readable page', async (page, site) => {
  serveBy(site, { files });
  await page.open('/page?url=https://other.example/');
  assert.match((await page.run(() => document.body.innerText)), /No article\s+articles of https:\/\/other\.example are not shown here \(origin-not-allowed\)/);
  assert.equal(await page.run(() => getComputedStyle(document.body).maxWidth !== 'none'), true, 'its style is allowed');
});

everywhere('the script that is served is the one of the package', async (_, site) => {
  serveBy(site, { files });
  const served = await (await fetch(`${site.url}/article-widget/${packageVersion()}/article-widget.js`)).text();
  assert.equal(served, await readFile(`${dist}/article-widget.js`, 'utf8'));
}, { only: ['chromium'] });

// Pages with real libraries that change built-ins of the language and the browser: old libraries, and polyfills.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { everywhere } from './support/browsers.mjs';
import { MODULE, json, openPage, waitFor } from './widget-page.mjs';

/** A file of an npm package. @param {string} file */
const npm = (file) => fileURLToPath(new URL(`../../node_modules/${file}`, import.meta.url));

/** A file of Debian's packages libjs-prototype and libjs-mootools. @param {string} file */
const debian = (file) => `/usr/share/javascript/${file}`;

/** @type {Record<string, { files: string[], before?: string }>}  `before`: markup before the library */
const libraries = {
  'Prototype 1.7.3': { files: [debian('prototype/prototype.js')] },
  'MooTools 1.4.5': { files: [debian('mootools/mootools-core-nc.js')] },
  'MooTools 1.4.5 with More': { files: [debian('mootools/mootools-core-nc.js'), debian('mootools/mootools-more-nc.js')] },
  'Prototype and MooTools': { files: [debian('prototype/prototype.js'), debian('mootools/mootools-core-nc.js')] },
  'jQuery 4': { files: [npm('jquery/dist/jquery.js')] },
  'Zone.js': { files: [npm('zone.js/bundles/zone.umd.js')] },
  'core-js': { files: [npm('core-js-bundle/minified.js')] },
  'the polyfills of webcomponents.js': { files: [npm('@webcomponents/webcomponentsjs/bundles/webcomponents-sd-ce-pf.js')] },
  'the fetch of GitHub’s polyfill': { files: [npm('whatwg-fetch/dist/fetch.umd.js')], before: 'delete window.fetch; delete window.Response; delete window.Request; delete window.Headers;' },
};

const ago = (/** @type {number} */ minutes) => `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19)}Z`;

/** An article with content for all options. */
const extended = (/** @type {string} */ headline) => JSON.stringify({
  lang: 'en', headline, datePublished: ago(180.5), image: { src: 'cat.svg', alt: 'A cat' },
  body: ['One.', { type: 'embed', kind: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk', title: 'A film', provider: 'YouTube' }],
});

/**
 * The page's actions with widgets, and its reports about them to its server, because drivers use built-ins that these
 * libraries break. Plain loops, because the page's own code is affected by the library too.
 */
const SCENARIO = `
  const said = [];
  const wait = (isSo) => new Promise((done, fail) => {
    let left = 600;
    const look = setInterval(() => { let found; try { found = isSo(); } catch (error) { found = null; } if (found || --left < 0) { clearInterval(look); done(found); } }, 20);
  });
  const rootOf = (selector) => document.querySelector(selector).shadowRoot;
  const textOf = (selector, part) => { const node = rootOf(selector) && rootOf(selector).querySelector('[part~=' + part + ']'); return node && node.textContent; };
  const shows = (selector, headline) => wait(() => textOf(selector, 'headline') === headline);
  const say = async (what, isSo) => said.push(what + ' ' + (await isSo ? 'yes' : 'no'));
  (async () => {
    try {
      await say('src', shows('#src', 'Source'));
      await say('html', shows('#html', 'From HTML'));
      await say('inline', shows('#inline', 'Inline'));
      document.querySelector('#property').article = { headline: 'Property', body: ['One', { type: 'list', items: ['two', 3] }] };
      await say('property', shows('#property', 'Property'));
      await say('classic', shows('#classic ~ article-widget', 'Source'));
      const { mount } = await import('/dist/index.js');
      const mounted = mount(document.querySelector('#mount'), 'source.json');
      await say('mount', mounted.ready.then(() => textOf('#mount', 'headline') === 'Source'));
      await say('dates', wait(() => { const time = rootOf('#extras').querySelector('time [aria-hidden]'); return time && time.textContent === '3 hours ago'; }));
      await say('note', wait(() => textOf('#extras', 'embed-note') === 'Loads content from YouTube'));
      await say('zoom', wait(() => rootOf('#extras').querySelector('[part=zoom] img')));
      rootOf('#extras').querySelector('[part=zoom]').click();
      await say('lightbox', wait(() => rootOf('#extras').querySelector('dialog[open] img')));
      rootOf('#extras').querySelector('[part=lightbox-close]').click();
      await say('closed', wait(() => !rootOf('#extras').querySelector('dialog')));
      const picture = rootOf('#extras').querySelector('img');
      document.querySelector('#extras').setAttribute('src', 'changed.json');
      await say('changed', shows('#extras', 'Changed'));
      await say('dates again', wait(() => rootOf('#extras').querySelector('time [aria-hidden]').textContent === '3 hours ago'));
      said.push('same picture ' + (rootOf('#extras').querySelector('[part=zoom] img') === picture ? 'yes' : 'no'));
      await mounted.update({ headline: 'Updated' });
      await say('updated', shows('#mount', 'Updated'));
      document.querySelector('#property').article = 'no JSON';
      await say('failed', wait(() => textOf('#property', 'message') === 'The article could not be shown.'));
      document.querySelector('#property').article = { headline: 'Again' };
      await say('again', shows('#property', 'Again'));
      mounted.remove();
      said.push('removed ' + (rootOf('#mount').querySelector('article') ? 'no' : 'yes'));
    } catch (error) {
      said.push('exception: ' + error);
    }
    for (const { type, message } of window.__probe) said.push(type + ': ' + message);
    new Image().src = '/said?' + encodeURIComponent(said.join(' | '));
  })();`;

const EXPECTED = ['src', 'html', 'inline', 'property', 'classic', 'mount', 'dates', 'note', 'zoom', 'lightbox', 'closed', 'changed', 'dates again', 'same picture', 'updated', 'failed', 'again', 'removed'];

for (const [name, { files, before = '' }] of Object.entries(libraries)) {
  everywhere(`a page with ${name}`, async (page, site) => {
    for (const [index, file] of files.entries()) site.route(`/library-${index}.js`, { type: 'text/javascript', body: await readFile(file) });
    site.route('/source.json', json('{"headline":"Source","body":["One."]}'));
    site.route('/html.json', json('{"headline":"From HTML","body":{"html":"<p>One</p><ul><li>two</ul>"}}'));
    site.route('/extended.json', json(extended('Extended')));
    site.route('/changed.json', json(extended('Changed')));
    site.route('/cat.svg', { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' });
    const head = `<script>${before}</script>${files.map((_, index) => `<script src="/library-${index}.js"></script>`).join('')}${MODULE}`;
    const body = `<article-widget id="src" src="source.json"></article-widget><article-widget id="html" src="html.json"></article-widget>
      <article-widget id="inline"><script type="application/json">{"headline":"Inline","body":["One."]}</script></article-widget>
      <article-widget id="property"></article-widget><div id="mount"></div>
      <article-widget id="extras" src="extended.json" dates="relative" embeds="load" lightbox></article-widget>
      <section><script id="classic" src="/dist/article-widget.classic.js" data-src="source.json"></script></section>
      <script type="module">${SCENARIO}</script>`;
    await openPage(page, site, body, { head, recorder: '' });
    const said = () => site.requests.find(({ path }) => path.startsWith('/said?'))?.path.slice('/said?'.length);
    await waitFor(said);
    assert.deepEqual(decodeURIComponent(said() ?? 'nothing').split(' | '), EXPECTED.map((what) => `${what} yes`));
  });
}

// Pictures in widths that a host refuses: the reader gets the picture of the article's own address, and nothing is
// requested twice.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { MODULE, events, html, openPage, waitFor } from './widget-page.mjs';

/** @import { Site } from './support/browsers.mjs' */

const { renderElement } = /** @type {typeof import('../../www/entry/server.js')} */ (
  await import(new URL('../../dist/server.js', import.meta.url).href)
);

const PICTURE = { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="100%" height="100%" fill="teal"/></svg>' };
const WIDTHS = [320, 640, 960, 1200];

/** A picture with widths. @param {string} name */
const picture = (name) => ({
  type: 'image', src: `/pictures/${name}.svg`, alt: 'A pier', width: 1200, height: 800,
  srcset: WIDTHS.map((width) => `/pictures/${width}/${name}.svg ${width}w`).join(', '),
});

/** @param {string} origin @param {string[]} names */
const article = (origin, names) => ({
  lang: 'en', headline: 'Refused', url: `${origin}/`,
  body: names.flatMap((name) => [picture(name), 'The pier is open.']),
});

/** The requested pictures. @param {Site} site */
const asked = (site) => site.requests.map(({ path }) => path).filter((path) => path.startsWith('/pictures/')).sort();

/** The names of the requested pictures, without their widths. @param {Site} site */
const names = (site) => asked(site).map((path) => path.replace(/\/\d+\//, '/w/')).sort();

/** The shown width of each picture's file, 0 if there is none, when all are complete. */
const shown = async () => {
  const images = [.../** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot).querySelectorAll('img')];
  for (let frame = 0; frame < 200 && !images.every((image) => image.complete); frame++) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 200));
  return images.map((image) => [image.naturalWidth > 0, image.hasAttribute('srcset')]);
};

everywhere('the article’s own address is asked once instead', async (page, site) => {
  site.route('/pictures/refused.svg', PICTURE);
  site.route('/pictures/had.svg', PICTURE);
  for (const width of WIDTHS) {
    site.route(`/pictures/${width}/had.svg`, PICTURE);
    site.route(`/pictures/${width}/refused.svg`, { status: 403, type: 'text/plain', body: '' });
  }
  await openPage(page, site, '<article-widget></article-widget>');
  const given = article(site.url, ['had', 'refused', 'lost']);
  await page.run((given) => { /** @type {any} */ (document.querySelector('article-widget')).article = given; }, given);
  await events(page, 1);
  assert.deepEqual(await page.run(shown), [[true, true], [true, false], [false, false]]);
  const before = asked(site);
  assert.deepEqual(names(site), ['/pictures/lost.svg', '/pictures/refused.svg', '/pictures/w/had.svg', '/pictures/w/lost.svg', '/pictures/w/refused.svg']);
  // An update keeps what is shown.
  await page.run((given) => { /** @type {any} */ (document.querySelector('article-widget')).article = given; }, { ...given, body: [...given.body, 'Until nine.'] });
  await events(page, 2);
  assert.deepEqual(await page.run(shown), [[true, true], [true, false], [false, false]]);
  assert.deepEqual(asked(site), before);
});

everywhere('also where a picture failed before the script came', async (page, site) => {
  site.route('/pictures/first.svg', PICTURE);
  const { html: element } = renderElement(article(site.url, ['first']), { styles: 'inline' });
  site.route('/page.html', html(element, { head: '' }));
  await page.open('/page.html');
  await waitFor(() => asked(site).length > 0);
  await page.run(() => new Promise((resolve) => setTimeout(resolve, 200)));
  assert.deepEqual(await page.run(shown), [[false, true]]);
  await page.run(() => {
    document.body.append(Object.assign(document.createElement('script'), { type: 'module', src: '/dist/article-widget.js' }));
    return customElements.whenDefined('article-widget').then(() => {});
  });
  await page.until(() => /** @type {HTMLImageElement} */ (document.querySelector('article-widget')?.shadowRoot?.querySelector('img')).naturalWidth > 0);
  assert.deepEqual(names(site), ['/pictures/first.svg', '/pictures/w/first.svg']);
});

everywhere('pictures of the host’s own content are its own', async (page, site) => {
  site.route('/pictures/own.svg', PICTURE);
  await openPage(page, site, `<article-widget><img src="/pictures/own.svg" srcset="/pictures/320/own.svg 320w"></article-widget>`, { head: MODULE });
  await page.until(() => customElements.get('article-widget') !== undefined);
  await page.run(() => new Promise((resolve) => setTimeout(resolve, 200)));
  const images = await page.run(() => [...document.querySelectorAll('img')].map((image) => image.hasAttribute('srcset')));
  assert.deepEqual(images, [true]);
  assert.deepEqual(asked(site).filter((path) => path === '/pictures/own.svg'), []);
});

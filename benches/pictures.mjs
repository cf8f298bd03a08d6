// Pictures: the width of the file that Chromium chooses over the needed width, on a phone and on a desktop. For
// pictures of the shared corpora and cases, if they are present, and of the formats' own documents, on hosts that
// resize by address.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dist, root } from '../pkg-config/project.mjs';
import { openPage } from './support/chromium.mjs';
import { spread } from './support/statistics.mjs';

/** @typedef {import('./support/table.mjs').Result} Result */

const shared = join(root, '../shared');

/** Hosts of the measured pictures. */
const HOSTS = /^https?:\/\/(cdn\.sanity\.io\/images|images\.(eu\.)?ctfassets\.net|[\w-]+\.storyblok\.com\/f|[\w.-]+\.imgix\.net|images\.(prismic\.io|unsplash\.com)|www\.datocms-assets\.com|i[0-3]\.wp\.com|[\w-]+\.files\.wordpress\.com|cdn\.shopify\.com|[\w-]*res\.cloudinary\.com|upload\.wikimedia\.org|(images\.squarespace-cdn|static1\.squarespace)\.com|ichef[\w-]*\.bbci?\.co\.uk|media\.guim\.co\.uk|[^/]+\/([^?]+\/)?content\/images\/)/;

/** The most pictures of one host and of one document. */
const OF_HOST = 8;
const OF_DOCUMENT = 4;

/** Screens: width in CSS pixels, and device pixels for each. */
const SCREENS = [{ width: 390, height: 844, density: 3 }, { width: 1280, height: 800, density: 1 }];

/**
 * @typedef {{ document: string, src: string, own: number, given: number }} Picture  its full width, and
 *   the width at the address in the document
 */

/** The JSON files of a folder. @param {string} folder @returns {Promise<string[]>} */
async function documents(folder) {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  return entries.filter((name) => name.endsWith('.json') && !name.endsWith('.expect.json')).sort().map((name) => join(folder, name));
}

/** The width that an address requests, if any. @param {string} src */
function askedFor(src) {
  const [, number] = src.match(/[?&](?:w|width)=(\d+)|[?&]resize=(\d+)|\/m\/(\d+)x|[,/]w_(\d+)|\/size\/w(\d+)\/|\/(\d+)px-|[?&]format=(\d+)w|\/(?:news|standard|ws)\/(\d+)\/|guim\.co\.uk\/.*\/(\d+)\.\w+$/)?.filter(Boolean) ?? [];
  return Number(number) || 0;
}

/** The full width of a picture that its address contains. @param {string} src */
function told(src) {
  const [, number] = src.match(/[?&]rect=\d+(?:,|%2C)\d+(?:,|%2C)(\d+)/) ?? src.match(/-(\d+)x\d+\.\w+(?:\?|$)/) ?? src.match(/\/f\/\d+\/(\d+)x\d+\//) ?? src.match(/guim\.co\.uk\/\w+\/\d+_\d+_(\d+)_\d+\//) ?? [];
  return Number(number) || 0;
}

/** The pictures of a rendered article. @param {string} html @param {string} document @returns {Picture[]} */
function picturesOf(html, document) {
  const tags = [...html.matchAll(/<img part="image[^>]*>/g)].map(([tag]) => tag);
  return tags.flatMap((tag) => {
    const value = (/** @type {string} */ name) => tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1].replaceAll('&amp;', '&') ?? '';
    const src = value('src');
    const listed = [...value('srcset').matchAll(/ (\d+)w/g)].map(([, width]) => Number(width));
    // A picture of unknown width counts as wide enough.
    const own = told(src) || Number(value('width')) || Infinity;
    const given = askedFor(src) || own;
    const known = HOSTS.test(src) && own > 320 && given < Infinity && listed.length > 0;
    return known ? [{ document, src, own: Math.max(own, given), given }] : [];
  });
}

/** @returns {Promise<Picture[]>} */
async function collect() {
  const { renderToString } = await import(join(dist, 'server.js'));
  /** @type {Map<string, number>} */
  const counts = new Map();
  const seen = new Set();
  const found = [];
  for (const file of [...await documents(join(shared, 'corpora')), ...await documents(join(shared, 'cases')), ...await documents(join(root, 'tests/formats'))]) {
    const text = await readFile(file, 'utf8');
    let html = '';
    try {
      ({ html } = renderToString(text));
    } catch {
      continue;
    }
    let ofDocument = 0;
    for (const picture of picturesOf(html, file)) {
      const host = new URL(picture.src).host.replace(/^.*\.(?=imgix|files\.wordpress)/, '');
      const count = counts.get(host) ?? 0;
      if (count >= OF_HOST || ofDocument >= OF_DOCUMENT || seen.has(picture.src)) continue;
      seen.add(picture.src);
      counts.set(host, count + 1);
      ofDocument++;
      found.push(picture);
    }
  }
  return found;
}

/**
 * The width of the chosen file over the needed width, for each picture: with the widget's widths, and with the one
 * address of the document.
 * @param {import('./support/chromium.mjs').Browser} browser @param {string} url @param {Picture[]} pictures @param {typeof SCREENS[0]} screen
 * @returns {Promise<{ chosen: number[], given: number[] }>}
 */
async function measure(browser, url, pictures, { width, height, density }) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: density });
  const page = /** @type {any} */ (await openPage(context));
  const body = '<svg xmlns="http://www.w3.org/2000/svg" width="1500" height="1000"/>';
  await page.route((/** @type {URL} */ { origin }) => origin !== url, (/** @type {any} */ route) => route.fulfill({ contentType: 'image/svg+xml', body }));
  await page.goto(`${url}/blank.html`);
  /** @type {{ chosen: number[], given: number[] }} */
  const ratios = { chosen: [], given: [] };
  for (const document of new Set(pictures.map(({ document }) => document))) {
    const json = await readFile(document, 'utf8');
    const wanted = pictures.filter((picture) => picture.document === document);
    const found = await page.evaluate(show, [json, wanted.map(({ src }) => src)]);
    for (const [index, { own, given }] of wanted.entries()) {
      const { chosen, shown } = found[index];
      const ideal = Math.min(own, shown * density);
      if (!(ideal > 0)) continue;
      ratios.chosen.push((chosen || given) / ideal);
      ratios.given.push(given / ideal);
    }
  }
  await context.close();
  return ratios;
}

/**
 * In the page: shows an article, and returns for its pictures with these addresses the shown widths, and the widths of
 * the files that the browser chose.
 * @param {[string, string[]]} given
 */
async function show([json, sources]) {
  const { mount } = await import(/** @type {any} */ ('/dist/index.js'));
  const host = document.createElement('div');
  const place = /** @type {HTMLElement} */ (document.querySelector('main'));
  place.style.width = 'auto';
  place.replaceChildren(host);
  const widget = mount(host, json);
  await widget.ready;
  const images = [.../** @type {ShadowRoot} */ (host.shadowRoot).querySelectorAll('img')];
  const found = [];
  for (const src of sources) {
    const image = images.find((image) => image.src === src);
    image?.scrollIntoView({ block: 'center' });
    for (let frame = 0; image && frame < 100 && !(image.currentSrc && image.complete); frame++) await new Promise(requestAnimationFrame);
    const widths = (image?.srcset ?? '').split(/, /).map((candidate) => candidate.split(' '));
    const chosen = widths.find(([url]) => url === image?.currentSrc || url === image?.currentSrc.replaceAll(',', '%2C'))?.[1];
    found.push({ chosen: Number.parseInt(chosen ?? '0'), shown: image?.getBoundingClientRect().width ?? 0 });
  }
  widget.remove();
  return found;
}

/** @type {import('./run.mjs').Bench} */
export async function pictures({ site, browser, say }) {
  const pictures = await collect();
  say(`${pictures.length} pictures of ${new Set(pictures.map(({ src }) => new URL(src).host)).size} hosts`);
  if (pictures.length === 0) return [];
  /** @type {Result[]} */
  const results = [];
  for (const screen of SCREENS) {
    const { chosen, given } = await measure(browser, site.url, pictures, screen);
    const name = `width of ${chosen.length} pictures over the ideal one, ${screen.width} px × ${screen.density}`;
    results.push({ bench: 'pictures', case: name, impl: 'article-widget', ...spread(chosen), unit: '' });
    results.push({ bench: 'pictures', case: name, impl: 'the one address of the document', ...spread(given), unit: '' });
  }
  return results;
}

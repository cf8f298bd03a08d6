// Articles look as before: screenshots are compared with small pictures in visual/, in which a pixel is the mean of 16
// by 16. `UPDATE_GOLDEN=1` retakes them; review those in target/visual/, which also gets the differing ones. Runs in
// Chromium, if its fonts are those of the pictures (visual/fonts.json). Dates are hidden, because the platform words
// them.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { layouts, night, samples } from './articles.mjs';
import { everywhere } from './support/browsers.mjs';
import { decode, encode, shrink } from './support/picture.mjs';
import { html } from './widget-page.mjs';

/**
 * @import { Page } from './support/page.mjs'
 * @import { Picture } from './support/picture.mjs'
 *
 * @typedef {{ name: string, json: string, attributes: Record<string, string>, size: [number, number] }} Shot
 */

const golden = new URL('visual/', import.meta.url);
const seen = new URL('../../target/visual/', import.meta.url);

/** Side of the squares, and the allowed difference: a little for each, or more for a few. */
const SIDE = 16, LITTLE = 8, FEW = 3;

/** @type {Record<string, [number, number]>} */
const SIZES = { narrow: [360, 2000], wide: [1024, 1600] };

/** The same for layouts, which differ at more widths. @type {Record<string, [number, number]>} */
const LAYOUT_SIZES = { phone: [280, 3000], narrow: [390, 3000], middle: [768, 3000], wide: [1280, 3000], widest: [1920, 3000] };

/** @param {string} folder @param {{ name: string, json: string }[]} articles @param {string} name */
const article = (folder, articles, name) => articles.find((each) => each.name === `${folder}/${name}.json`)?.json ?? assert.fail(`no article ${name}`);

/** @type {Shot[]} */
const shots = [];
for (const language of ['en', 'zh', 'ar']) {
  for (const theme of ['', 'news', 'magazine', 'minimal']) {
    for (const scheme of ['light', 'dark']) {
      for (const [width, size] of Object.entries(SIZES)) {
        // Themes are tested once narrow and light, and once wide and dark, because colours and widths are independent.
        if (theme !== '' && (scheme === 'light') !== (width === 'narrow')) continue;
        const name = [language, theme || 'default', scheme, width].join('-');
        shots.push({ name, json: article('night', night, language), attributes: { theme: `${theme} ${scheme}` }, size });
      }
    }
  }
}
for (const [width, [inline]] of Object.entries(SIZES)) {
  shots.push({ name: `specimen-${width}`, json: article('samples', samples, 'specimen'), attributes: { theme: 'light' }, size: [inline, 4000] });
}

for (const [language, scheme] of [['en', 'light'], ['zh', 'light'], ['ar', 'dark']]) {
  for (const [width, size] of Object.entries(LAYOUT_SIZES)) {
    shots.push({ name: `layouts-${language}-${width}`, json: article('layouts', layouts, language), attributes: { theme: scheme, related: 'cards' }, size });
  }
}
for (const theme of ['news', 'magazine', 'minimal']) {
  shots.push({ name: `layouts-${theme}`, json: article('layouts', layouts, 'en'), attributes: { theme: `${theme} light`, related: 'cards' }, size: LAYOUT_SIZES.wide });
}

const HEAD = `<meta name="viewport" content="width=device-width"><style>body { margin: 0 }</style>
  <script type="module" src="/dist/article-widget.js"></script>`;

/** Hides everything that moves, blinks, is worded by the platform or is left out of the layout. */
const STILL = '*, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important; content-visibility: visible !important } time, [part~=player] { visibility: hidden }';

/**
 * Shows an article and takes its picture, after everything in sight has loaded.
 * @param {Page} page
 * @param {Shot} shot
 */
async function take(page, { json, attributes, size: [width, height] }) {
  await page.resize(width, height);
  await page.run(
    async (json, attributes, still) => {
      const widget = /** @type {any} */ (document.createElement('article-widget'));
      for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
      const folder = json.includes('night.example') || json.includes('../../pictures/') ? 'night/' : '';
      widget.setAttribute('base-url', `${location.origin}/demo/articles/${folder}`);
      const shown = new Promise((resolve, reject) => {
        widget.addEventListener('load', resolve, { once: true });
        widget.addEventListener('error', (/** @type {CustomEvent} */ event) => reject(new Error(event.detail.message)), { once: true });
      });
      widget.article = json;
      document.body.replaceChildren(widget);
      await shown;
      const root = /** @type {ShadowRoot} */ (widget.shadowRoot);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(still);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      // Pictures further to the side of a gallery load when the reader reaches them.
      const inSight = [...root.querySelectorAll('img')].filter((image) => {
        const { top, left, right } = image.getBoundingClientRect();
        return top < innerHeight && left < innerWidth && right > 0;
      });
      while (inSight.some(({ complete }) => !complete)) await new Promise((resolve) => setTimeout(resolve, 20));
      await document.fonts.ready;
      for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    },
    json,
    attributes,
    STILL,
  );
  return page.screenshot();
}

/**
 * The width of a text in each font of articles, in pixels, which differs between fonts.
 * @param {Page} page
 * @returns {Promise<Record<string, number>>}
 */
const fonts = (page) =>
  page.run(() => {
    const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    const widths = /** @type {Record<string, number>} */ ({});
    for (const face of ['serif', 'sans-serif', 'monospace', 'system-ui', 'Georgia', '"Noto Serif"', '"Noto Naskh Arabic"']) {
      for (const text of ['Hamburgefonstiv 0123', '灯塔与港口', 'المنارة والميناء', '灯台と港ひらがな']) {
        context.font = `100px ${face}`;
        widths[`${face} ${text}`] = Math.round(context.measureText(text).width);
      }
    }
    return widths;
  });

/**
 * The areas where two small pictures differ, in pixels of the large ones; empty if they do not.
 * @param {Picture} picture
 * @param {Picture} before
 */
function difference(picture, before) {
  if (picture.width !== before.width || picture.height !== before.height) return 'another size';
  const cells = [];
  for (let at = 0; at < picture.data.length; at += 3) {
    const off = Math.max(...[0, 1, 2].map((channel) => Math.abs(picture.data[at + channel] - before.data[at + channel])));
    if (off > LITTLE) cells.push({ x: ((at / 3) % picture.width) * SIDE, y: Math.floor(at / 3 / picture.width) * SIDE });
  }
  if (cells.length <= FEW) return undefined;
  const range = (/** @type {number[]} */ values) => `${Math.min(...values)} to ${Math.max(...values) + SIDE}`;
  return `${cells.length} squares differ, x ${range(cells.map(({ x }) => x))}, y ${range(cells.map(({ y }) => y))}`;
}

everywhere(
  'articles look as they did',
  async (page, site) => {
    site.route('/page.html', html('', { head: HEAD }));
    await page.prefer({ reducedMotion: true });
    await page.open('/page.html');
    await page.until(() => customElements.get('article-widget') !== undefined);
    const [here, there] = [await fonts(page), new URL('fonts.json', golden)];
    if (process.env.UPDATE_GOLDEN) {
      await mkdir(golden, { recursive: true });
      await writeFile(there, `${JSON.stringify(here, null, 2)}\n`);
    } else if (!isDeepStrictEqual(here, JSON.parse(await readFile(there, 'utf8')))) {
      return 'the fonts of this machine are not those of the pictures';
    }
    const differences = [];
    for (const shot of shots) {
      const png = await take(page, shot);
      const picture = shrink(decode(png), SIDE);
      const keep = async () => {
        await mkdir(seen, { recursive: true });
        await writeFile(new URL(`${shot.name}.png`, seen), png);
      };
      const file = new URL(`${shot.name}.png`, golden);
      if (process.env.UPDATE_GOLDEN) {
        await writeFile(file, encode(picture));
        await keep();
        continue;
      }
      const different = difference(picture, decode(await readFile(file)));
      if (!different) continue;
      await keep();
      differences.push(`${shot.name}: ${different}`);
    }
    assert.deepEqual(differences, []);
    await page.assertQuiet();
    return undefined;
  },
  { only: ['chromium'] },
);

everywhere(
  'a look that changed is seen',
  async (page, site) => {
    site.route('/page.html', html('', { head: HEAD }));
    await page.prefer({ reducedMotion: true });
    await page.open('/page.html');
    await page.until(() => customElements.get('article-widget') !== undefined);
    const shot = shots[0];
    const before = shrink(decode(await take(page, shot)), SIDE);
    assert.equal(difference(shrink(decode(await take(page, shot)), SIDE), before), undefined);
    for (const change of ['--article-gap: 1.2em', '--article-accent: #32591c', '--article-font-size: 17.3px', '--article-tint: #ebe9e4']) {
      const changed = shrink(decode(await take(page, { ...shot, attributes: { ...shot.attributes, style: change } })), SIDE);
      assert.ok(difference(changed, before), change);
    }
  },
  { only: ['chromium'] },
);

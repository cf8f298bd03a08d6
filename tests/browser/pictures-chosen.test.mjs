// The files that browsers choose by `srcset` and `sizes`: wide enough for the place of a picture, and not much wider.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { openPage } from './widget-page.mjs';

const WIDTHS = [160, 240, 320, 480, 640, 800, 1024, 1280, 1600, 2048, 2560];
const SHAPES = /** @type {[number, number][]} */ ([[2700, 1800], [1800, 2700], [2400, 2700], [900, 2700]]);
const TEXT = 'The keeper wrote down every ship that came by, its name, its colours and the weather that it brought along. '.repeat(4);

let number = 0;

/** A picture of which nothing is in the browser's cache. @param {[number, number]} shape @param {string} [layout] */
function picture([width, height], layout) {
  const name = `${width}x${height}.svg?${number++}`;
  return { type: 'image', src: `/${name}`, alt: 'A ship', width, height, layout, srcset: WIDTHS.map((each) => `/${each}/${name} ${each}w`).join(', ') };
}

/** Each picture's place and file: their widths in device pixels. */
const found = async () => {
  const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const chosen = [];
  for (const image of root.querySelectorAll('img')) {
    image.scrollIntoView({ block: 'center', inline: 'center' });
    for (let frame = 0; frame < 200 && !(image.complete && image.currentSrc); frame++) await new Promise(requestAnimationFrame);
    const strip = image.closest('ul')?.part.contains('gallery-strip') ? 'strip ' : '';
    const what = `${strip}${image.closest('figure')?.part} ${image.src.replace(/.*\//, '')}`;
    chosen.push({ what, sizes: image.sizes, shown: image.getBoundingClientRect().width * devicePixelRatio, file: Number(/\/(\d+)\/\d+x/.exec(image.currentSrc)?.[1]) });
  }
  return chosen;
};

everywhere('the chosen file fits the place of the picture, in every layout and shape', async (page, site) => {
  for (const [width, height] of SHAPES) {
    const body = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`;
    for (const path of ['', ...WIDTHS.map((each) => `/${each}`)]) site.route(`${path}/${width}x${height}.svg`, { type: 'image/svg+xml', body });
  }
  for (const [width, height] of [[1280, 800], [1280, 500], [400, 700]]) {
    await page.resize(width, height);
    await openPage(page, site, '<article-widget></article-widget>');
    // The first picture is fetched at once, so its width is known by `sizes` alone.
    for (const lead of SHAPES) {
      const shapes = lead === SHAPES[0] ? SHAPES : [];
      const article = {
        lang: 'en', headline: 'Chosen', url: `${site.url}/`, image: picture(lead),
        body: [TEXT, ...['inline', 'wide', 'full', 'half', 'thumbnail'].flatMap((layout) => shapes.flatMap((shape) => [picture(shape, layout), TEXT])), { type: 'gallery', images: SHAPES.map((shape) => picture(shape)) }, { type: 'gallery', columns: 3, images: [...SHAPES, ...SHAPES].slice(0, 6).map((shape) => picture(shape)) }],
      };
      const chosen = await page.run(async (article) => {
        const widget = /** @type {any} */ (document.createElement('article-widget'));
        document.querySelector('article-widget')?.replaceWith(widget);
        widget.setAttribute('base-url', `${location.origin}/`);
        const shown = new Promise((resolve) => widget.addEventListener('load', resolve));
        widget.article = article;
        await shown;
      }, article).then(() => page.run(found));
      // WebKit does not know `auto`, and pictures of a strip are as wide as their height demands.
      const judged = chosen.filter(({ what }) => page.engine !== 'webkit' || !what.startsWith('strip'));
      const out = judged.filter(({ file, shown }) => !(file / shown >= 0.6 && (file / shown <= 2 || file === WIDTHS[0])));
      assert.deepEqual(out, [], `${width} by ${height}`);
      const ratios = judged.map(({ file, shown }) => file / shown).sort((a, b) => a - b);
      const median = ratios[Math.floor(ratios.length / 2)];
      if (lead === SHAPES[0]) assert.ok(median <= 1.4, `${width} by ${height}: median ${median}`);
    }
  }
});

// Positions of pictures: layouts by the article's width, portraits and the window, captions, grids, and pictures that
// fail to load.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { MODULE, html } from './widget-page.mjs';

/** @import { Page } from './support/page.mjs' */
/** @import { Site } from './support/browsers.mjs' */

const TEXT = 'The keeper wrote down every ship that came by, its name, its colours and the weather that it brought along. '.repeat(4);
/** @param {number} width @param {number} height @param {object} [more] */
const picture = (width, height, more) => ({ type: 'image', src: `/${width}x${height}.svg`, alt: 'A ship', width, height, caption: 'Seen from the pier, on a day without any wind', ...more });

/**
 * Shows an article in a page of a given width, and waits for its pictures.
 * @param {Page} page @param {Site} site @param {number} width @param {object} article @param {{ dir?: string, related?: string, height?: number }} [options]
 */
async function show(page, site, width, article, { dir = 'ltr', related = 'list', height = 800 } = {}) {
  for (const [wide, high] of [[1200, 800], [800, 600], [1200, 1600], [600, 900], [400, 900], [300, 200]]) {
    const body = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}"><rect width="100%" height="100%" fill="teal"/></svg>`;
    site.route(`/${wide}x${high}.svg`, { type: 'image/svg+xml', body });
  }
  await page.resize(width, height);
  site.route('/page.html', html('<article-widget></article-widget>', { head: `<meta name="viewport" content="width=device-width"><style>body { margin: 0 } :root { scrollbar-width: none }</style>${MODULE}` }));
  await page.open('/page.html');
  await page.until(() => customElements.get('article-widget') !== undefined);
  await page.run(
    async (article, dir, related) => {
      const widget = /** @type {any} */ (document.querySelector('article-widget'));
      widget.setAttribute('base-url', `${location.origin}/`);
      widget.setAttribute('dir', dir);
      widget.setAttribute('related', related);
      const shown = new Promise((resolve) => widget.addEventListener('load', resolve));
      widget.article = article;
      await shown;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { content-visibility: visible !important }');
      widget.shadowRoot.adoptedStyleSheets = [...widget.shadowRoot.adoptedStyleSheets, sheet];
      for (const image of widget.shadowRoot.querySelectorAll('img')) image.loading = 'eager';
      await new Promise((resolve) => setTimeout(resolve, 100));
    },
    JSON.stringify(article), dir, related,
  );
}

/** The boxes of all elements in the article that match a selector. @param {Page} page @param {string} selector */
const boxes = (page, selector) =>
  page.run((selector) => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    return [...root.querySelectorAll(selector)].map((element) => {
      const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
      return { left, right, top, bottom, width, height };
    });
  }, selector);

/** @param {number} one @param {number} other @param {string} what */
const near = (one, other, what) => assert.ok(Math.abs(one - other) < 1.5, `${what}: ${one} and ${other}`);

const LAYOUTS = {
  lang: 'en', headline: 'Layouts', image: picture(1200, 800, { layout: 'full' }),
  body: [
    TEXT, picture(1200, 800, { layout: 'half' }), TEXT, TEXT, TEXT, picture(1200, 800, { layout: 'thumbnail' }), TEXT, TEXT, picture(1200, 800, { layout: 'wide' }), TEXT,
    picture(1200, 800, { layout: 'full' }), TEXT,
  ],
};

everywhere('wide and full stand out of the column and not of the article; text stands beside half and thumbnail', async (page, site) => {
  for (const dir of ['ltr', 'rtl']) {
    await show(page, site, 1280, LAYOUTS, { dir });
    const [article] = await boxes(page, '[part~=article]');
    const [text, beside] = await boxes(page, '[part~=body] > p');
    const [wide] = await boxes(page, '[part~=wide] img');
    const full = await boxes(page, '[part~=full] img');
    const [half] = await boxes(page, '[part~=half] img');
    const [thumbnail] = await boxes(page, '[part~=thumbnail] img');
    assert.ok(wide.left < text.left - 50 && wide.right > text.right + 50 && wide.right < article.right - 50, `${dir}: wide ${JSON.stringify(wide)}`);
    for (const each of full) {
      near(each.left, article.left, `${dir}: full, left`);
      near(each.right, article.right, `${dir}: full, right`);
    }
    assert.ok(half.width > 200 && half.width < text.width * 0.55, `${dir}: half ${half.width}`);
    assert.ok(thumbnail.width > 100 && thumbnail.width < half.width, `${dir}: thumbnail ${thumbnail.width}`);
    assert.ok(Math.abs(half.top - beside.top) < 20, `${dir}: half stands ${half.top - beside.top} below the text beside it`);
    assert.ok(dir === 'ltr' ? half.left > text.left + 100 : half.right < text.right - 100, `${dir}: half stands at the end of the lines`);
    assert.ok(half.left >= article.left && half.right <= article.right && thumbnail.left >= article.left && thumbnail.right <= article.right, dir);
  }
  await page.assertQuiet();
});

everywhere('on a phone all stand in one column, and nothing stands out from 280 pixels on', async (page, site) => {
  for (const width of [page.engine === 'webkit' ? 300 : 280, 320, 390, 480, 560]) {
    await show(page, site, width, LAYOUTS);
    const [text] = await boxes(page, '[part~=body] > p');
    for (const box of await boxes(page, 'figure:not([part~=thumbnail]) > img')) near(box.width, text.width, `${width}`);
    const tops = await boxes(page, '[part~=body] > *');
    for (const [at, box] of tops.entries()) if (at > 0) assert.ok(box.top >= tops[at - 1].bottom - 1, `${width}: block ${at} stands beside the one before it`);
    assert.ok(await page.run(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
  }
});

everywhere('a portrait is no higher than the window, as wide as its shape demands, and captions stand at the edges of pictures', async (page, site) => {
  const shapes = /** @type {[number, number][]} */ ([[1200, 1600], [600, 900], [400, 900], [800, 600], [300, 200]]);
  const layouts = ['inline', 'wide', 'full'];
  const figures = layouts.flatMap((layout) => shapes.map(([width, height]) => picture(width, height, { layout })));
  for (const [width, height] of [[1280, 700], [640, 360], [390, 640]]) {
    await show(page, site, width, { lang: 'en', headline: 'Shapes', image: picture(800, 600), body: [TEXT, ...figures.slice(0, 10), TEXT] }, { height });
    const images = await boxes(page, 'figure > img');
    const captions = await boxes(page, 'figure > figcaption');
    const all = [[800, 600], ...[...shapes, ...shapes]];
    for (const [at, [wide, high]] of all.entries()) {
      const where = `${wide} by ${high} in ${width} by ${height}`;
      if (high > wide) assert.ok(images[at].height <= height, `${where}: ${images[at].height} high`);
      assert.ok(Math.abs(images[at].width / images[at].height - wide / high) < 0.02, `${where}: shown as ${images[at].width} by ${images[at].height}`);
      near(captions[at].left, images[at].left, `${where}: caption, left`);
      assert.ok(captions[at].right <= images[at].right + 1.5, `${where}: caption, right`);
    }
  }
});

everywhere('what follows a half clears it where it must, and several in a row stand beside each other', async (page, site) => {
  const half = picture(600, 900, { layout: 'half' });
  const body = [
    half, 'Short.', { type: 'heading', text: 'A heading' }, half, 'Short.', { type: 'code', text: 'code' }, half, 'Short.', { type: 'table', rows: [['a', 'b']] },
    half, { type: 'list', items: ['One', 'Two'] }, { type: 'aside', text: 'A box' }, half, { type: 'heading', text: 'No text beside it' }, half, half, half, 'After them.',
  ];
  await show(page, site, 1100, { lang: 'en', headline: 'Clearing', body });
  const found = await page.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    return [...root.querySelectorAll('[part~=body] > *')].map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { name: `${element.localName} ${element.getAttribute('part') ?? ''}`.trim(), left, right, top, bottom };
    });
  });
  /** @type {string[]} */
  const wrong = [];
  for (const [at, box] of found.entries()) {
    for (const before of found.slice(0, at)) {
      const beside = box.top < before.bottom - 1 && box.bottom > before.top + 1;
      // The box of a text extends behind the float; only its lines are beside it.
      if (beside && !/^(p|ul)$/.test(box.name) && !/^(p|ul)$/.test(before.name) && !(box.name.includes('half') && before.name.includes('half'))) wrong.push(`${box.name} beside ${before.name}`);
    }
  }
  assert.deepEqual(wrong, []);
  const halves = found.filter(({ name }) => name.includes('half')).slice(-3);
  near(halves[0].top, halves[1].top, 'the first two of three in a row');
  assert.ok(halves[0].right <= halves[1].left, 'and the first one comes first');
  assert.ok((found.at(-1)?.top ?? 0) >= Math.max(...halves.map(({ bottom }) => bottom)), 'the text after them stands below them');
});

everywhere('two hundred halves in a row, in a list and in each other stay within the article', async (page, site) => {
  /** @type {any} */
  let nested = 'In the middle.';
  for (let depth = 0; depth < 15; depth++) nested = { type: 'aside', layout: 'half', body: [picture(600, 900, { layout: 'half' }), nested] };
  const body = [...Array.from({ length: 200 }, (_, at) => picture(...(/** @type {[number, number]} */ (at % 2 ? [600, 900] : [300, 200])), { layout: 'half' })), TEXT, { type: 'list', items: [{ text: 'An item', body: [picture(600, 900, { layout: 'half' })] }] }, nested, TEXT];
  for (const width of [page.engine === 'webkit' ? 300 : 280, 700, 1280]) {
    await show(page, site, width, { lang: 'en', headline: 'Extremes', body });
    const [article] = await boxes(page, '[part~=article]');
    const out = (await boxes(page, '[part~=article] *')).filter(({ left, right, width }) => width > 0 && (left < article.left - 1 || right > article.right + 1));
    assert.deepEqual(out, [], `${width}`);
    assert.ok(await page.run(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
  }
});

everywhere('rows of a grid and of cards have no holes', async (page, site) => {
  for (const count of [1, 2, 3, 4, 5, 7, 10]) {
    const images = Array.from({ length: count }, () => picture(1200, 800));
    const items = Array.from({ length: count }, (_, at) => ({ headline: `Ship ${at}`, url: `/ships/${at}`, ...(at % 3 === 1 ? {} : { image: picture(1200, 800) }) }));
    for (const width of [page.engine === 'webkit' ? 300 : 280, 390, 600, 1100]) {
      await show(page, site, width, { lang: 'en', headline: 'Rows', body: [TEXT, { type: 'gallery', columns: 3, images }], related: { items } }, { related: 'cards' });
      for (const list of ['[part~=gallery-grid]', '[part~=related-list]']) {
        const [all] = await boxes(page, list);
        /** @type {Map<number, number>} */
        const ends = new Map();
        for (const { top, right } of await boxes(page, `${list} > li`)) ends.set(Math.round(top), Math.max(right, ends.get(Math.round(top)) ?? 0));
        for (const end of ends.values()) near(end, all.right, `${count} in ${list}, ${width} pixels`);
      }
    }
  }
});

everywhere('a picture that cannot be had is a frame with its text, and is shown when an update has its address', async (page, site) => {
  const lost = { lang: 'en', headline: 'Lost', body: [TEXT, { ...picture(1200, 800), src: '/lost.svg' }, TEXT] };
  await show(page, site, 800, lost);
  const [before] = await boxes(page, 'figure > img');
  assert.ok(before.width > 300 && before.height > 100, JSON.stringify(before));
  if (page.engine !== 'webkit') {
    // WebKit draws its own frame with the text in it.
    const text = await page.run(() => {
      const image = /** @type {Element} */ (document.querySelector('article-widget')?.shadowRoot?.querySelector('figure > img'));
      const { content, position } = getComputedStyle(image, '::after');
      return `${position} ${content}`;
    });
    // Firefox returns the declared value.
    assert.match(text, /^absolute ("A ship|attr\(alt\))/);
  }
  await page.run((json) => { /** @type {any} */ (document.querySelector('article-widget')).article = json; }, JSON.stringify({ ...lost, body: [TEXT, picture(1200, 800), TEXT] }));
  // WebKit gives the width that a drawing is shown with.
  await page.until(() => /** @type {HTMLImageElement} */ (document.querySelector('article-widget')?.shadowRoot?.querySelector('figure > img')).naturalWidth > 0);
});

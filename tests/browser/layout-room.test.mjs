// The widget fits the available space: each layout is shown with an article in it, and with plain text instead.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { BOOTSTRAP, BULMA, LAYOUTS } from './layouts.mjs';
import { MODULE, html } from './widget-page.mjs';

const SENTENCE = 'The keeper wrote down every ship that came by, its name, its colours and the extraordinary weather that it brought along. ';

/** Plain text instead of the widget: in one box, like the article, for layouts that put their children into rows. */
const TEXT = `<div class="it"><div>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(3)}</div></div>`;

const picture = { src: '/demo/pictures/marsh.svg', alt: 'The marsh', width: 1600, height: 900 };

/** All wide content, which scrolls within its box or shrinks. */
const ARTICLE = JSON.stringify({
  lang: 'en', breadcrumb: ['News', 'Harbours'], headline: 'The ships that came by', description: SENTENCE, datePublished: '2026-09-01T07:30:00Z',
  author: 'Mara Lindt', image: { ...picture, caption: SENTENCE },
  body: [
    SENTENCE.repeat(4),
    { type: 'table', caption: 'Ships', rows: [1, 2].map((row) => Array.from({ length: 20 }, (_, index) => `Column ${index} in row ${row}`)) },
    { type: 'code', text: `const ships = [${'"Aurora", '.repeat(40)}];` },
    { type: 'gallery', images: Array.from({ length: 6 }, () => ({ ...picture, caption: 'Seen from the pier' })) },
    { type: 'list', items: [SENTENCE, 'A', 'B'] }, { type: 'list', ordered: true, items: [SENTENCE, 'A'] },
    { type: 'image', ...picture, caption: SENTENCE, layout: 'wide' }, { type: 'image', ...picture, caption: SENTENCE, layout: 'full' },
    { type: 'image', ...picture, caption: SENTENCE, layout: 'half' }, SENTENCE.repeat(3), { type: 'image', ...picture, layout: 'thumbnail' }, SENTENCE,
    { type: 'gallery', columns: 4, layout: 'full', images: Array.from({ length: 6 }, () => picture) }, { type: 'aside', layout: 'half', text: SENTENCE }, SENTENCE,
    { type: 'quote', text: SENTENCE }, { type: 'pullquote', text: 'What a weather it was' },
    { type: 'product', name: 'A telescope', image: picture, price: '129.90 EUR', url: 'https://harbour.example/telescope', text: SENTENCE },
    { type: 'embed', url: 'https://video.example/watch/1', title: 'A film of it' }, { type: 'card', url: 'https://harbour.example/', title: 'The harbour', image: picture, description: SENTENCE },
    { type: 'button', text: 'Subscribe to the harbour’s letters', url: 'https://harbour.example/letters' },
    { type: 'audio', src: 'https://harbour.example/a.mp3', title: 'The horn' }, { type: 'video', src: 'https://harbour.example/a.mp4', title: 'The light' },
  ],
  keywords: ['harbours', 'lighthouses of the north'],
  related: { title: 'More of it', items: Array.from({ length: 4 }, (_, index) => ({ headline: `Ship ${index} and its extraordinary cargo`, url: `/ships/${index}`, image: picture, datePublished: '2026-09-01' })) },
});

/**
 * The measures of a layout with some content.
 * @typedef {object} Measured
 * @property {number} page  the width of its content
 * @property {number} view  the width of the viewport
 * @property {number[]} by  of the neighbours
 * @property {number} it  of the widget or the text
 * @property {number} inner  of the article or the box with the text
 * @property {string[]} out  the elements that extend beyond the widget
 * @property {number[]} [loading]  the widths while the article was loading: the widget's, and its neighbours'
 */

/**
 * Shows each layout with an article, and with plain text.
 * @param {import('./support/page.mjs').Page} page @param {import('./support/browsers.mjs').Site} site
 * @param {Record<string, string>} layouts @param {string} head @param {string} attributes  of the widget
 * @returns {Promise<Record<string, { widget: Measured, text: Measured }>>}
 */
async function measured(page, site, layouts, head, attributes) {
  site.route('/never.json', { hang: true });
  site.route('/page.html', html('', { head: `<meta name="viewport" content="width=device-width">${head}${STEADY}${MODULE}` }));
  await page.open('/page.html');
  await page.until(() => customElements.get('article-widget') !== undefined);
  /** @type {Record<string, { widget: Measured, text: Measured }>} */
  const all = {};
  for (const [name, layout] of Object.entries(layouts)) {
    all[name] = await page.run(
      async (layout, text, article, attributes) => {
        const { body, documentElement } = document;
        const width = (/** @type {Element} */ element) => Math.round(element.getBoundingClientRect().width * 10) / 10;
        const widths = () => [...document.querySelectorAll('.it, .by')].map(width);
        const measure = () => {
          const it = /** @type {Element} */ (document.querySelector('.it'));
          const inner = it.shadowRoot?.querySelector('[part~=article]') ?? /** @type {Element} */ (it.firstElementChild);
          const box = inner.getBoundingClientRect();
          const scrollers = '[part~=table-scroll], [part~=code-scroll], [part~=gallery-strip], [part~=related-carousel] > ol, [part~=related-carousel] > ul';
          const out = [...inner.querySelectorAll('*')].filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return it.shadowRoot && element.getClientRects().length > 0 && (left < box.left - 0.6 || right > box.right + 0.6) && !element.parentElement?.closest(scrollers);
          });
          return {
            page: documentElement.scrollWidth, view: documentElement.clientWidth, by: [...document.querySelectorAll('.by')].map(width), it: width(it), inner: width(inner),
            out: out.map((element) => `${element.localName}[${element.getAttribute('part')}]`),
          };
        };
        body.innerHTML = layout.replace('{}', text);
        const plain = measure();
        body.innerHTML = layout.replace('{}', `<article-widget class="it" src="/never.json" ${attributes}></article-widget>`);
        const widget = /** @type {any} */ (document.querySelector('article-widget'));
        while (!widget.shadowRoot.querySelector('[part~=loading]')) await new Promise((resolve) => setTimeout(resolve));
        // The widget's style sheet may still be loading.
        while (getComputedStyle(widget.shadowRoot.querySelector('[part~=loading]'), '::before').display !== 'grid') await new Promise((resolve) => setTimeout(resolve));
        const loading = widths();
        const shown = new Promise((resolve, reject) => {
          widget.addEventListener('load', resolve);
          widget.addEventListener('error', (/** @type {CustomEvent} */ event) => reject(new Error(event.detail.message)));
        });
        widget.article = article;
        await shown;
        // Blocks out of sight are not laid out, so they have no geometry to check.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { content-visibility: visible !important }');
        widget.shadowRoot.adoptedStyleSheets = [...widget.shadowRoot.adoptedStyleSheets, sheet];
        const result = { widget: { ...measure(), loading, shown: widths() }, text: plain };
        body.replaceChildren();
        return result;
      },
      layout, TEXT, ARTICLE, attributes,
    );
  }
  await page.assertQuiet({ except: /ResizeObserver/ });
  return all;
}

/** Makes a page as wide with a scroll bar as without. */
const STEADY = '<style>html { overflow-y: scroll }</style>';
const RESET = '<style>body { margin: 0 } .it p { margin: 0 }</style>';
const style = (/** @type {string} */ file) => `<link rel="stylesheet" href="/${file}">`;
/** @param {string} file  in node_modules */
const served = (file) => ({ file: new URL(`../../node_modules/${file}`, import.meta.url).pathname });

/**
 * The layouts, the page's head, and the attributes of the widget by width.
 * @type {[string, Record<string, string>, string, Record<number, string>][]}
 */
const KINDS = [
  ['everyday layouts', LAYOUTS, RESET, { 800: '', 320: 'related="cards"' }],
  ['Bootstrap', BOOTSTRAP, style('bootstrap.css'), { 800: 'related="carousel"', 320: 'related="carousel"' }],
  ['Bulma', BULMA, style('bulma.css'), { 800: 'related="cards"', 320: 'related="cards"' }],
];

/** Layouts whose parent shrinks to its content: the widget is as wide there as text. */
const SHRINKS = /^(an inline block|a block|a float|fit-content|a dialog|an absolute box|a .* that centres|a host that is an? (row|column|grid)|the template of Vite|a column at the start|an inline grid)/;

for (const [kind, layouts, head, attributes] of KINDS) {
  for (const size of [800, 320]) {
    everywhere(
      `the widget takes the room that text takes: ${kind}, ${size} pixels`,
      async (page, site) => {
        site.route('/bootstrap.css', served('bootstrap/dist/css/bootstrap.min.css'));
        site.route('/bulma.css', served('bulma/css/bulma.min.css'));
        await page.resize(size, 600);
        /** @type {string[]} */
        const wrong = [];
        for (const [name, { widget, text }] of Object.entries(await measured(page, site, layouts, head, attributes[size]))) {
          const say = (/** @type {string} */ what) => wrong.push(`${name}: ${what}`);
          // If text fits, the widget must fit too; if a word is too wide already, the widget must not be wider.
          if (text.page <= text.view ? widget.page > widget.view : widget.page > text.page) say(`the page is ${widget.page} wide, ${text.page} with text`);
          widget.by.forEach((width, index) => {
            if (width < text.by[index] - 1) say(`neighbour ${index} is ${width} wide, ${text.by[index]} beside text`);
          });
          if (widget.it > text.it + 1 && widget.page > widget.view) say(`it is ${widget.it} wide, text ${text.it}`);
          // The smallest width of text is its longest word, that of the widget a short one.
          if (text.page <= text.view && SHRINKS.test(name) && Math.abs(widget.it - text.it) > 20) say(`it is ${widget.it} wide, text ${text.it}`);
          if (Math.abs(widget.inner - widget.it) > 1) say(`the article is ${widget.inner} wide in ${widget.it}`);
          if (widget.out.length > 0) say(`in ${widget.inner} stand out ${[...new Set(widget.out)].join(' ')}`);
          const { loading, shown } = /** @type {any} */ (widget);
          if (String(loading) !== String(shown)) say(`widths are ${loading} before, ${shown} after it is there`);
        }
        assert.deepEqual(wrong, []);
      },
    );
  }
}

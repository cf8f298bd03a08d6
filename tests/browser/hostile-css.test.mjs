// Pages whose styles match every element: the article looks as on a plain page, and nothing sticks out.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { events, json, openPage } from './widget-page.mjs';

/** @import { Page } from './support/page.mjs' */
/** @import { Site } from './support/browsers.mjs' */

const article = JSON.stringify({
  lang: 'en', headline: 'A headline of some length, for lines to break', kicker: 'Kicker', author: 'Somebody',
  body: [
    { type: 'paragraph', text: ['Text with ', { text: 'a link', url: 'https://e.example/' }, ' and ', { text: 'strong', marks: ['strong'] }, ' words.'] },
    { type: 'heading', text: 'A heading' }, { type: 'list', items: ['One', 'Two'] }, { type: 'quote', text: 'Said' }, { type: 'code', text: 'let x = 1;' },
    { type: 'table', head: [['A', 'B']], rows: [['1', '2']] },
  ],
  related: [{ title: 'More', items: [{ headline: 'Another', url: 'https://e.example/2' }] }],
});

/**
 * The look of each kind of element, and the elements that stick out.
 * @param {Page} page
 * @param {Site} site
 * @param {string} css
 * @param {string} [html]  attributes
 */
async function look(page, site, css, html = '') {
  site.route('/styled.json', json(article));
  await openPage(page, site, '<article-widget src="styled.json"></article-widget>');
  await events(page, 1);
  return page.run((css, html) => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = css;
    for (const attribute of html.split(' ').filter(Boolean)) document.documentElement.setAttribute(...(/** @type {[string, string]} */ (attribute.split('='))));
    const widget = /** @type {HTMLElement} */ (document.querySelector('article-widget'));
    const root = /** @type {ShadowRoot} */ (widget.shadowRoot);
    const properties = ['display', 'direction', 'textAlign', 'textTransform', 'letterSpacing', 'wordSpacing', 'whiteSpace', 'fontStyle', 'fontWeight', 'fontSize', 'fontVariant', 'lineHeight', 'color', 'textIndent', 'cursor', 'listStyleType', 'borderStyle', 'textShadow', 'float', 'position', 'opacity', 'writingMode', 'hyphens', 'tabSize'];
    const seen = /** @type {Record<string, string>} */ ({});
    for (const selector of ['article', '[part~=headline]', 'p', 'p a', 'strong', 'h3', 'ul', 'li', 'blockquote', 'pre', 'code', 'table', 'th', 'td', 'nav', 'nav a']) {
      const element = root.querySelector(selector);
      const computed = element && /** @type {any} */ (getComputedStyle(element));
      for (const property of properties) seen[`${selector} ${property}`] = String(computed?.[property]);
    }
    const edges = [...root.querySelectorAll('article, article *')].map((element) => element.getBoundingClientRect().right);
    const { width, height } = /** @type {Element} */ (root.querySelector('article')).getBoundingClientRect();
    return { seen, fits: Math.max(...edges) <= document.documentElement.clientWidth + 1, width: width > 140, height: height > 140 };
  }, css, html);
}

const sized = { fits: true, width: true, height: true };

/** Pages on which it looks the same as on a plain one. @type {Record<string, { css: string, html?: string }>} */
const pages = {
  'everything unset, with !important': { css: '* { all: unset !important }' },
  'everything initial, with !important': { css: '*, *::before, *::after { all: initial !important } head, script, style, title { display: none !important }' },
  'inherited properties of every kind': {
    css: `body, article-widget { text-transform: uppercase; letter-spacing: 1em; word-spacing: 2em; white-space: pre; line-height: 0; font: italic 900 40px/9 fantasy;
      text-align: right; text-indent: 10em; direction: rtl; color: red; cursor: none; list-style: square; text-shadow: 0 0 9px; writing-mode: horizontal-tb; tab-size: 1; hyphens: none; quotes: none; font-variant: small-caps }`,
  },
  'selectors for every element, with !important': {
    css: `p, h1, h2, h3, a, ul, li, table, td, th, article, header, nav, img, figure, blockquote, pre, code, strong { display: inline !important; float: right !important; color: red !important; position: absolute !important; font-size: 99px !important; border: 9px solid !important }
      article-widget *, [part], [part] * { opacity: 0 !important }`,
  },
  'a page that reads from right to left': { css: '', html: 'dir=rtl' },
  'a tiny root font': { css: ':root { font-size: 5px }' },
  'a root font of nothing': { css: ':root { font-size: 0 }' },
  'boxes that clip and scroll': { css: 'html, body { overflow: hidden; max-height: 100vh } article-widget { overflow: hidden }' },
};

for (const [what, { css, html }] of Object.entries(pages)) {
  everywhere(`looks as on a plain page: ${what}`, async (page, site) => {
    const plain = await look(page, site, '');
    const { seen, ...size } = await look(page, site, css, html);
    assert.deepEqual(size, sized);
    assert.deepEqual(seen, plain.seen);
    await page.assertQuiet();
  });
}

/** Pages whose measures it follows. @type {Record<string, string>} */
const measures = {
  'a huge root font': ':root { font-size: 64px }',
  'zoom': 'body { zoom: 2 }',
  'zoom of the element, in a narrow column': 'article-widget { zoom: 2 } body { width: 400px }',
  'a flexible row': 'body { display: flex; width: 300px } article-widget { flex: 1 0 auto }',
  'a grid, transformed': 'body { display: grid; grid-template-columns: minmax(0, 1fr); transform: scale(0.9); perspective: 10px }',
};

for (const [what, css] of Object.entries(measures)) {
  everywhere(`follows the page: ${what}`, async (page, site) => {
    const { seen, ...size } = await look(page, site, css);
    assert.deepEqual(size, sized);
    assert.ok(parseFloat(seen['li fontSize']) >= 17, seen['li fontSize']);
    await page.assertQuiet();
  });
}

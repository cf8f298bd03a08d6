// Enlarged reading: at 400 % (320 pixels), with twice the font size, and with the spacing of WCAG 1.4.12, nothing is
// cut off, nothing overlaps, and only boxes with their own scroll bars scroll sideways.
import assert from 'node:assert/strict';
import { EVERYTHING, formats, golden, night, ofCorpora, samples } from './articles.mjs';
import { everywhere } from './support/browsers.mjs';
import { takes } from './support/drivers.mjs';
import { html } from './widget-page.mjs';

/** @import { Page } from './support/page.mjs' */

const articles = [...samples, ...night, ...golden, ...formats, ...(await ofCorpora(1))];

/** WCAG 2.2, 1.4.12, in every element of the article, as in a reader's own style sheet. */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';

/** @type {{ name: string, width: number, spacing: string, fontSize: string }[]} */
const SETTINGS = [
  { name: 'zoom of 400 %', width: 320, spacing: '', fontSize: '' },
  { name: 'letters of 200 %', width: 1280, spacing: '', fontSize: '200%' },
  { name: 'letters of 200 % on a phone', width: 360, spacing: '', fontSize: '200%' },
  { name: 'text spacing', width: 1280, spacing: SPACING, fontSize: '' },
  { name: 'text spacing at 400 %', width: 320, spacing: SPACING, fontSize: '' },
];

const HEAD = `<meta name="viewport" content="width=device-width">
  <meta http-equiv="Content-Security-Policy" content="img-src 'self'; media-src 'self'">
  <style>body { margin: 0 }</style><script type="module" src="/dist/article-widget.js"></script>`;

/**
 * Shows an article and returns the faults of its geometry, a line each.
 * @param {Page} page
 * @param {string} json
 * @param {string} spacing
 */
const faults = (page, json, spacing) =>
  page.run(
    async (json, spacing) => {
      const widget = /** @type {any} */ (document.querySelector('article-widget'));
      const shown = new Promise((resolve) => {
        for (const type of ['load', 'error']) widget.addEventListener(type, resolve, { once: true });
      });
      widget.setAttribute('base-url', `${location.origin}/demo/articles/`);
      widget.article = json;
      await shown;
      const root = /** @type {ShadowRoot} */ (widget.shadowRoot);
      const article = /** @type {Element} */ (root.querySelector('[part~=article]'));
      if (getComputedStyle(article).containerType !== 'inline-size') throw new Error('the article has no style');
      const base = root.adoptedStyleSheets;
      const sheet = new CSSStyleSheet();
      // Blocks out of sight are not laid out, so they have no geometry to check.
      sheet.replaceSync(`${spacing} * { content-visibility: visible !important }`);
      root.adoptedStyleSheets = [...base, sheet];
      for (const details of root.querySelectorAll('details')) details.open = true;

      const found = [];
      const { scrollWidth, clientWidth } = document.documentElement;
      // Chromium omits the quarter em between Han and Latin letters if the line ends with an inline element.
      const forgotten = /\p{Script=Han}/u.test(article.textContent ?? '') ? 5 : 0;
      if (scrollWidth > clientWidth + forgotten) found.push(`the page is ${scrollWidth} wide`);
      const scrollers = '[part~=table-scroll], [part~=code-scroll], [part~=gallery-strip], [part~=related-list]';
      /** @param {Element} element */
      const named = (element) => `${element.localName}[${element.getAttribute('part') ?? ''}] ${(element.textContent ?? '').slice(0, 30)}`;

      /** @type {Map<Element, DOMRect[]>} lines of text by the box they are in */
      const boxes = new Map();
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.nodeValue?.trim()) continue;
        let box = /** @type {Element} */ (node.parentElement);
        if (box.closest('sup, sub, rt, rp, svg, option')) continue;
        while (/^(inline|contents|ruby)/.test(getComputedStyle(box).display) && box !== article) box = /** @type {Element} */ (box.parentElement);
        const range = document.createRange();
        range.selectNodeContents(node);
        boxes.set(box, [...(boxes.get(box) ?? []), ...range.getClientRects()]);
      }
      for (const box of boxes.keys()) {
        for (let at = /** @type {Element | null} */ (box); at && at !== article; at = at.parentElement) {
          const { overflowX, overflowY, fontSize } = getComputedStyle(at);
          const scrolls = at.matches(scrollers) && overflowX === 'auto';
          const slack = parseFloat(fontSize) * 0.5;
          if (overflowX !== 'visible' && !scrolls && at.scrollWidth > at.clientWidth + 1) found.push(`cut at its side: ${named(at)}`);
          if (overflowY !== 'visible' && at.scrollHeight > at.clientHeight + slack) found.push(`cut below: ${named(at)}`);
        }
      }
      // Glyphs are lower than their line: only the middle three fifths of lines must not overlap.
      const lines = [...boxes].flatMap(([box, rects]) =>
        rects.filter(({ width, height }) => width > 1 && height > 1).map(({ left, right, top, bottom, height }) => ({ box, left, right, top: top + height / 5, bottom: bottom - height / 5 })),
      );
      lines.sort((a, b) => a.top - b.top);
      for (const [index, line] of lines.entries()) {
        for (let next = index + 1; next < lines.length && lines[next].top < line.bottom; next++) {
          const other = lines[next];
          if (other.box === line.box || other.box.contains(line.box) || line.box.contains(other.box)) continue;
          if (line.box.closest(scrollers) !== other.box.closest(scrollers)) continue;
          if (Math.min(line.right, other.right) - Math.max(line.left, other.left) > 2) found.push(`over each other: ${named(line.box)} and ${named(other.box)}`);
        }
      }
      for (const { box, left, right } of lines) {
        // The box of a three-line letter begins with space, which extends beyond the column at the side.
        const air = box.part.contains('drop-cap') ? 24 : 1;
        if (!box.closest(scrollers) && (left < -air || right > innerWidth + 1)) found.push(`out of the page: ${named(box)}`);
      }
      root.adoptedStyleSheets = base;
      return [...new Set(found)];
    },
    json,
    spacing,
  );

for (const [turn, { name, width, spacing, fontSize }] of SETTINGS.entries()) {
  everywhere(
    `nothing is cut or overlaps: ${name}`,
    async (page, site) => {
      site.route('/page.html', html('<article-widget></article-widget>', { head: HEAD }));
      await page.resize(width, 640);
      await page.open('/page.html');
      await page.until(() => customElements.get('article-widget') !== undefined);
      await page.run((fontSize) => void (document.documentElement.style.fontSize = fontSize), fontSize);
      const found = [];
      // Each engine takes a third in each setting.
      for (const { name, json } of articles.filter((_, index) => EVERYTHING || takes(page.engine, index + turn))) {
        for (const fault of await faults(page, json, spacing)) found.push(`${name}: ${fault}`);
      }
      assert.deepEqual(found, []);
      // Chromium’s own video controls, when a video becomes narrower in the same frame.
      await page.assertQuiet({ except: /^(resource: |csp: (img|media)-src |exception: ResizeObserver loop)/ });
    },
    { timeout: 300_000 },
  );
}

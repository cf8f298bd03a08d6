// axe-core reports no violation: every rule on many articles, in light, dark and forced colours, from phone to desktop.
// Chromium takes each article in light and in one of the dark modes, at one of the widths in turn; the other engines take
// a sample. `ARTICLES=all` takes all articles in every mode, at every width, in every engine.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { EVERYTHING, formats, golden, night, ofCorpora, samples } from './articles.mjs';
import { everywhere } from './support/browsers.mjs';
import { html } from './widget-page.mjs';

/**
 * @import { Page, Preferences } from './support/page.mjs'
 * @import { Site } from './support/browsers.mjs'
 * @import { Article } from './articles.mjs'
 *
 * @typedef {{ rule: string, selector: string, because: string }} Explained  elements of the article that axe leaves to
 *   people
 */

const axeScript = fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url));

/** Rules that do not run. @type {Record<string, string>} */
const LEFT_OUT = {
  'color-contrast-enhanced': 'the goal is AA; metadata and captions are muted',
  'landmark-complementary-is-top-level': 'withdrawn by axe itself: an aside in an article is no landmark (HTML-AAM)',
};

/** Findings that axe leaves to people, and their answer. @type {Explained[]} */
const EXPLAINED = [
  { rule: 'hidden-content', selector: 'rp', because: 'brackets for browsers without ruby' },
  { rule: 'audio-caption', selector: 'audio', because: 'a transcript of a sound is its publisher’s to give' },
  { rule: 'video-caption', selector: 'video', because: 'captions of a video are its publisher’s to give' },
  { rule: 'label-content-name-mismatch', selector: '[part~=note-back]', because: 'an arrow is no text that one could say' },
  { rule: 'p-as-heading', selector: '[part~=body] > p', because: 'an author may strike, mark or set in bold a whole paragraph' },
  { rule: 'identical-links-same-purpose', selector: '[part~=body] a, [part~=breadcrumb] a, [part~=metadata] a', because: 'AAA; links are the author’s' },
  { rule: 'color-contrast', selector: '[part~=breadcrumb] li > a', because: 'a link of two lines stands out of the line that its item is' },
  { rule: 'color-contrast', selector: '[part~=body] strong:has(br)', because: 'bold lines lie behind one another’s links, without a background' },
];

/** axe's check of AA contrast, which here includes single letters and signs such as a star. */
const CONTRAST = {
  ignoreUnicode: false, ignoreLength: true, ignorePseudo: false, boldValue: 700, boldTextPt: 14, largeTextPt: 18,
  contrastRatio: { normal: { expected: 4.5 }, large: { expected: 3 } },
  pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.2, textStrokeEmMin: 0.03,
};

const WIDTHS = [320, 768, 1280];

/** @type {Record<string, Partial<Preferences>>} */
const MODES = {
  light: { scheme: 'light' },
  dark: { scheme: 'dark' },
  'forced colours': { scheme: 'dark', forcedColors: true },
};

const all = [...golden, ...formats, ...samples, ...night, ...(await ofCorpora(1))];
const some = [...samples, ...golden.filter((_, index) => index % 6 === 0)];

/**
 * Returns whether an article is due in a mode and at a width: once in light, and once in one of the dark modes.
 * @param {number} index  of the article @param {number} mode @param {number} width
 */
const isDue = (index, mode, width) => (index + mode + width) % WIDTHS.length === 0 && (mode === 0 || index % 2 === mode - 1);

/** A publisher's page with a place for the article; pictures from other sites are not fetched. */
const BODY = '<header><p>The Harbour Sheet</p></header><main><h1>Today</h1><article-widget></article-widget></main>';
const HEAD = `<meta name="viewport" content="width=device-width">
  <meta http-equiv="Content-Security-Policy" content="img-src 'self'; media-src 'self'">
  <style>:root { color-scheme: light dark; background: light-dark(#fff, #16181c); color: light-dark(#000, #fff) } body { margin: 8px }</style>
  <script src="/axe.js"></script><script type="module" src="/dist/article-widget.js"></script>`;

/** @param {Page} page @param {Site} site */
async function openHost(page, site) {
  site.route('/axe.js', { file: axeScript });
  site.route('/page.html', html(BODY, { head: HEAD }));
  await page.open('/page.html');
  await page.until(() => customElements.get('article-widget') !== undefined);
  await page.run((leftOut, contrast) => {
    const { axe } = /** @type {any} */ (window);
    axe.configure({ checks: [{ id: 'color-contrast', options: contrast }] });
    const rules = axe.getRules().map((/** @type {{ ruleId: string }} */ { ruleId }) => [ruleId, { enabled: !leftOut.includes(ruleId) }]);
    Object.assign(window, { axeOptions: { rules: Object.fromEntries(rules), resultTypes: ['violations', 'incomplete'], elementRef: true } });
  }, Object.keys(LEFT_OUT), CONTRAST);
}

/**
 * Shows an article and returns axe's findings that are not explained.
 * @param {Page} page @param {Article} article
 */
function inspect(page, { json }) {
  return page.run(
    async (json, explained) => {
      const { axe, axeOptions } = /** @type {any} */ (window);
      const widget = /** @type {any} */ (document.querySelector('article-widget'));
      const shown = new Promise((resolve, reject) => {
        widget.addEventListener('load', resolve, { once: true });
        widget.addEventListener('error', (/** @type {CustomEvent} */ event) => reject(new Error(event.detail.message)), { once: true });
      });
      widget.setAttribute('base-url', `${location.origin}/demo/articles/`);
      widget.article = json;
      await shown;
      if (getComputedStyle(widget.shadowRoot.querySelector('[part~=article]')).containerType !== 'inline-size') throw new Error('the article has no style');
      // Blocks out of sight are not laid out, so axe could not check them.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { content-visibility: visible !important }');
      widget.shadowRoot.adoptedStyleSheets = [widget.shadowRoot.adoptedStyleSheets[0], sheet];

      /** @param {any} result @param {string} kind @returns {{ kind: string, rule: string, element: Element, why: string }[]} */
      const each = ({ id, nodes }, kind) =>
        nodes.map((/** @type {any} */ { element, any, all, none }) => {
          const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
          return { kind, rule: id, element, why };
        });
      const outcome = await axe.run(document, axeOptions);
      const findings = outcome.violations.flatMap((/** @type {any} */ result) => each(result, 'violation'));
      for (const asked of outcome.incomplete.flatMap((/** @type {any} */ result) => each(result, 'incomplete'))) {
        if (explained.some(({ rule, selector }) => rule === asked.rule && asked.element.matches(selector))) continue;
        if (asked.rule === 'color-contrast' && asked.element.closest('[part~=table-scroll], [part~=code-scroll], [part~=gallery-strip]')) {
          // Elements that are scrolled out of sight are checked when they are in sight.
          asked.element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
          const again = await axe.run(asked.element, { runOnly: [asked.rule], elementRef: true });
          if (again.violations.length + again.incomplete.length === 0) continue;
        }
        findings.push(asked);
      }
      scrollTo(0, 0);
      return findings.map((/** @type {ReturnType<typeof each>[number]} */ { element, ...finding }) => ({ ...finding, html: element.outerHTML.slice(0, 160) }));
    },
    json,
    EXPLAINED,
  );
}

everywhere(
  'axe has nothing to say',
  async (page, site) => {
    const articles = EVERYTHING || page.engine === 'chromium' ? all : some;
    // WebKit's driver supports only light mode.
    const modes = page.engine === 'webkit' ? ['light'] : Object.keys(MODES);
    const found = [];
    await openHost(page, site);
    for (const [turn, mode] of modes.entries()) {
      if (page.engine !== 'webkit') await page.prefer(MODES[mode]);
      for (const [place, width] of WIDTHS.entries()) {
        await page.resize(width, 800);
        for (const article of articles.filter((_, index) => EVERYTHING || isDue(index, turn, place))) {
          for (const finding of await inspect(page, article)) found.push({ ...finding, where: `${article.name}, ${mode}, ${width}` });
        }
      }
    }
    assert.deepEqual(found, []);
    // Chromium's own video controls, when a video becomes narrower in the same frame.
    await page.assertQuiet({ except: /^(resource: |csp: (img|media)-src |exception: ResizeObserver loop)/ });
  },
  { timeout: 900_000 },
);

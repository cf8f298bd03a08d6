// The themes in each engine: their sheet, their colours, and the typography of each script.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { html, requested } from './widget-page.mjs';

/**
 * @import { Page } from './support/page.mjs'
 * @import { Site } from './support/browsers.mjs'
 */

const THEMES = ['', 'news', 'magazine', 'minimal'];

/**
 * Opens a page with an article of the demo, and waits until all of it is loaded; it is shown only with its style.
 * @param {Page} page @param {Site} site @param {string} name @param {string} attributes
 * @param {{ body?: [string, string], head?: string }} [around]
 */
async function open(page, site, name, attributes, { body: [before, after] = ['', ''], head = '' } = {}) {
  const module = '<script type="module" src="/dist/article-widget.js"></script>';
  const base = `${site.url}/demo/articles/${name}.json`;
  site.route('/page.html', html(`${before}<article-widget src="${base}" base-url="${base}" ${attributes}></article-widget>${after}`, { head: `<style>body { margin: 0 }</style>${head}${module}` }));
  await page.open('/page.html');
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=article]')?.ariaBusy === null);
}

/** Computed values of parts of the article. @param {Page} page @param {Record<string, [selector: string, property: string]>} wanted @returns {Promise<Record<string, string>>} */
const computed = (page, wanted) =>
  page.run((wanted) => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    return Object.fromEntries(
      Object.entries(wanted).map(([key, [selector, property]]) => [key, getComputedStyle(/** @type {Element} */ (root.querySelector(selector))).getPropertyValue(property)]),
    );
  }, wanted);

/**
 * Every element with its own text whose contrast is below WCAG 2.2 (1.4.3), as text.
 * @param {Page} page
 */
const faint = (page) =>
  page.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    /** @param {string} color */
    const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
    /** @param {number[]} rgb */
    const luminance = (rgb) => {
      const [r, g, b] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    /** @param {Element} element */
    const ground = (element) => {
      for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
        const [r, g, b, alpha = 1] = channels(getComputedStyle(at).backgroundColor);
        if (alpha === 1) return [r, g, b];
      }
      return [255, 255, 255];
    };
    const found = new Set();
    let seen = 0;
    for (const element of root.querySelectorAll('[part~=article] *')) {
      if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())) continue;
      seen += 1;
      const { color, fontSize, fontWeight } = getComputedStyle(element);
      const size = parseFloat(fontSize);
      const enough = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
      const [less, more] = [luminance(channels(color).slice(0, 3)), luminance(ground(element))].sort((a, b) => a - b);
      const ratio = (more + 0.05) / (less + 0.05);
      if (ratio < enough) found.add(`${element.localName}[${element.getAttribute('part')}] ${color} on ${ground(element)}: ${ratio.toFixed(2)}`);
    }
    if (seen < 100) throw new Error(`only ${seen} elements with text`);
    return [...found];
  });

for (const theme of THEMES) {
  everywhere(`all text is well seen in the theme ${theme || 'default'}, light and dark`, async (page, site) => {
    for (const scheme of ['light', 'dark']) {
      await open(page, site, 'specimen', `theme="${theme} ${scheme}"`);
      assert.deepEqual(await faint(page), [], scheme);
    }
  });
}

everywhere('the second sheet is fetched where the theme or the related links need it, once, before the article is shown', async (page, site) => {
  const sheet = '/dist/article-widget-themes.css';
  await open(page, site, 'night/en', '');
  assert.ok(!requested(site).includes(sheet), 'not for the default theme');

  site.route(sheet, async () => ({ file: new URL('../../dist/article-widget-themes.css', import.meta.url).pathname, delay: 200 }));
  site.requests.length = 0;
  await open(page, site, 'night/en', 'theme="magazine light"', { body: ['', '<article-widget theme="news" src="/demo/articles/night/en.json"></article-widget>'] });
  const { align } = await computed(page, { align: ['[part~=header]', 'text-align'] });
  assert.equal(align, 'center', 'the article comes with its theme');
  assert.equal(requested(site).filter((path) => path === sheet).length, 1);
  await page.assertQuiet();
});

everywhere('a theme can be changed, and taken away', async (page, site) => {
  await open(page, site, 'night/en', 'theme="light"');
  const weight = async () => (await computed(page, { weight: ['[part~=headline]', 'font-weight'] })).weight;
  assert.equal(await weight(), '700');
  await page.run(() => document.querySelector('article-widget')?.setAttribute('theme', 'light news'));
  await page.until(() => {
    const headline = document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=headline]');
    return headline && getComputedStyle(headline).fontWeight === '800';
  });
  await page.run(() => document.querySelector('article-widget')?.removeAttribute('theme'));
  assert.equal(await weight(), '700');
});

everywhere('a theme that cannot be fetched leaves the article in the default one', async (page, site) => {
  site.route('/dist/article-widget-themes.css', { status: 500, body: '' });
  await open(page, site, 'night/en', 'theme="news light"');
  assert.deepEqual(await computed(page, { weight: ['[part~=headline]', 'font-weight'], container: ['[part~=article]', 'container-type'] }), { weight: '700', container: 'inline-size' });
});

everywhere('the theme inherit takes face, size and colour of the page', async (page, site) => {
  const head = '<style>main { font: 15px/1.2 monospace; color: rgb(10, 60, 90); }</style>';
  await open(page, site, 'night/en', 'theme="inherit"', { body: ['<main>', '</main>'], head });
  const wanted = /** @type {Record<string, [string, string]>} */ ({
    text: ['[part~=body] > p', 'font-family'], headline: ['[part~=headline]', 'font-family'], metadata: ['[part~=metadata]', 'font-family'],
    size: ['[part~=body] > p:not([part])', 'font-size'], color: ['[part~=headline]', 'color'], background: ['[part~=article]', 'background-color'],
  });
  assert.deepEqual(await computed(page, wanted), {
    text: 'monospace', headline: 'monospace', metadata: 'monospace', size: '15px', color: 'rgb(10, 60, 90)', background: 'rgba(0, 0, 0, 0)',
  });
});

everywhere('the host’s custom properties win over a theme', async (page, site) => {
  const head = '<style>article-widget { --article-accent: rgb(1, 2, 3); --article-headline-font: cursive; --article-background: rgb(250, 250, 240); }</style>';
  for (const theme of THEMES) {
    await open(page, site, 'night/en', `theme="${theme} light"`, { head });
    const wanted = /** @type {Record<string, [string, string]>} */ ({ accent: ['[part~=related-more]', 'color'], face: ['[part~=headline]', 'font-family'], background: ['[part~=article]', 'background-color'] });
    assert.deepEqual(await computed(page, wanted), { accent: 'rgb(1, 2, 3)', face: 'cursive', background: 'rgb(250, 250, 240)' }, theme);
  }
});

everywhere('each script has lines, measure and emphasis of its own', async (page, site) => {
  /**
   * Line height in em, slant and weight of emphasis, whether the kicker has letter spacing.
   * @type {Record<string, string[]>}
   */
  const expected = {
    en: ['1.6', 'italic', '400', 'apart'], ru: ['1.6', 'italic', '400', 'apart'],
    zh: ['1.8', 'normal', '400', 'together'], ja: ['1.8', 'normal', '400', 'together'], ko: ['1.8', 'normal', '600', 'together'],
    ar: ['1.85', 'normal', '600', 'together'], fa: ['1.85', 'normal', '600', 'together'], ur: ['2.3', 'normal', '600', 'together'], he: ['1.65', 'normal', '600', 'together'],
    hi: ['1.75', 'normal', '600', 'together'], th: ['1.75', 'normal', '600', 'together'], am: ['1.75', 'normal', '600', 'together'], my: ['2', 'normal', '600', 'together'],
  };
  for (const [lang, values] of Object.entries(expected)) {
    await open(page, site, `night/${lang}`, '');
    const seen = await computed(page, {
      height: ['[part~=body] > p:not([part])', 'line-height'], size: ['[part~=body] > p:not([part])', 'font-size'],
      slant: ['[part~=body] em', 'font-style'], weight: ['[part~=body] em', 'font-weight'], spacing: ['[part~=kicker]', 'letter-spacing'],
    });
    const height = Math.round((parseFloat(seen.height) / parseFloat(seen.size)) * 100) / 100;
    const apart = parseFloat(seen.spacing) > 0 ? 'apart' : 'together';
    assert.deepEqual([String(height), seen.slant, seen.weight, apart], values, lang);
  }
});

everywhere('emphasis in Chinese and Japanese is marked beside the characters', async (page, site) => {
  for (const [lang, style] of [['zh', 'dot'], ['ja', 'sesame']]) {
    await open(page, site, `night/${lang}`, '');
    const { emphasis } = await computed(page, { emphasis: ['[part~=body] em', 'text-emphasis-style'] });
    assert.match(emphasis, new RegExp(style), lang);
  }
});

everywhere('an empty element keeps room while it loads, one with content shows that', async (page, site) => {
  site.route('/never.json', { hang: true });
  const head = '<style>body { margin: 0 }</style><script type="module" src="/dist/article-widget.js"></script>';
  site.route('/page.html', html('<article-widget src="/never.json"></article-widget><article-widget src="/never.json"><p>Meanwhile</p></article-widget>', { head }));
  await page.open('/page.html');
  const heights = await page.until(() => {
    const [empty, filled] = document.querySelectorAll('article-widget');
    const { height } = empty.getBoundingClientRect();
    return height > 300 && { empty: height / innerHeight, filled: filled.getBoundingClientRect().height };
  });
  assert.ok(heights && heights.empty >= 0.85, 'of the height of the screen');
  assert.ok(heights && heights.filled < 200, 'px with content');
  // Screen readers get only the message.
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[role=status]')?.textContent === 'Loading the article…');
});

everywhere(
  'on paper details are open and addresses stand beside links, unless the host wants none',
  async (page, site) => {
    const driver = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (page.driver);
    await open(page, site, 'specimen', 'theme="magazine dark"');
    await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: 'print' });
    try {
      const paper = await page.run(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
        const link = /** @type {Element} */ (root.querySelector('[part~=drop-cap] > a'));
        const closed = /** @type {Element} */ (root.querySelector('details:not([open]) > p'));
        const address = () => getComputedStyle(link, '::after').content;
        const usual = address();
        document.querySelector('article-widget')?.setAttribute('style', '--article-print-links: none');
        return { usual, none: address(), details: closed.checkVisibility({ contentVisibilityAuto: true }) && closed.getBoundingClientRect().height > 0 };
      });
      assert.deepEqual(paper, { usual: '" (https://meridian.example/links)"', none: 'none', details: true });
    } finally {
      await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: '' });
    }
  },
  { only: ['chromium'] },
);

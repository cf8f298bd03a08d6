// The effects of the style sheet on an article: widths, directions, colours, and the isolation of host and widget.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { everywhere } from './support/browsers.mjs';
import { contrast, luminance, rgb } from './support/contrast.mjs';
import { html, json } from './widget-page.mjs';

/**
 * @import { Page } from './support/page.mjs'
 * @import { Site } from './support/browsers.mjs'
 */

const demo = new URL('../../www/demo/', import.meta.url);
const names = ['zh', 'en', 'guide', 'ar', 'ja'];
const samples = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(new URL(`articles/${name}.json`, demo), 'utf8')])));

/**
 * Opens a page with a sample in it, and waits for it and for its style sheet.
 * @param {Page} page @param {Site} site @param {string} name
 * @param {{ attributes?: string, around?: [string, string], head?: string }} [options]
 */
async function openSample(page, site, name, { attributes = '', around = ['', ''], head = '' } = {}) {
  site.route('/sample.json', json(samples[name]));
  const [before, after] = around;
  const module = '<script type="module" src="/dist/article-widget.js"></script>';
  const body = `${before}<article-widget src="/sample.json" base-url="${site.url}/demo/articles/" ${attributes}></article-widget>${after}`;
  site.route('/page.html', html(body, { head: `<style>body { margin: 0 }</style>${head}${module}` }));
  await page.open('/page.html');
  await page.until(() => {
    const article = document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=article]');
    return article && !article.ariaBusy && getComputedStyle(article).containerType === 'inline-size';
  });
  // Blocks out of sight are not laid out, so they have no geometry to check.
  await page.run(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.querySelector('article-widget')?.shadowRoot?.adoptedStyleSheets.push(sheet);
  });
}

for (const name of names) {
  everywhere(`no part of the sample "${name}" is wider than a phone, but for what scrolls in itself`, async (page, site) => {
    await page.resize(320, 640);
    await openSample(page, site, name);
    const { wide, scrollWidth, clientWidth } = await page.run(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
      const scrollers = '[part~=table-scroll], [part~=code-scroll], [part~=gallery-strip]';
      const outside = [...root.querySelectorAll('*')].filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return (left < -0.5 || right > innerWidth + 0.5) && !element.parentElement?.closest(scrollers);
      });
      return { wide: outside.map((element) => element.outerHTML.slice(0, 80)), scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth };
    });
    assert.deepEqual(wide, []);
    assert.equal(scrollWidth, clientWidth);
  });
}

everywhere('lines are as long as their script is well read', async (page, site) => {
  // Characters in a line: at most 80 by WCAG 1.4.8, and 40 for Chinese and Japanese.
  for (const [name, most, least] of /** @type {[string, number, number][]} */ ([['en', 80, 60], ['zh', 40, 32], ['ja', 40, 32], ['ar', 84, 60]])) {
    await openSample(page, site, name);
    const longest = await page.run(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
      const lines = [...root.querySelectorAll('[part~=body] > p')].flatMap((paragraph) => {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const tops = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 12)));
        const full = (paragraph.textContent ?? '').length / tops.size;
        return tops.size > 2 ? [full] : [];
      });
      return Math.max(...lines);
    });
    assert.ok(longest <= most && longest >= least, `${name}: ${longest} characters in a line`);
  }
});

everywhere('right-to-left articles are mirrored', async (page, site) => {
  /** Positions, measured from the side where lines begin. */
  const places = () =>
    page.run(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
      const article = /** @type {Element} */ (root.querySelector('[part~=article]'));
      const rtl = getComputedStyle(article).direction === 'rtl';
      const { left, right } = article.getBoundingClientRect();
      /** @param {string} selector */
      const start = (selector) => {
        const rect = /** @type {Element} */ (root.querySelector(selector)).getBoundingClientRect();
        return Math.round(rtl ? right - rect.right : rect.left - left);
      };
      return {
        crumbs: start('[part~=breadcrumb] li:first-child > a') < start('[part~=breadcrumb] li:nth-child(2) > a'),
        headline: start('[part~=headline]'),
        picture: start('[part~=related-image]') > start('[part~=related-headline]') + 100,
        more: start('[part~=related-more]') > start('[part~=related-title]') + 100,
        align: getComputedStyle(/** @type {Element} */ (root.querySelector('[part~=body] p'))).textAlign,
      };
    });
  await openSample(page, site, 'en', { around: ['<div style="font-size: 17px; inline-size: 40em">', '</div>'] });
  const english = await places();
  await openSample(page, site, 'ar', { around: ['<div style="font-size: 17px; inline-size: 40em">', '</div>'] });
  const arabic = await places();
  assert.deepEqual({ ...arabic, headline: 0 }, { ...english, headline: 0 });
  assert.ok(arabic.crumbs && arabic.picture && arabic.more, JSON.stringify(arabic));
  assert.equal(arabic.align, 'start');
});

everywhere('text is well seen in both themes, and dark is dark', async (page, site) => {
  for (const theme of ['light', 'dark']) {
    await openSample(page, site, 'en', { attributes: `theme="${theme}"` });
    const colors = await page.run(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
      /** @param {string} selector @param {'color' | 'backgroundColor'} property */
      const of = (selector, property) => getComputedStyle(/** @type {Element} */ (root.querySelector(selector)))[property];
      return {
        background: of('[part~=article]', 'backgroundColor'),
        tint: of('[part~=keypoints]', 'backgroundColor'),
        texts: ['[part~=body] p', '[part~=headline]', '[part~=kicker]', '[part~=metadata]', '[part~=caption]', '[part~=related-more]'].map((selector) => [
          selector,
          of(selector, 'color'),
        ]),
      };
    });
    const background = luminance(rgb(colors.background));
    assert.ok(theme === 'dark' ? background < 0.02 : background > 0.9, `${theme}: ${colors.background}`);
    for (const [selector, color] of colors.texts) {
      for (const behind of [colors.background, colors.tint]) {
        const ratio = contrast(rgb(color), rgb(behind));
        assert.ok(ratio >= 4.5, `${theme}: ${selector} is ${color} on ${behind}, ${ratio.toFixed(2)}:1`);
      }
    }
  }
});

everywhere('without a theme the colours follow the host’s colour scheme', async (page, site) => {
  const color = () => page.run(() => getComputedStyle(/** @type {Element} */ (document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=article]'))).color);
  await openSample(page, site, 'en');
  assert.ok(luminance(rgb(await color())) < 0.05, 'dark text on a page that knows no dark');
  await openSample(page, site, 'en', { around: ['<div style="color-scheme: dark; background: #000">', '</div>'] });
  assert.ok(luminance(rgb(await color())) > 0.6, 'light text on a dark page');
});

/** Every computed value of every element of the article. @param {Page} page */
const look = (page) =>
  page.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    return [...root.querySelectorAll('[part~=article], [part~=article] *')].map((element) => {
      const style = getComputedStyle(element);
      return [`${element.localName}[${element.getAttribute('part')}]`, ...[...style].filter((name) => !name.startsWith('--')).map((name) => `${name}: ${style.getPropertyValue(name)}`)];
    });
  });

everywhere('no style of the host reaches the article', async (page, site) => {
  for (const name of ['zh', 'ar']) {
    await openSample(page, site, name, { around: ['<div style="inline-size: 600px">', '</div>'] });
    const plain = await look(page);
    const hostile = await readFile(new URL('hostile.css', demo), 'utf8');
    await openSample(page, site, name, { around: ['<main><div style="inline-size: 600px">', '</div></main>'], head: `<style>${hostile} html { font-size: 62.5% }</style>` });
    const attacked = await look(page);
    assert.equal(attacked.length, plain.length);
    for (const [index, values] of attacked.entries()) assert.deepEqual(values, plain[index]);
  }
});

everywhere('what a host hides stays hidden', async (page, site) => {
  await openSample(page, site, 'zh', { around: ['<div style="visibility: hidden">', '</div>'] });
  const visibility = await page.run(() => getComputedStyle(/** @type {Element} */ (document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=headline]'))).visibility);
  assert.equal(visibility, 'hidden');
});

everywhere('no style of the widget reaches the host', async (page, site) => {
  const around = '<p>A <a href="#x">link</a>, <em lang="zh">着重</em></p><ul><li>One</li></ul><h2 part="headline">Two</h2><figure><table><tr><td>3</td></tr></table></figure>';
  const host = () =>
    page.run(() =>
      [document.documentElement, ...document.body.querySelectorAll(':not(article-widget, script)')].map((element) => {
        const style = getComputedStyle(element);
        // Sizes that depend on the height of the page, which grows with the article.
        const names = [...style].filter((name) => !name.startsWith('--') && !/(^|-)(height|block-size|origin)$/.test(name));
        return [element.localName, ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`)];
      }),
    );
  site.route('/plain.html', html(around, { head: '<style>body { margin: 0 } html { scrollbar-gutter: stable; overflow-y: scroll }</style>' }));
  await page.open('/plain.html');
  const before = await host();
  await openSample(page, site, 'en', { around: [around, ''], head: '<style>html { scrollbar-gutter: stable; overflow-y: scroll }</style>' });
  assert.deepEqual(await host(), before);
  assert.equal(await page.run(() => document.adoptedStyleSheets.length), 0);
});

everywhere('a widget has a width in rows, floats and columns', async (page, site) => {
  const places = {
    row: ['<div style="display: flex; inline-size: 600px"><div style="inline-size: 100px; flex: none"></div>', '</div>', 500],
    grid: ['<div style="display: grid; inline-size: 600px">', '</div>', 600],
    float: ['<div style="inline-size: 600px"><div style="float: left">', '</div></div>', 600],
    narrow: ['<div style="display: flex; inline-size: 280px">', '</div>', 280],
    inline: ['<style>article-widget { all: unset }</style><div style="inline-size: 500px">', '</div>', 500],
  };
  for (const [name, [before, after, width]] of Object.entries(places)) {
    await openSample(page, site, 'zh', { around: [String(before), String(after)] });
    const found = await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=article]')?.getBoundingClientRect().width);
    assert.equal(found, width, name);
  }
});

everywhere('pictures have their place before they are there', async (page, site) => {
  const never = { hang: true };
  for (const name of ['marsh', 'mast', 'dawn', 'reeds', 'valley', 'night']) site.route(`/demo/pictures/${name}.svg`, never);
  await openSample(page, site, 'en', { around: ['<div style="inline-size: 600px">', '</div>'] });
  const shapes = await page.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    return [...root.querySelectorAll('[part~=lead] img, [part~=body] > [part~=figure] img, [part~=gallery] img')].map((image) => {
      const { width, height } = image.getBoundingClientRect();
      const declared = Number(image.getAttribute('width')) / Number(image.getAttribute('height'));
      return [width / height / declared, height];
    });
  });
  assert.equal(shapes.length, 6);
  for (const [ratio, height] of shapes) assert.ok(Math.abs(ratio - 1) < 0.02 && height > 100, `${ratio} of the declared shape, ${height} high`);
});

everywhere('links in running text are underlined, not only coloured', async (page, site) => {
  await openSample(page, site, 'en');
  const lines = await page.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    return [...root.querySelectorAll('[part~=body] p > a')].map((link) => getComputedStyle(link).textDecorationLine);
  });
  assert.deepEqual(lines, ['underline']);
});

everywhere('targets are large enough to hit', async (page, site) => {
  await page.resize(320, 640);
  await openSample(page, site, 'zh');
  const small = await page.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    return [...root.querySelectorAll('[part~=breadcrumb] a, [part~=metadata] a, [part~=related] a')]
      .map((link) => [link.textContent, link.getBoundingClientRect().width, link.getBoundingClientRect().height])
      .filter(([, width, height]) => Number(width) < 24 || Number(height) < 24);
  });
  assert.deepEqual(small, []);
});

everywhere(
  'on paper the article is black on white, without links to others',
  async (page, site) => {
    await openSample(page, site, 'en', { attributes: 'theme="dark"' });
    const driver = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (page.driver);
    await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: 'print' });
    try {
      const paper = await page.run(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
        /** @param {string} selector */
        const style = (selector) => getComputedStyle(/** @type {Element} */ (root.querySelector(selector)));
        const { color, backgroundColor } = style('[part~=article]');
        return { color, backgroundColor, related: style('[part~=related]').display, table: style('[part~=table-scroll]').overflowX };
      });
      assert.ok(luminance(rgb(paper.color)) < 0.05, paper.color);
      assert.deepEqual([paper.backgroundColor, paper.related, paper.table], ['rgba(0, 0, 0, 0)', 'none', 'visible']);
    } finally {
      await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: '' });
    }
  },
  { only: ['chromium'] },
);

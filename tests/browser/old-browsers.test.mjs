// Browsers without the newest features: the article is shown, readable and styled, whichever of them is missing.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { contrast, rgb } from './support/contrast.mjs';
import { MODULE, events, openPage } from './widget-page.mjs';

/**
 * @typedef {object} Missing
 * @property {string} [script]  removes a feature from the page
 * @property {string} [css]  a pattern of CSS that old browsers do not know: its rules and declarations are dropped
 */

/** @type {Record<string, Missing>} */
const MISSING = {
  'constructed style sheets': { script: 'delete ShadowRoot.prototype.adoptedStyleSheets; delete Document.prototype.adoptedStyleSheets;' },
  ElementInternals: { script: 'delete HTMLElement.prototype.attachInternals; delete window.ElementInternals;' },
  scheduler: { script: 'delete window.scheduler;' },
  'light-dark()': { css: 'light-dark(' },
  'container queries': { css: '@container' },
  ':has()': { css: ':has(' },
  'color-mix()': { css: 'color-mix(' },
  'content-visibility': { css: 'content-visibility:' },
};

/** Removes all these features, before any other script. @param {Missing[]} missing */
const without = (missing) => `<script>
  ${missing.map(({ script = '' }) => script).join('\n')}
  const { replaceSync } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.replaceSync = function (css) {
    for (const name of ${JSON.stringify(missing.flatMap(({ css = [] }) => css))}) css = css.replaceAll(name, name.replace(/[a-z]/, 'x-$&'));
    replaceSync.call(this, css);
  };
</script>`;

const cases = { ...Object.fromEntries(Object.entries(MISSING).map(([name, one]) => [name, [one]])), 'any of them': Object.values(MISSING).filter(({ script }) => !script?.includes('adopted')) };

for (const [name, missing] of Object.entries(cases)) {
  everywhere(`without ${name}`, async (page, site) => {
    for (const theme of ['', 'news', 'minimal']) {
      await openPage(page, site, `<div id="host"><article-widget src="article.json" theme="${theme}"></article-widget></div>`, { head: without(missing) + MODULE });
      assert.equal((await events(page, 1))[0]?.type, 'load');
      const seen = await page.until(() => {
        const paragraph = document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=body] p');
        const { fontSize, lineHeight, color } = getComputedStyle(/** @type {Element} */ (paragraph));
        // The style sheet has loaded, because the page's own text has another size.
        return fontSize !== '16px' && { fontSize, lineHeight, color };
      });
      assert.ok(seen, theme);
      assert.ok(contrast(rgb(seen.color), [255, 255, 255]) > 7, `${seen.color} on white, ${theme}`);
      assert.ok(parseFloat(seen.lineHeight) > parseFloat(seen.fontSize) * 1.4, `${theme}: lines of ${seen.lineHeight}`);
    }
    await page.assertQuiet();
  });
}

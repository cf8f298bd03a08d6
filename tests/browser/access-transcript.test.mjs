// A screen reader's output for an article from the first word to the last, in transcripts/. Made by Guidepup's virtual
// screen reader, which follows the standards' mappings, in Chromium on the nodes of the shadow root. It does not enter
// shadow roots, so it is started within one. `UPDATE_GOLDEN=1` rewrites the transcripts; review the difference.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { night, samples } from './articles.mjs';
import { everywhere } from './support/browsers.mjs';
import { html } from './widget-page.mjs';

const reader = fileURLToPath(new URL('../../node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js', import.meta.url));
const transcripts = new URL('transcripts/', import.meta.url);

const articles = [
  ...night.filter(({ name }) => ['night/en.json', 'night/zh.json', 'night/ar.json', 'night/ja.json'].includes(name)),
  ...samples.filter(({ name }) => name === 'samples/specimen.json'),
];

for (const { name, json } of articles) {
  everywhere(
    `read out: ${name}`,
    async (page, site) => {
      site.route('/reader.js', { file: reader });
      site.route('/page.html', html('<article-widget></article-widget>'));
      await page.open('/page.html');
      await page.until(() => customElements.get('article-widget') !== undefined);
      const said = await page.run(async (json) => {
        const widget = /** @type {any} */ (document.querySelector('article-widget'));
        const shown = new Promise((resolve) => widget.addEventListener('load', resolve, { once: true }));
        widget.setAttribute('base-url', `${location.origin}/demo/articles/night/`);
        widget.article = json;
        await shown;
        const article = /** @type {Element} */ (widget.shadowRoot.querySelector('[part~=article]'));
        // The platform words dates.
        for (const time of article.querySelectorAll('time')) time.textContent = time.dateTime;
        const { virtual } = await import(String('/reader.js'));
        await virtual.start({ container: article });
        const first = await virtual.lastSpokenPhrase();
        const last = `end of ${first}`;
        for (let step = 0; step < 2000 && (await virtual.lastSpokenPhrase()) !== last; step++) await virtual.next();
        const phrases = await virtual.spokenPhraseLog();
        await virtual.stop();
        return phrases;
      }, json);
      assert.match(said.at(-1) ?? '', /^end of article/);
      const file = new URL(`${name.replace(/^.*\/(.*)json$/, '$1')}txt`, transcripts);
      const text = `${said.join('\n').replaceAll(site.url, '')}\n`;
      if (process.env.UPDATE_GOLDEN) {
        await mkdir(transcripts, { recursive: true });
        await writeFile(file, text);
      }
      assert.equal(text, await readFile(file, 'utf8'));
    },
    { only: ['chromium'] },
  );
}

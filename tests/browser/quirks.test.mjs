// In quirks mode tables inherit other styles than all other elements: the widget's tables look as in other pages.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { events, html, json } from './widget-page.mjs';

const ARTICLE = JSON.stringify({
  lang: 'en', headline: 'Tides',
  body: [
    { type: 'table', caption: 'Tides', head: ['Place', 'Time'], rows: [['Harbour', { text: '07:30', align: 'end' }]] },
    { type: 'aside', body: ['A box', { type: 'table', rows: [['In', 'a box']] }] },
    { type: 'list', items: ['One', { text: 'Two', items: ['Three'] }] }, { type: 'code', text: 'a = 1' }, { type: 'quote', text: 'Rain' }, { type: 'divider' },
  ],
});

everywhere('in quirks mode an article looks as in a page with a doctype', async (page, site) => {
  site.route('/article.json', json(ARTICLE));
  const style = 'body { color: #fff; background: #fff; font: italic bold small-caps 40px/3 monospace; text-align: right; white-space: pre; letter-spacing: 3px } table, td { color: lime }';
  /** @type {unknown[]} */
  const looks = [];
  for (const quirks of [false, true]) {
    const page_ = html('<div style="inline-size: 600px"><article-widget src="article.json" theme="light"></article-widget></div>', { head: `<style>${style}</style><script type="module" src="/dist/article-widget.js"></script>` });
    site.route('/page.html', { ...page_, body: quirks ? page_.body.replace('<!doctype html>', '') : page_.body });
    await page.open('/page.html');
    await events(page, 1);
    assert.equal(await page.run(() => document.compatMode), quirks ? 'BackCompat' : 'CSS1Compat');
    looks.push(
      await page.run(() =>
        [...(document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('article, article *') ?? [])].map((element) => {
          const style = getComputedStyle(element);
          return [element.localName, ...[...style].filter((name) => !name.startsWith('--')).map((name) => `${name}: ${style.getPropertyValue(name)}`)];
        }),
      ),
    );
  }
  const [standard, quirky] = /** @type {string[][][]} */ (looks);
  assert.equal(quirky.length, standard.length);
  const different = quirky.flatMap((values, index) => values.filter((value, at) => value !== standard[index][at]).map((value) => `${values[0]}: ${value}`));
  assert.deepEqual(different, []);
});

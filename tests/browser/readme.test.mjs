// The examples of README.md and of the reference work.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { everywhere } from './support/browsers.mjs';
import { ARTICLE, events, html, json, openPage } from './widget-page.mjs';

const root = new URL('../../', import.meta.url);
const references = (await readdir(new URL('docs/reference/', root))).filter((name) => name.endsWith('.md')).sort();
const documents = ['README.md', ...references.map((name) => `docs/reference/${name}`)];
const text = (await Promise.all(documents.map((name) => readFile(new URL(name, root), 'utf8')))).join('\n');

/** The blocks of code in a language. @param {string} language */
const examples = (language) => [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code]) => code);

const post = JSON.stringify({ id: 1, title: { rendered: 'Rain' }, content: { rendered: '<p>It rained.</p>' } });

/** An example, with the addresses of this server. @param {string} code */
const local = (code) =>
  code
    .replaceAll('https://cdn.example/', '/dist/')
    .replaceAll('https://news.example/articles/1.json', '/article.json')
    .replaceAll(/https:\/\/news\.example\/wp-json[^"]*/g, '/post.json')
    .replaceAll("'article-widget'", "'/dist/index.js'");

for (const [index, example] of examples('html').entries()) {
  everywhere(`example ${index + 1} of HTML shows its article`, async (page, site) => {
    site.route('/post.json', json(post));
    await openPage(page, site, local(example), { head: '' });
    assert.equal((await events(page, 1))[0].type, 'load', example);
    await page.assertQuiet();
  });
}

everywhere('the example of mount shows its article', async (page, site) => {
  const [example] = examples('js').filter((code) => code.includes('mount('));
  site.route('/article.json', json(ARTICLE));
  site.route('/page.html', html(`<div id="article"></div><script type="module">${local(example)}; document.title = 'done'</script>`, { head: '' }));
  await page.open('/page.html');
  await page.until(() => document.title === 'done');
  const text = await page.run(() => document.querySelector('#article')?.shadowRoot?.querySelector('[part=body]')?.textContent);
  assert.equal(text, 'It rained.Then it stopped.');
  await page.assertQuiet();
});

everywhere('the examples of JSON and CSS are well-formed', async (page, site) => {
  for (const example of examples('json')) JSON.parse(example);
  await openPage(page, site, '');
  const rules = await page.run((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet.cssRules.length;
  }, examples('css').join('\n'));
  assert.equal(rules, 2);
});

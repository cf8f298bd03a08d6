// For any article, the element around it stays intact: one element, closed. Its start tag, its scripts and its head
// hold the article's texts only as values. The browser tests parse it; here it is cut apart.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const { renderElement, renderToString } = /** @type {typeof import('../../www/entry/server.js')} */ (
  await import(new URL('../../dist/server.js', import.meta.url).href)
);

const ATTACKS = [
  '</script><script>alert(1)</script>', '<!--<script>', '--><img src=x onerror=alert(1)>', '</template></article-widget><svg onload=alert(1)>',
  '"><script>alert(1)</script>', "' onload='alert(1)", '</title><style>*{}</style>', '\u2028alert(1)\u2029', ']]>', '&lt;/script&gt;', '{{constructor}}',
  '</STYLE ><script\n>', '<template shadowrootmode=open>', '\\u003c/script>', '\ud83c\udff4 \u202e</script>',
];

/** An article with a text in every field. @param {string} text */
const article = (text) => ({
  lang: 'en', url: 'https://a.example/1', headline: text, kicker: text, description: text, datePublished: '2026-01-02', author: [{ name: text, url: 'https://a.example/' }, text],
  breadcrumb: [{ name: text, url: 'https://a.example/' }, text], source: { name: text }, keywords: [text], image: { src: 'https://a.example/a.jpg', alt: text, caption: text },
  body: [text, { type: 'heading', text }, { type: 'code', text }, { html: `<p>${text}</p>` }, { type: text, text }],
  related: { title: text, items: [{ headline: text, url: 'https://a.example/2' }] },
});

const ELEMENT = /^<article-widget (?:[a-z-]+(?:="[^"<>]*")? ?)*><template shadowrootmode="open">(?:<style nonce="n">[^<]*<\/style>)<div>(<article .*<\/article>)<\/div><\/template><a href="[^"<>]*">[^<]*<\/a><script type="application\/json">([^<>&\u2028\u2029]*)<\/script><\/article-widget>$/s;
const HEAD = /^(?:<link(?: [a-z]+="[^"<>]*")*>)*<script type="application\/ld\+json" nonce="n">([^<>&\u2028\u2029]*)<\/script>$/;

for (const attack of ATTACKS) {
  test(`closed, with ${JSON.stringify(attack)} everywhere`, () => {
    const given = article(attack);
    const options = { base: '/w/', styles: /** @type {const} */ ('inline'), nonce: 'n', inlineArticle: true, canonical: true };
    const { html, head, report } = renderElement(given, options);
    const [, inner, inline] = ELEMENT.exec(html) ?? assert.fail(html.slice(0, 300));
    assert.equal(inner, renderToString(given).html, 'the article is that of renderToString');
    assert.deepEqual(JSON.parse(inline), JSON.parse(JSON.stringify(given)), 'and the JSON is that of the host');
    const [, facts] = HEAD.exec(head) ?? assert.fail(head);
    const [news, crumbs] = JSON.parse(facts)['@graph'];
    assert.deepEqual([news['@type'], crumbs['@type'], news.headline], ['NewsArticle', 'BreadcrumbList', report.headline]);
    for (const [, tag] of inner.matchAll(/<\/?([a-z0-9-]+)/gi)) assert.doesNotMatch(tag, /^(script|style|template|svg|iframe|title|article-widget)$/i);
  });
}

test('options of the host are values too', () => {
  const bad = '"><script>alert(1)</script>';
  const { html, head } = renderElement({ headline: 'H' }, { base: bad, src: bad, theme: bad, nonce: bad, labels: { published: bad } });
  assert.doesNotMatch(html + head.replace(/<script type="application.*$/s, ''), /<script/);
});

test('where there is no article there is nothing, and the next one is whole', () => {
  for (const source of ['{', {}, [], { headline: '' }]) assert.throws(() => renderElement(source, { base: '/w/' }), { name: 'ArticleError' });
  assert.match(renderElement({ headline: 'Ebb' }).html, /<\/article-widget>$/);
});

test('a trap is survived by the next request', () => {
  const { decode } = TextDecoder.prototype;
  TextDecoder.prototype.decode = () => { throw new RangeError('broken'); };
  try {
    assert.throws(() => renderElement({ headline: 'Ebb' }), { code: 'crash' });
  } finally {
    TextDecoder.prototype.decode = decode;
  }
  assert.match(renderElement({ headline: 'Flood' }).html, />Flood</);
});

test('of many articles nothing stays, and none has a word of another', () => {
  const count = Number(process.env.ARTICLES ?? 3000);
  const before = renderElement(article('alpha')).html;
  let start = 0;
  for (let number = 0; number < count; number++) {
    const word = `w${number}x`;
    const { html } = renderElement({ headline: word, body: [word, `<b>${word}</b>`] });
    if (number % 97 === 0) assert.deepEqual([...new Set(html.replace(/<style>.*?<\/style>/s, '').match(/w\d+x/g))], [word]);
    if (number === Math.floor(count / 3)) start = process.memoryUsage().arrayBuffers;
  }
  assert.equal(renderElement(article('alpha')).html, before);
  assert.ok(process.memoryUsage().arrayBuffers <= start + (1 << 20), 'memory of the core grew');
});

test('a hundred requests at once have an article each', async () => {
  const all = await Promise.all(Array.from({ length: 100 }, async (_, number) => {
    await null;
    return renderElement({ headline: `only ${number}.` }).html;
  }));
  for (const [number, html] of all.entries()) assert.deepEqual([...new Set(html.match(/only \d+\./g))], [`only ${number}.`]);
});

test('the sheets in the element are those of the package', async () => {
  const { html } = renderElement({ headline: 'Ebb' }, { theme: 'news' });
  const sheets = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text]) => text);
  const own = await Promise.all(['article-widget.css', 'article-widget-themes.css'].map((name) => readFile(new URL(`../../dist/${name}`, import.meta.url), 'utf8')));
  const { transform } = await import('esbuild');
  const names = [...new Set(sheets.join('').match(/--_[a-z]+/g))].sort();
  for (const [index, sheet] of sheets.entries()) {
    const { code } = await transform(sheet, { loader: 'css', minify: true });
    const short = code.trimEnd().replace(/--_[a-z]+/g, (name) => `--aw${names.indexOf(name).toString(36)}`).replace(/("[^"]*")|(--aw\w+:) |, /g, (_, string, name) => string ?? name ?? ',');
    assert.equal(short, own[index]);
  }
});

test('what is kept of languages is bounded', () => {
  const { NumberFormat } = Intl;
  let made = 0;
  Intl.NumberFormat = /** @type {any} */ (function (/** @type {any[]} */ ...args) { made++; return new NumberFormat(...args); });
  const long = 'Wort '.repeat(1000);
  try {
    for (let round = 0; round < 3; round++) renderToString({ lang: 'de-x-first', headline: 'H', body: [long] });
    assert.equal(made, 1, 'of one language once');
    for (let number = 0; number < 1200; number++) renderToString({ lang: `de-x-a${number}`, headline: 'H', body: [long] });
    made = 0;
    renderToString({ lang: 'de-x-first', headline: 'H', body: [long] });
    assert.equal(made, 1, 'and is forgotten after many others');
  } finally {
    Intl.NumberFormat = NumberFormat;
  }
});

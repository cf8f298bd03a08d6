// The cost of hostile input is proportional to its length. Cost is counted in steps of the core that browsers run:
// calls and rounds of loops, which Binaryen makes it log. So the same input has the same cost on any machine.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

let steps = 0;
const renderToString = await counted();

/** The server's renderer, with a core that counts its steps. */
async function counted() {
  const root = new URL('../../', import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), 'article-widget-'));
  const file = join(folder, 'counted.wasm');
  try {
    execFileSync(new URL('node_modules/.bin/wasm-opt', root).pathname, [
      '--enable-bulk-memory', '--enable-multivalue', '--enable-mutable-globals', '--enable-nontrapping-float-to-int',
      '--enable-reference-types', '--enable-sign-ext', '--enable-simd', '--log-execution=steps',
      new URL('dist/article-widget-server.wasm', root).pathname, '-o', file,
    ]);
    const { Instance } = WebAssembly;
    WebAssembly.Instance = /** @type {typeof Instance} */ (/** @type {unknown} */ (
      /** @param {WebAssembly.Module} module @param {WebAssembly.Imports} imports */
      function (module, imports) {
        return new Instance(module, { ...imports, steps: { log_execution: () => { steps++; } } });
      }
    ));
    const server = /** @type {typeof import('../../www/entry/server.js')} */ (await import(new URL('dist/server.js?growth', root).href));
    server.initialize(new WebAssembly.Module(readFileSync(file)));
    // Must stay enabled: an instance whose memory grew is replaced by a new one.
    return server.renderToString;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The cost of an input, and its output.
 * @param {object} source @param {import('../../www/entry/index.d.ts').Options} options
 */
function cost(source, options) {
  const bytes = source instanceof Uint8Array ? source : new TextEncoder().encode(JSON.stringify(source));
  steps = 0;
  let html = '';
  try {
    ({ html } = renderToString(bytes, { maxBytes: bytes.length, ...options }));
  } catch (error) {
    // Refusing an input has a cost, too.
    if (!(error instanceof Error) || error.name !== 'ArticleError' || /** @type {{ code?: string }} */ (error).code === 'crash') throw error;
  }
  return { steps, bytes: bytes.length, html: html.length };
}

/**
 * Four times the input may cost about four times as much; quadratic cost would be sixteen times.
 * @param {string} name @param {(count: number) => object} make @param {number} count
 * @param {import('../../www/entry/index.d.ts').Options} [options]
 */
function assertLinear(name, make, count, options = {}) {
  assertGrowth(name, cost(make(count), options), cost(make(4 * count), options));
}

/** @param {string} name @param {ReturnType<typeof cost>} short @param {ReturnType<typeof cost>} long  that of a longer input */
function assertGrowth(name, short, long) {
  const longer = long.bytes / short.bytes;
  const said = `${name}: ${JSON.stringify({ short, long })}`;
  assert.ok(short.steps > 100, said);
  // A tenth more for logarithmic growth, and the fixed cost of a short input.
  assert.ok(long.steps <= short.steps * longer * 1.1 + 20_000, said);
  assert.ok(long.html <= short.html * longer * 1.1 + 1000, said);
  if (process.env.SHOW_GROWTH) console.log(name, (long.steps / short.steps / longer).toFixed(2), Math.round(long.steps / long.bytes), long.html);
}

/** Characters that browsers do not break, or that reorder text, in endless number. */
const CHARACTERS = {
  'a flag and its tags': ['\u{1f3f4}', '\u{e0061}'],
  flags: ['', '\u{1f3f4}\u{e0067}\u{e007f}'],
  marks: ['a', '\u0301'],
  selectors: ['a', '\ufe0f'],
  'joined pictures': ['\u{1f469}', '\u200d\u{1f469}'],
  conjuncts: ['\u0915', '\u094d\u0915'],
  jamo: ['', '\u1100'],
  isolates: ['', '\u2067a'],
  'closed isolates': ['', '\u2067a\u2069'],
  'closing controls': ['', '\u202c'],
  'overrides by line': ['', '\u202ea\n'],
};

test('texts: characters without end', () => {
  for (const [name, [start, unit]] of Object.entries(CHARACTERS)) {
    const long = (/** @type {number} */ count) => start + unit.repeat(count);
    assertLinear(`${name} in a label`, (count) => ({ headline: 'H', keywords: [long(count)], body: 'a' }), 2000, { maxNodes: 1e9 });
    assertLinear(`${name} in a text`, (count) => ({ headline: 'H', body: long(count) }), 2000, { maxNodes: 1e9 });
    assertLinear(`${name} in HTML`, (count) => ({ headline: 'H', body: { html: `<p>${long(count)}` } }), 2000, { maxNodes: 1e9 });
  }
});

/** Pieces, some of which make a careless parser of HTML quadratic. */
const PIECES = [
  '<div>', '<div>a', '</div>', '</p>', '<p>', '<b>', '<b>a', '</b>a', '<b><i>a</b>', '<p><b>a', '<b><p>a</b>',
  '<a href=/x>', '<a href=/x>a', '<span>a', "<span style='font-weight:bold'>a", '</span>', '<font><b><i><u><s>a</font>',
  '<ul><li>', '<ul><li>a', '<li>a', '<ul>a', '<dl><dt>a<dd>', '<table><tr><td>', '<table><tr><td>a', '<table>a',
  '<tr>a', '<td>a', '<td colspan=1000 rowspan=1000>a', '<blockquote>a',
  '<blockquote class=twitter-tweet><a href=https://x.org>a', '<figure><figcaption>a',
  '<figure><img src=https://e.org/a alt=b>', '<img src=data: data-src=https://e.org/a><noscript><img src=https://e.org/a></noscript>',
  '<img src=https://e.org/a srcset="https://e.org/b 2x">', '<noscript><img>', '<h2>a', '<h2><img src=https://e.org/a>',
  '<pre>a', '<ruby>a<rt>b', '<details><summary>a', 'a<br>', 'a<br><br>', '<svg>', '<svg><p>', '<select>', '<template>',
  '<!--', '<!-- -->', '<?', '</', '<', '<a b=', "<a b='", '&', '&amp', '&#x1F600;', '&CounterClockwiseContourIntegral', '\n', '\u00a0',
];

test('HTML: pieces without end', () => {
  for (const piece of PIECES) {
    assertLinear(piece, (count) => ({ headline: 'H', body: { html: piece.repeat(count) } }), 500, { maxNodes: 1e9 });
  }
});

/** @param {number} count @param {(index: number) => string} make */
const text = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join('');

test('HTML: attributes, candidates, footnotes', () => {
  /** @type {Record<string, (count: number) => string>} */
  const bodies = {
    attributes: (count) => `<a ${text(count, (n) => `a${n}=1 `)}href=https://e.org/>a</a>`,
    'one attribute': (count) => `<a ${'x=1 '.repeat(count)}href=https://e.org/>a</a>`,
    styles: (count) => `<span style="${'color:red;'.repeat(count)}">a</span>`,
    classes: (count) => `<p class="${text(count, (n) => `c${n} `)}">a</p>`,
    candidates: (count) => `<img src=https://e.org/a srcset="${text(count, (n) => `https://e.org/${n} ${n + 1}w, `)}">`,
    sources: (count) => `<picture>${text(count, (n) => `<source srcset=https://e.org/${n}>`)}<img src=https://e.org/a></picture>`,
    footnotes: (count) => `${text(count, (n) => `<a href=#fn${n}>${n}</a>`)}<ol>${text(count, (n) => `<li id=fn${n}>${n}`)}</ol>`,
    'one footnote': (count) => `${'<a href=#fn1>1</a>'.repeat(count)}<ol>${'<li id=fn1>a'.repeat(count)}</ol>`,
    'a cell of many rows': (count) => `<table><tr><td rowspan=200>a${'<tr><td>a'.repeat(count)}</table>`,
  };
  for (const [name, body] of Object.entries(bodies)) {
    assertLinear(name, (count) => ({ headline: 'H', body: { html: body(count) } }), 500, { maxNodes: 1e9 });
  }
});

/** @template T @param {number} count @param {(index: number) => T} make */
const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));
/** @param {number} n */
const url = (n) => `https://e.org/${n}`;
/** @param {string} id */
const link = (id) => ({ sys: { type: 'Link', id } });
/** @param {number} count @param {(index: number) => unknown} make */
const members = (count, make) => Object.fromEntries(many(count, (n) => [`k${n}`, make(n)]));
/** @param {string} kind @param {object} rest */
const element = (kind, rest) => ({ _type: `model.dotcomrendering.pageElements.${kind}BlockElement`, ...rest });
/** @param {object[]} elements @param {object} [rest] */
const guardian = (elements, rest) => ({ headline: 'H', pageId: 'p', webPublicationDate: '2024-01-01', blocks: [{ id: 'b', elements }], ...rest });
/** @param {object[]} components @param {object} [rest] */
const apple = (components, rest) => ({ identifier: 'a', title: 'H', layout: {}, components, ...rest });
/** @param {string} xml */
const cps = (xml) => ({ metadata: {}, promo: { headlines: { headline: 'H' } }, content: { blocks: [{ type: 'paragraph', text: xml }] } });
/** @param {object[]} elements @param {object} [rest] */
const arc = (elements, rest) => ({ type: 'story', version: '0.10.7', headlines: { basic: 'H' }, content_elements: elements, ...rest });
/** @param {unknown[]} content */
const prose = (content) => ({ type: 'doc', content });
/** @param {object} rest */
const wordpress = (rest) => ({ id: 1, link: url(0), title: { rendered: 'H' }, content: { rendered: '<p>a</p>' }, ...rest });
/** @param {object} rest */
const ninjs = (rest) => ({ uri: 'urn:a', versioncreated: '2024-01-01', headline: 'H', body_text: 'a', ...rest });

/** Documents with one growing part. @type {Record<string, (count: number) => object>} */
const GROWING = {
  'jsonld: nodes that refer to each other in a ring': (count) => ({ '@graph': many(count, (n) => ({ '@id': `${n}`, '@type': 'Article', headline: 'H', articleBody: 'a', author: { '@id': `${(n + 1) % count}` } })) }),
  'jsonld: one author again and again': (count) => ({ '@graph': [{ '@type': 'Article', headline: 'H', author: many(count, () => ({ '@id': 'a' })) }, { '@id': 'a', name: 'A' }] }),
  'jsonld: references and nodes': (count) => ({ '@graph': [{ '@type': 'Article', headline: 'H', citation: many(count, (n) => ({ '@id': url(n) })) }, ...many(count, (n) => ({ '@id': url(n), '@type': 'Article', headline: 'a' }))] }),
  'jsonld: keywords': (count) => ({ '@type': 'Article', headline: 'H', keywords: text(count, (n) => `k${n},`) }),
  'jsonld: crumbs': (count) => [{ '@type': 'Article', headline: 'H' }, { '@type': 'BreadcrumbList', itemListElement: many(count, (n) => ({ position: count - n, name: 'a' })) }],
  'jsonld: links': (count) => ({ '@type': 'Article', headline: 'H', citation: many(count, (n) => ({ name: 'a', url: url(n) })) }),
  'jsonld: lines': (count) => ({ '@type': 'Article', headline: 'H', articleBody: 'a &amp; b\n'.repeat(count) }),
  'jsonld: updates': (count) => ({ '@type': 'LiveBlogPosting', headline: 'H', liveBlogUpdate: many(count, () => ({ articleBody: 'a', video: { contentUrl: url(1) } })) }),
  'jsonfeed: items': (count) => ({ version: 'https://jsonfeed.org/version/1.1', items: many(count, (n) => ({ id: `${n}`, url: url(n), title: 'a' })) }),
  'jsonfeed: one item again and again': (count) => ({ version: 'https://jsonfeed.org/version/1.1', items: many(count, () => ({ id: '1', url: url(1), title: 'a' })) }),
  'jsonfeed: attachments': (count) => ({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', attachments: many(count, (n) => ({ url: url(n), title: 'a', mime_type: 'audio/mpeg' })) }] }),
  'wordpress: posts': (count) => many(count, (n) => wordpress({ id: n, link: url(n) })),
  'wordpress: terms': (count) => wordpress({ _embedded: { 'wp:term': [many(count, (n) => ({ name: `t${n}`, taxonomy: 'post_tag' }))] } }),
  'wordpress: sizes': (count) => wordpress({ _embedded: { 'wp:featuredmedia': [{ source_url: url(0), media_details: { width: 9000, height: 9000, sizes: members(count, (n) => ({ width: n + 1, height: n + 1, source_url: url(n) })) } }] } }),
  'ghost: tags': (count) => ({ posts: [{ uuid: 'u', title: 'H', html: 'a', tags: many(count, (n) => ({ name: `t${n}`, slug: `t${n}` })) }] }),
  'guardian: contributors of a byline': (count) => guardian([], { byline: text(count, (n) => `A${n} B${n}, `), tags: many(count, (n) => ({ type: 'Contributor', title: `A${n} B${n}` })) }),
  'guardian: one contributor again and again': (count) => guardian([], { byline: 'A and '.repeat(count), tags: many(count, () => ({ type: 'Contributor', title: 'A' })) }),
  'guardian: files of a picture': (count) => guardian([element('Image', { data: { alt: 'a' }, imageSources: [{ srcSet: many(count, (n) => ({ src: url(n), width: n })) }] })]),
  'guardian: events': (count) => guardian([element('TimelineAtom', { events: many(count, () => ({ date: '1', title: 'a', body: '<p>a' })) })]),
  'guardian: entries': (count) => guardian([], { blocks: many(count, (n) => ({ id: `${n}`, elements: [element('Text', { html: '<p>a' })] })), pinnedPost: { id: 'x', elements: [] } }),
  'guardian: trails': (count) => guardian([], { storyPackage: { trails: many(count, (n) => ({ headline: 'a', url: url(n) })) } }),
  'bbc: marks': (count) => cps('<bold>a</bold>'.repeat(count)),
  'bbc: marks that nothing closes': (count) => cps('<link><bold>'.repeat(count)),
  'bbc: marks closed in another order': (count) => cps(`${'<bold><link></bold>'.repeat(5 * count)}${'x'.repeat(count)}`),
  'bbc: less-than signs': (count) => cps('<'.repeat(count)),
  'bbc: tags without ends': (count) => cps('<a'.repeat(count)),
  'bbc: references': (count) => cps('&#'.repeat(count)),
  'bbc: addresses without ends': (count) => cps(`${'<link><caption>a'.repeat(count)}<url href="a"/>`),
  'bbc: promotions': (count) => ({ ...cps('a'), relatedContent: { groups: [{ promos: many(count, (n) => ({ headlines: { headline: 'a' }, uri: url(n) })) }] } }),
  'contentful: entries': (count) => ({ items: [{ sys: { id: 'e' }, fields: { title: 'H', body: { nodeType: 'document', content: many(count, (n) => ({ nodeType: 'embedded-entry-block', data: { target: link(`n${n}`) } })) } } }], includes: { Entry: many(count, (n) => ({ sys: { id: `n${n}` }, fields: { title: 'a' } })) } }),
  'contentful: an entry that holds itself': (count) => ({ items: [{ sys: { id: 'e' }, fields: { title: 'H', filler: 'a'.repeat(1000 * count), body: { nodeType: 'document', content: many(count, () => ({ nodeType: 'embedded-entry-block', data: { target: link('e') } })) } } }] }),
  'apple: ranges': (count) => apple([{ role: 'body', text: 'abc '.repeat(count), additions: many(count, (n) => ({ rangeStart: 4 * n, rangeLength: 2, URL: url(n) })) }]),
  'apple: ranges in each other': (count) => apple([{ role: 'body', text: 'a'.repeat(2 * count), inlineTextStyles: many(count, (n) => ({ rangeStart: n, rangeLength: 2 * (count - n), textStyle: { fontWeight: 'bold' } })) }]),
  'apple: named styles': (count) => apple([{ role: 'body', text: 'a'.repeat(count), inlineTextStyles: many(count, (n) => ({ rangeStart: n, rangeLength: 1, textStyle: `k${n}` })) }], { textStyles: members(count, () => ({ fontStyle: 'italic' })) }),
  'apple: authors and bylines': (count) => apple(many(count, (n) => ({ role: 'byline', text: `B${n}` })), { metadata: { authors: many(count, (n) => `A${n}`) } }),
  'apple: columns': (count) => apple([{ role: 'datatable', data: { descriptors: many(count, (n) => ({ key: `k${n}`, label: 'a' })), records: [members(count, () => 'a')] } }]),
  'apple: records': (count) => apple([{ role: 'datatable', data: { descriptors: [{ key: 'k', label: 'a' }], records: many(count, () => ({ k: 'a' })) } }]),
  'apple: links to articles': (count) => apple(many(count, (n) => ({ role: 'article_link', articleIdentifier: `${n}`, components: [{ role: 'heading', text: 'a' }] }))),
  ...Object.fromEntries(['[', '*a _b ', '![](', '**', '> ', '- ', '# ', '`', '\\', '~~a', '[a](b', '_a'].map((piece) => [
    `apple: Markdown ${piece}`, /** @param {number} count */ (count) => apple([{ role: 'body', format: 'markdown', text: piece.repeat(count) }]),
  ])),
  'lexical: runs': (count) => ({ root: { type: 'root', children: [{ type: 'paragraph', children: many(count, (n) => ({ type: 'text', text: 'a', format: n % 256 })) }] } }),
  'lexical: gallery': (count) => ({ root: { type: 'root', children: [{ type: 'gallery', images: many(count, (n) => ({ src: url(n) })) }] } }),
  'prosemirror: marks of a text': (count) => prose([{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: many(count, (n) => ({ type: 'link', attrs: { href: url(n) } })) }] }]),
  'prosemirror: links': (count) => prose([{ type: 'paragraph', content: many(count, (n) => ({ type: 'text', text: 'a', marks: [{ type: 'bold' }, { type: 'link', attrs: { href: url(n) } }] })) }]),
  'prosemirror: unknown marks': (count) => prose([{ type: 'paragraph', content: many(count, () => ({ type: 'text', text: 'a', marks: [{ type: 'x' }] })) }]),
  'prosemirror: breaks': (count) => prose([{ type: 'paragraph', content: [...many(count, () => ({ type: 'hardBreak' })), { type: 'text', text: 'a' }] }]),
  'prosemirror: cells': (count) => prose([{ type: 'table', content: [{ type: 'tableRow', content: many(count, () => ({ type: 'tableCell', attrs: { colspan: 100 }, content: ['a'] })) }] }]),
  'editorjs: items': (count) => ({ time: 1, blocks: [{ type: 'list', data: { items: many(count, () => 'a') } }] }),
  'editorjs: footnotes': (count) => ({ time: 1, blocks: many(count, () => ({ type: 'paragraph', data: { text: 'a' }, tunes: { footnotes: ['a'] } })) }),
  'mobiledoc: markups': (count) => ({ markups: [['strong'], ['em']], sections: [[1, 'p', many(count, () => [0, [0, 1, 0, 1], 0, 'a'])]] }),
  'mobiledoc: cards': (count) => ({ markups: [], cards: [['hr', {}]], sections: many(count, () => [10, 0]) }),
  'draftjs: ranges': (count) => ({ entityMap: {}, blocks: [{ text: 'ab'.repeat(count), type: 'unstyled', inlineStyleRanges: many(count, (n) => ({ offset: n, length: count, style: n % 2 ? 'BOLD' : 'ITALIC' })) }] }),
  'draftjs: entities': (count) => ({ entityMap: members(count, (n) => ({ type: 'LINK', data: { url: url(n) } })), blocks: many(count, (n) => ({ text: 'a', type: 'unstyled', entityRanges: [{ offset: 0, length: 1, key: `k${n}` }] })) }),
  'portable text: marks and their definitions': (count) => [{ _type: 'block', children: many(count, (n) => ({ _type: 'span', text: 'a', marks: [`m${n}`] })), markDefs: many(count, (n) => ({ _key: `m${n}`, _type: 'link', href: url(n) })) }],
  'portable text: levels': (count) => many(count, (n) => ({ _type: 'block', listItem: 'bullet', level: n % 30, children: [{ _type: 'span', text: 'a' }] })),
  'portable text: rising levels': (count) => many(count, (n) => ({ _type: 'block', listItem: 'bullet', level: n, children: [{ _type: 'span', text: 'a' }] })),
  ...Object.fromEntries(['[', '*a _b ', '![](', '**', '> ', '- ', '# ', '`', '\\', '~~a', '[a](b', '_a', '<b>', '<b', '<script>', '<svg>', '<!--', '<div>\n\n', '|a', '|-|\n', '[^1]', '[^1]: a\n', '[a]: /b\n', '1. ', '&amp;', '- [ ] a\n', '<a@b.c>', '***', '``` \n'].map((piece) => [
    `markdown: ${piece}`, /** @param {number} count */ (count) => ({ title: 'H', markdown: piece.repeat(count) }),
  ])),
  ...Object.fromEntries(['<p', '<p>', '&a', '&amp', '**a', '](', '# ', '- a\n', '*', '---\n', '`a', '|', '1. a\n', '[+1 chars]', ' '].map((piece) => [
    `generic: a text of ${piece}`, /** @param {number} count */ (count) => ({ title: 'H', content: piece.repeat(count) }),
  ])),
  'generic: members': (count) => ({ title: 'H', content: 'a b', ...members(count, () => 'a b') }),
  'generic: posts': (count) => many(count, (n) => ({ title: 'H', content: 'a b', url: url(n) })),
  'generic: blocks': (count) => ({ title: 'H', blocks: many(count, () => ({ __component: 'shared.rich-text', body: '**a**' })) }),
  'generic: the same text twice': (count) => ({ title: 'H', content: '<p>a</p>'.repeat(count), blocks: many(count, () => ({ text: 'a' })) }),
  'generic: pictures': (count) => ({ title: 'H', gallery: many(count, (n) => ({ url: url(n), mime: 'image/png' })), content: 'a b' }),
  'generic: rows': (count) => ({ title: 'H', body: many(count, () => ['a', 'b']) }),
  'generic: authors and topics': (count) => ({ title: 'H', content: 'a b', authors: many(count, (n) => ({ first_name: `A${n}` })), tags: text(count, (n) => `t${n},`) }),
  'drupal: what is included': (count) => ({ data: { type: 'node--a', id: 'n', attributes: { title: 'H' }, relationships: { field_p: { data: many(count, (n) => ({ type: 'paragraph--p', id: `${n}` })) } } }, included: many(count, (n) => ({ type: 'paragraph--p', id: `${n}`, attributes: { field_text: { processed: '<p>a' } } })) }),
  'wagtail: a stream': (count) => ({ id: 1, meta: { type: 'b.P', slug: 'h' }, title: 'H', body: many(count, () => ({ type: 'paragraph', value: '<p>a' })) }),
  'newsapi: articles': (count) => ({ articles: many(count, (n) => ({ title: 'H', urlToImage: url(n), publishedAt: '2026-01-01', url: url(n), content: 'a b' })) }),
  'guardian platform: entries': (count) => ({ response: { content: { webTitle: 'H', webUrl: url(1), apiUrl: url(2), blocks: { body: many(count, () => ({ bodyHtml: '<p>a' })) } } } }),
  'blocknote: blocks below each other': (count) => many(count, () => ({ type: 'bulletListItem', props: {}, content: 'a', children: [{ type: 'paragraph', props: {}, content: 'b', children: [] }] })),
  'contentstack: references': (count) => ({ type: 'doc', children: many(count, (n) => ({ type: 'reference', attrs: { 'asset-uid': `${n}`, 'asset-link': url(n), 'asset-type': 'image/png' }, children: [] })) }),
  'datocms: records': (count) => ({ value: { schema: 'dast', document: { type: 'root', children: many(count, (n) => ({ type: 'block', item: `${n}` })) } }, blocks: many(count, (n) => ({ __typename: 'TextRecord', id: `${n}`, text: 'a b' })) }),
  'notion: runs': (count) => [{ object: 'block', type: 'paragraph', paragraph: { rich_text: many(count, (n) => ({ plain_text: 'a', href: url(n), annotations: { bold: n % 2 > 0 } })) } }],
  'notion: items': (count) => many(count, () => ({ object: 'block', type: 'to_do', to_do: { rich_text: [{ plain_text: 'a' }] } })),
  'prismic: spans': (count) => [{ type: 'paragraph', text: 'ab'.repeat(count), spans: many(count, (n) => ({ start: n, end: 2 * count - n, type: n % 2 ? 'strong' : 'em' })) }],
  'quill: lines': (count) => ({ ops: many(count, (n) => ({ insert: 'a\n', attributes: { list: 'bullet', indent: n % 9 } })) }),
  'quill: cells': (count) => ({ ops: many(count, (n) => ({ insert: 'a\n', attributes: { table: `row-${n >> 1}` } })) }),
  'telegraph: elements in each other': (count) => [{ tag: 'p', children: many(count, () => ({ tag: 'b', children: [{ tag: 'i', children: ['a', { tag: 'img', attrs: { src: '/a.png' } }] }] })) }],
  'arc: elements': (count) => arc(many(count, () => ({ type: 'text', content: 'a' }))),
  'arc: unknown elements': (count) => arc(many(count, () => ({ type: 'x', title: 'a' }))),
  'arc: credits': (count) => arc([], { credits: { by: many(count, (n) => ({ name: `A${n}` })) } }),
  'arc: related stories': (count) => arc([], { related_content: { basic: many(count, (n) => ({ headlines: { basic: 'a' }, canonical_url: url(n) })) } }),
  'arc: results': (count) => ({ type: 'results', content_elements: many(count, (n) => arc([], { canonical_url: url(n) })) }),
  'ninjs: pictures': (count) => ninjs({ associations: members(count, (n) => ({ type: 'picture', description_text: `a${n}`, renditions: { a: { href: url(n) } } })) }),
  'ninjs: pictures beside those in the text': (count) => ninjs({ body_xhtml: text(count, (n) => `<figure><img src=${url(n)}><figcaption>b${n}</figcaption></figure>`), associations: members(count, (n) => ({ type: 'picture', description_text: `a${n}`, renditions: { a: { href: url(n) } } })) }),
  'ninjs: renditions': (count) => ninjs({ type: 'picture', body_text: '', renditions: members(count, (n) => ({ href: url(n), width: n, contenttype: 'image/jpeg' })) }),
  'ninjs: subjects': (count) => ninjs({ subject: many(count, () => ({ name: 'a' })) }),
  'slate: nodes without types': (count) => many(count, () => ({ children: [{ text: 'a' }] })),
  'readability: paragraphs': (count) => ({ title: 'H', content: '<p>a'.repeat(count), textContent: 'a', length: 1, excerpt: 'a '.repeat(count) }),
  'mercury: links': (count) => ({ title: 'H', content: '<a href=/b>a</a>'.repeat(count), url: url(1), domain: 'e.org', word_count: 1 }),
  'warnings: more than are kept': (count) => ({ headline: 'H', body: many(count, (n) => ({ type: `t${n}`, text: 'a' })) }),
  'own: members': (count) => ({ headline: 'H', ...members(count, () => 'a') }),
  'own: one member again and again': (count) => ({ headline: 'H', body: many(count, () => ({ type: 'x' })) }),
  'own: notes': (count) => ({ headline: 'H', body: many(count, (n) => ({ type: 'notes', items: [`a${n}`] })) }),
  'own: related': (count) => ({ headline: 'H', related: { items: many(count, (n) => ({ headline: 'a', url: url(n) })) } }),
};

/**
 * The shorter input is longer in these cases: the account of shown texts searches more and more places up to its bound.
 * @type {Record<string, number>}
 */
const LONGER = { 'jsonld: links': 2000, 'guardian: trails': 2000, 'bbc: promotions': 2000, 'generic: blocks': 2000, 'apple: ranges': 8000 };

for (const [name, make] of Object.entries(GROWING)) test(name, () => assertLinear(name, make, LONGER[name] ?? 400));

test('nesting costs what is shown of it', () => {
  /** @type {Record<string, (inner: object) => object>} */
  const around = {
    prosemirror: (inner) => ({ type: 'blockquote', content: [inner, inner] }),
    contentful: (inner) => ({ nodeType: 'unordered-list', content: [{ nodeType: 'list-item', content: [inner, inner] }] }),
    slate: (inner) => ({ type: 'quote', children: [inner, inner] }),
    editorjs: (inner) => ({ type: 'columns', data: { cols: [{ blocks: [inner, inner] }] } }),
    'arc-ans': (inner) => ({ type: 'element_group', content_elements: [inner, inner] }),
    'apple-news': (inner) => ({ role: 'container', components: [inner, inner] }),
    'bbc-optimo': (inner) => ({ type: 'group', model: { blocks: [inner, inner] } }),
  };
  /** @type {Record<string, (node: object) => object>} */
  const roots = {
    prosemirror: (node) => prose([node]),
    contentful: (node) => ({ nodeType: 'document', content: [node] }),
    slate: (node) => [node],
    editorjs: (node) => ({ time: 1, blocks: [node] }),
    'arc-ans': (node) => arc([node]),
    'apple-news': (node) => apple([node]),
    'bbc-optimo': (node) => ({ metadata: {}, content: { model: { blocks: [node] } } }),
  };
  for (const [format, wrap] of Object.entries(around)) {
    /** @param {number} depth */
    const tree = (depth) => {
      let node = /** @type {object} */ ({ type: 'text', text: 'a' });
      for (let level = 0; level < depth; level++) node = wrap(node);
      return roots[format]?.(node) ?? {};
    };
    // Each level doubles the input.
    assertLinear(`${format}: nesting`, (count) => tree(Math.log2(count)), 256);
  }
});

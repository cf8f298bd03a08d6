// Articles that are small to send but expensive to render: for each a document of about the given bytes. Their names
// tell the target: text, marks, addresses, labels, references, tables, depth, the report.

/** @template T @param {number} count @param {(index: number) => T} make @returns {T[]} */
const many = (count, make) => Array.from({ length: Math.max(1, Math.floor(count)) }, (_, index) => make(index));

/** @param {number} bytes @param {string} piece @returns {string}  a text of that many bytes */
const fill = (bytes, piece) => piece.repeat(Math.max(1, Math.floor(bytes / new TextEncoder().encode(piece).length)));

/** @param {number} count @param {(index: number) => string} make */
const text = (count, make) => many(count, make).join('');

/** An address of that many bytes. @param {number} bytes @param {number | string} [n] */
const address = (bytes, n = '') => `https://e.org/${'u'.repeat(Math.max(1, bytes - 20))}${n}`;

/** The longest address that is shown. */
const LONG = 8000;

/** @param {unknown} body @param {object} [rest] */
const own = (body, rest) => ({ headline: 'H', body, ...rest });
/** @param {string} html @param {object} [rest] */
const html = (html, rest) => own({ type: 'html', html }, rest);
/** @param {string} html @param {object} [rest] */
const feed = (html, rest) => ({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', title: 'H', url: `https://e.org/${'d'.repeat(2000)}/`, content_html: html, ...rest }] });
/** @param {unknown} text */
const paragraph = (text) => ({ type: 'paragraph', text });
/** @param {unknown[]} rows @param {object} [rest] */
const table = (rows, rest) => own([{ type: 'table', rows, ...rest }]);
/** @param {unknown[]} content */
const prose = (content) => ({ type: 'doc', content });
/** @param {unknown[]} children */
const lexical = (children) => ({ root: { type: 'root', children } });
/** @param {object} components */
const apple = (components, rest = {}) => ({ identifier: 'a', title: 'H', layout: {}, components, ...rest });
/** @param {object[]} elements @param {object} [rest] */
const arc = (elements, rest) => ({ type: 'story', version: '0.10.7', headlines: { basic: 'H' }, content_elements: elements, ...rest });
/** @param {object[]} elements @param {object} [rest] */
const guardian = (elements, rest) => ({ headline: 'H', pageId: 'p', webPublicationDate: '2024-01-01', blocks: [{ id: 'b', elements }], ...rest });
/** @param {string} kind @param {object} rest */
const element = (kind, rest) => ({ _type: `model.dotcomrendering.pageElements.${kind}BlockElement`, ...rest });
/** @param {string} id */
const link = (id) => ({ sys: { type: 'Link', id } });
/** @param {object[]} content @param {object[]} entries */
const contentful = (content, entries) => ({
  items: [{ sys: { id: 'article' }, fields: { title: 'H', body: { nodeType: 'document', content } } }],
  includes: { Entry: entries },
});
/** @param {string} xml */
const cps = (xml) => ({ metadata: {}, promo: { headlines: { headline: 'H' } }, content: { blocks: [{ type: 'paragraph', text: xml }] } });
/** @param {object[]} blocks */
const optimo = (blocks) => ({ metadata: {}, content: { model: { blocks } } });
/** @param {object[]} fragments */
const optimoText = (fragments) => optimo([{ type: 'text', model: { blocks: [{ type: 'paragraph', model: { text: 'a', blocks: fragments } }] } }]);
/** @param {number} count */
const members = (count) => Object.fromEntries(many(count, (n) => [`k${n}`, 0]));
/** Marks, by their names in our own format. */
const MARKS = ['strong', 'em', 'b', 'i', 'u', 's', 'sub', 'sup', 'mark', 'small', 'q', 'bdi', 'cite', 'dfn', 'del', 'ins', 'kbd', 'samp', 'var'];
/** The same marks as HTML tags. */
const TAGS = MARKS.map((name) => `<${name}>`).join('');

/**
 * A value that is nested in itself.
 * @param {number} depth
 * @param {object | string} inner
 * @param {(inner: any) => object} wrap
 */
function nested(depth, inner, wrap) {
  let value = inner;
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
}

/** A string counts as JSON text. @type {Record<string, (bytes: number) => unknown>} */
export const ATTACKS = {
  // Text.
  'text: tags of a flag': (s) => own('x', { headline: `\u{1F3F4}${fill(s, '\u{E0061}')}` }),
  'text: tags of a flag in a body': (s) => own(`\u{1F3F4}${fill(s, '\u{E0061}')}`),
  'text: tags of a flag in HTML': (s) => html(`<a href=https://e.org/>\u{1F3F4}${fill(s, '\u{E0061}')}</a>`),
  'text: flags': (s) => own(fill(s, '\u{1F3F4}\u{E0061}')),
  'text: combining marks on one letter': (s) => own(`x${fill(s, '\u0301')}`),
  'text: combining marks in a headline': (s) => own('x', { headline: `x${fill(s, '\u0301')}` }),
  'text: combining marks in HTML': (s) => html(`x${fill(s, '\u0301')}`),
  'text: isolates': (s) => own(fill(s, 'x\u2067')),
  'text: isolates in HTML': (s) => html(fill(s, 'x\u2067')),
  'text: isolates that are closed': (s) => own(fill(s / 2, 'x\u2067') + fill(s / 2, '\u2069')),
  'text: overrides': (s) => own(fill(s, 'x\u202E')),
  'text: words of a headline': (s) => own('x', { headline: fill(s, 'words ') }),
  'text: words of a kicker': (s) => own('x', { kicker: fill(s, 'words ') }),
  'text: words of a standfirst': (s) => own('x', { description: fill(s, 'words ') }),
  'text: words of a heading': (s) => own([{ type: 'heading', text: fill(s, 'words ') }]),
  'text: words of a paragraph': (s) => own([paragraph(fill(s, 'words '))]),
  'text: words of a caption': (s) => own([{ type: 'image', src: address(30), alt: 'a', caption: fill(s, 'words ') }]),
  'text: words of a pull quote': (s) => own([{ type: 'pullquote', text: fill(s, 'words ') }]),
  'text: words of a cell': (s) => table([['a', fill(s, 'words ')]]),
  'text: words of a list': (s) => own([{ type: 'list', items: [fill(s, 'words ')] }]),
  'text: words of code': (s) => own([{ type: 'code', text: fill(s, 'words ') }]),
  'text: lines of code': (s) => own([{ type: 'code', text: fill(s, 'words\n') }]),
  'text: words of a summary': (s) => own([{ type: 'details', summary: fill(s, 'words '), text: 'x' }]),
  'text: words of a card': (s) => own([{ type: 'card', url: address(30), title: fill(s, 'words ') }]),
  'text: one word': (s) => own(fill(s, 'x')),
  'text: one word of a headline': (s) => own('x', { headline: fill(s, 'x') }),
  'text: one word of a heading': (s) => own([{ type: 'heading', text: fill(s, 'x') }]),
  'text: one word of a cell': (s) => table([['a', fill(s, 'x')]]),
  'text: one word of code': (s) => own([{ type: 'code', text: fill(s, 'x') }]),
  'text: one word of HTML': (s) => html(`<p>${fill(s, 'x')}`),
  'text: Han': (s) => own(fill(s, '字')),
  'text: emoji': (s) => own(fill(s, '👩\u200D🚀')),
  'text: joiners': (s) => own(fill(s, 'x\u200D')),
  'text: Arabic': (s) => own(fill(s, 'سلام ')),
  'text: apostrophes': (s) => own(fill(s, "'")),
  'text: spaces that do not break': (s) => own(`x${fill(s, '\u00A0')}x`),
  'text: line feeds': (s) => own(`x${fill(s, '\n')}x`),
  'text: paragraphs': (s) => own(fill(s, 'x\n\n')),
  'text: paragraphs of words': (s) => own(many(s / 600, () => fill(600, 'words '))),
  'text: controls': (s) => own(fill(s, '\u0001')),
  'text: spaces': (s) => own(`x${fill(s, ' ')}x`),

  // Marks and links around runs of text.
  'marks: many on many runs': (s) => own([paragraph({ marks: many(s / 8, () => 'b'), text: many(s / 30, () => ({ text: 'a' })) })]),
  'marks: different ones on many runs': (s) => own([paragraph({ marks: many(s / 12, (n) => MARKS[n % MARKS.length]), text: many(s / 30, () => ({ text: 'a' })) })]),
  'marks: nested links around many runs': (s) => own([paragraph(nested(20, /** @type {any} */ (many((s - 20 * LONG) / 20, () => ({ text: 'a' }))), (text) => ({ url: address(LONG), text })))]),
  'marks: a long title around many runs': (s) => own([paragraph({ marks: ['abbr'], title: fill(s / 2, 't'), text: many(s / 40, () => ({ text: 'a' })) })]),
  'marks: a long title over many links': (s) => own([paragraph({ marks: ['abbr'], title: fill(s / 4, 't'), text: many(s / 60, (n) => ({ text: 'a', url: `https://e.org/${n}` })) })]),
  'marks: opened again by links': (s) => own([paragraph({ marks: MARKS, text: many(s / 40, (n) => ({ text: 'a', url: `https://e.org/${n}` })) })]),
  'marks: opened again by languages': (s) => own([paragraph({ marks: MARKS, text: many(s / 30, (n) => ({ text: 'a', lang: n % 2 ? 'de' : 'fr' })) })]),
  'marks: a long link opened again': (s) => own([paragraph({ url: address(LONG), text: many(s / 40, (n) => (n % 2 ? 'a' : { text: 'a', ruby: 'b' })) })]),
  'marks: languages in each other': (s) => own([paragraph(many(s / 1000, () => nested(20, 'a', (text) => ({ lang: 'de', text: [text, 'b'] }))))]),
  'marks: readings in readings': (s) => own([paragraph(many(s / 1500, () => nested(22, 'a', (text) => ({ marks: MARKS.slice(0, 4), ruby: 'b', text }))))]),
  'marks: readings of readings': (s) => own([paragraph(many(s / 1500, () => nested(22, 'a', (ruby) => ({ marks: MARKS.slice(0, 4), text: 'b', ruby }))))]),
  'marks: footnotes again and again': (s) => own([paragraph(many(s / 30, (n) => ({ note: 1 + n % 9000 }))), { type: 'notes', items: many(s / 30, () => 'n') }]),
  'marks: one footnote again and again': (s) => own([paragraph(many(s / 12, () => ({ note: 1 }))), { type: 'notes', items: ['n'] }]),
  'marks: HTML, a long title around marks': (s) => html(`<abbr title="${fill(s / 2, 't')}">${fill(s / 2, '<b>a</b>')}</abbr>`),
  'marks: HTML, long titles in each other': (s) => html(`${text(20, (n) => `<abbr title="${n}${fill(s / 40, 't')}">`)}${fill(s / 2, '<b>a</b>')}`),
  'marks: HTML, a long title over links': (s) => html(`<abbr title="${fill(s / 2, 't')}">${fill(s / 2, '<a href=/b>a</a>')}`, { url: 'https://e.org/' }),
  'marks: HTML, a long link': (s) => html(`<a href="${address(LONG)}">${fill(s, '<b>a</b><i>a</i>')}`),
  'marks: HTML, a long link in blocks': (s) => html(`<a href="${address(LONG)}">${fill(s, '<p>a')}`),
  'marks: HTML, opened again by links': (s) => html(TAGS + text(s / 30, (n) => `<a href=https://e.org/${n}>a</a>`)),
  'marks: HTML, opened again by blocks': (s) => html(TAGS + fill(s, '<p>a')),
  'marks: HTML, styles': (s) => html(fill(s, '<span style="font-weight:bold;font-style:italic;text-decoration:underline;vertical-align:sub">a</span>b')),
  'marks: HTML, languages': (s) => html(`${text(20, (n) => `<span lang=${n % 2 ? 'de' : 'fr'}>`)}${fill(s, '<a href=https://e.org/>a</a>b')}`),
  'marks: HTML, times': (s) => html(fill(s, '<time datetime="2024-01-01T00:00:00Z">a</time>')),
  'marks: HTML, readings': (s) => html(fill(s, '<ruby>a<rt>b')),
  'marks: HTML, readings closed': (s) => html(TAGS + fill(s, '<ruby>a<rt>b</ruby>')),
  'marks: prosemirror, links on each text': (s) => prose([{ type: 'paragraph', content: many(s / 9000, (n) => ({ type: 'text', text: 'a', marks: many(3, (m) => ({ type: 'link', attrs: { href: address(2800, n * 3 + m) } })) })) }]),
  'marks: prosemirror, marks on each text': (s) => prose([{ type: 'paragraph', content: many(s / 300, (n) => ({ type: 'text', text: 'a', marks: ['bold', 'italic', 'underline', 'strike', 'code', 'subscript', 'superscript'].slice(n % 2).map((type) => ({ type })) })) }]),
  'marks: lexical, a long link': (s) => lexical([{ type: 'paragraph', children: [{ type: 'link', url: address(LONG), children: many(s / 45, (n) => ({ type: 'text', text: 'a', format: n % 256 })) }] }]),
  'marks: lexical, formats': (s) => lexical([{ type: 'paragraph', children: many(s / 45, (n) => ({ type: 'text', text: 'a', format: n % 2 ? 255 : 170 })) }]),
  'marks: slate': (s) => many(1, () => ({ type: 'paragraph', children: many(s / 80, (n) => ({ text: 'a', bold: true, italic: n % 2 > 0, underline: true, code: n % 3 > 0 })) })),
  'marks: portable text, one long link': (s) => [{ _type: 'block', children: many(s / 60, (n) => ({ _type: 'span', text: 'a', marks: n % 2 ? ['l', 'em', 'strong'] : ['l', 'code'] })), markDefs: [{ _key: 'l', _type: 'link', href: address(LONG) }] }],
  'marks: portable text, long links': (s) => [{ _type: 'block', children: many(s / 60, (n) => ({ _type: 'span', text: 'a', marks: [`l${n % 10}`] })), markDefs: many(10, (n) => ({ _key: `l${n}`, _type: 'link', href: address(LONG, n) })) }],
  'marks: portable text, a definition of many members': (s) => [{ _type: 'block', children: many(s / 120, () => ({ _type: 'span', text: 'a', marks: ['l'] })), markDefs: [{ _key: 'l', _type: 'link', ...members(s / 24), href: 'https://e.org/' }] }],
  'marks: draftjs, ranges': (s) => ({ entityMap: {}, blocks: many(s / 40_000, () => ({ text: fill(2000, 'ab'), type: 'unstyled', inlineStyleRanges: many(500, (n) => ({ offset: n, length: 1000, style: ['BOLD', 'ITALIC', 'CODE'][n % 3] })), entityRanges: [] })) }),
  'marks: draftjs, one long link': (s) => ({ entityMap: { 0: { type: 'LINK', data: { url: address(LONG) } } }, blocks: many(s / 90, () => ({ text: 'a', type: 'unstyled', entityRanges: [{ offset: 0, length: 1, key: 0 }] })) }),
  'marks: mobiledoc, one long link': (s) => ({ version: '0.3.1', markups: [['a', ['href', address(LONG)]], ['b']], sections: [[1, 'p', many(s / 20, () => [0, [0], 1, 'a'])]] }),
  'marks: mobiledoc, opened and closed': (s) => ({ version: '0.3.1', markups: [['strong'], ['em'], ['code'], ['u'], ['s']], sections: [[1, 'p', many(s / 30, () => [0, [0, 1, 2, 3, 4], 5, 'a'])]] }),
  'marks: mobiledoc, a document of many members': (s) => ({ version: '0.3.1', ...members(s / 24), markups: [['strong']], sections: [[1, 'p', many(s / 40, () => [0, [0], 1, 'a'])]] }),
  'marks: apple, ranges': (s) => apple(many(s / 60_000, () => ({ role: 'body', text: fill(3000, 'abc '), additions: many(900, (n) => ({ rangeStart: 3 * n, rangeLength: 300, URL: `https://e.org/${n}` })) }))),
  'marks: apple, one style of many members': (s) => apple([{ role: 'body', text: fill(s / 5, 'abc '), inlineTextStyles: many(Math.min(900, s / 100), (n) => ({ rangeStart: n, rangeLength: 1, textStyle: 'k' })) }], { textStyles: { k: { ...members(s / 24), fontStyle: 'italic' } } }),
  'marks: Markdown, links': (s) => apple([{ role: 'body', format: 'markdown', text: text(s / 32, (n) => `**a [b](https://e.org/${n}) c** `) }]),
  'marks: Markdown, in each other': (s) => apple([{ role: 'body', format: 'markdown', text: fill(s, '**_~~`a`~~_** ') }]),
  'marks: bbc, a long link': (s) => cps(`<link><url href="${address(3000)}"/><caption>${fill(s, '<bold>a</bold>b<italic>c</italic>')}</caption></link>`),
  'marks: bbc, languages': (s) => cps(text(20, (n) => `<span lang="${n % 2 ? 'de' : 'fr'}">`) + fill(s, '<bold>a</bold>b<italic>c</italic>')),
  'marks: optimo, a long link': (s) => optimoText([{ type: 'urlLink', model: { locator: address(LONG), blocks: many(s / 70, (n) => ({ type: 'fragment', model: { text: 'a', attributes: n % 2 ? ['bold'] : ['italic'] } })) } }]),
  'marks: optimo, attributes': (s) => optimoText(many(s / 4000, () => ({ type: 'fragment', model: { text: 'a', attributes: many(500, (n) => (n % 2 ? 'bold' : 'italic')) } }))),

  // Addresses.
  'addresses: pictures of many candidates with a long base': (s) => own(many(s / 120, () => ({ type: 'image', src: 'a', alt: 'b', srcset: text(12, (n) => `${n} ${n + 1}w,`) })), { url: `https://e.org/${'d'.repeat(LONG)}/` }),
  'addresses: pictures of many candidates with a base of 2 KB': (s) => own(many(s / 120, () => ({ type: 'image', src: 'a', alt: 'b', srcset: text(12, (n) => `${n} ${n + 1}w,`) })), { url: `https://e.org/${'d'.repeat(2000)}/` }),
  'addresses: links with a base of 2 KB': (s) => own([paragraph(many(s / 30, (n) => ({ text: 'a', url: `${n}` })))], { url: `https://e.org/${'d'.repeat(2000)}/` }),
  'addresses: HTML, links with a base of 2 KB': (s) => html(text(s / 20, (n) => `<a href=${n}>a</a>`), { url: `https://e.org/${'d'.repeat(2000)}/` }),
  'addresses: HTML, candidates with a base of 2 KB': (s) => html(fill(s, `<img src=a alt=b srcset="${text(12, (n) => `${n} ${n + 1}w,`)}">`), { url: `https://e.org/${'d'.repeat(2000)}/` }),
  'addresses: a long base of JSON-LD': (s) => ({ '@type': 'Article', headline: 'H', url: `https://e.org/${'d'.repeat(2000)}/`, articleBody: text(s / 20, (n) => `<a href=${n}>a</a>`) }),
  'addresses: a long base of a feed': (s) => ({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', url: `https://e.org/${'d'.repeat(2000)}/`, content_html: text(s / 20, (n) => `<a href=${n}>a</a>`), attachments: many(100, (n) => ({ url: `${n}`, mime_type: 'audio/mpeg' })) }] }),
  'addresses: characters that are encoded': (s) => own([paragraph(many(s / 7000, (n) => ({ text: 'a', url: `https://e.org/${n}${'"'.repeat(2600)}${'x'.repeat(4000)}` })))]),
  'addresses: ampersands': (s) => own([paragraph(many(s / 8000, (n) => ({ text: 'a', url: `https://e.org/?${n}${'&'.repeat(7800)}` })))]),
  'addresses: candidates without end': (s) => own([{ type: 'image', src: address(30), alt: 'a', srcset: fill(s, 'a 2x,') }]),
  'addresses: commas': (s) => own([{ type: 'image', src: address(30), alt: 'a', srcset: fill(s, ',') }]),
  'addresses: dots': (s) => own([paragraph(many(s / 8000, () => ({ text: 'a', url: `/${fill(7900, 'a/../')}` })))], { url: 'https://e.org/' }),
  'addresses: sources of a video': (s) => own([{ type: 'video', sources: many(s / 40, (n) => ({ src: `${n}`, type: 'video/mp4' })) }], { url: `https://e.org/${'d'.repeat(2000)}/` }),
  'addresses: related links': (s) => own('x', { url: `https://e.org/${'d'.repeat(2000)}/`, related: [{ items: many(s / 40, (n) => ({ headline: 'a', url: `${n}`, image: 'i' })) }] }),
  'addresses: of a long host': (s) => own([paragraph(many(s / 8000, (n) => ({ text: 'a', url: `https://${'a.'.repeat(3900)}org/${n}` })))]),

  // Labels.
  'labels: a title for each file': (s) => own([{ type: 'video', src: address(30), title: fill(s, 't') }]),
  'labels: the text of a picture': (s) => own([{ type: 'image', src: address(30), alt: fill(s, "'") }]),
  'labels: an author': (s) => own('x', { author: fill(s, 'a') }),
  'labels: authors': (s) => own('x', { author: many(s / 5, (n) => `a${n % 10}`) }),
  'labels: authors with roles': (s) => own('x', { author: many(s / 60, () => ({ name: 'a', role: 'b', url: 'https://e.org/' })) }),
  'labels: keywords': (s) => own('x', { keywords: many(s / 5, () => 'k') }),
  'labels: crumbs': (s) => own('x', { breadcrumb: many(s / 5, () => 'k') }),
  'labels: a source': (s) => own('x', { source: fill(s, 'a') }),
  'labels: a date': (s) => own('x', { datePublished: fill(s, 'a') }),
  'labels: spaces': (s) => own('x', { author: many(s / 1000, () => fill(1000, ' ')) }),
  'labels: a language': (s) => own('x', { lang: fill(s, 'de-') }),
  'labels: names of languages': (s) => own([paragraph(many(s / 60, (n) => ({ text: 'a', lang: `de-x-${n}` })))]),
  'labels: roles of arc': (s) => arc([], { credits: { [fill(s / 2, 'r')]: many(s / 40, () => ({ name: 'a' })) } }),
  'labels: units of a card': (s) => own(many(s / 4000, () => ({ type: 'file', url: address(30), title: 'a', source: fill(3900, 's') }))),
  'labels: of frames in HTML': (s) => html(`<iframe src=https://www.youtube.com/embed/abcdefghijk title="${fill(s, 't')}"></iframe>`),

  // The accounting.
  'account: words of one letter': (s) => feed(text(Math.min(s / 80, 15_000), (n) => `<p>${many(36, (m) => ((n * 7919 + m * 31 + n * m) % 36).toString(36)).join(' ')}`), { other: ['Qx! W', 'Ab c'] }),
  'account: addresses with a base of 2 KB': (s) => feed('x', { other: many(s / 16, (n) => `p/${n}.jpg`) }),
  'account: addresses in HTML with a base of 2 KB': (s) => feed(text(Math.min(s / 30, 15_000), (n) => `<p data-x="p/${n}.jpg">a`)),
  'account: addresses between quotes with a base of 2 KB': (s) => feed('x', { other: `a b ${text(s / 20, (n) => `="p/${n}.jpg"`)}` }),
  'account: words that begin alike': (s) => feed(text(Math.min(s / 40, 15_000), (n) => `<p>beginning${n}`), { other: many(s / 40, (n) => `so beginning of ${n}`) }),
  'account: one text of words that begin alike': (s) => feed(text(s / 30, (n) => `beginning${n} `), { other: text(s / 30, (n) => `beginning${n}y `) }),
  'account: short words': (s) => feed(text(Math.min(s / 20, 15_000), (n) => `<p>${n}`), { other: many(s / 20, (n) => `a ${n}b`) }),
  'account: tags without an end': (s) => feed('x', { other: `a b ${fill(s, '<itemMeta</')}` }),
  'account: tags that are not closed': (s) => feed('x', { other: `a b ${fill(s, '<itemMeta>')}` }),
  'account: marks that are no tags': (s) => feed('x', { other: `a b ${fill(s, '< a')}` }),
  'account: a long name around members': (s) => feed('x', { [fill(s / 2, 'n')]: many(s / 20, () => ({ other: 'a b' })) }),
  'account: a long name in members': (s) => feed('x', { other: many(s / 4000, (n) => ({ [`${n}${fill(3900, 'n')}`]: 'a b' })) }),
  'account: pictures of one player': (s) => feed(`<video>${text(s / 25, (n) => `<source src=/v${n}.mp4>`)}</video>`),
  'account: numbers': (s) => feed('x', { other: many(s / 12, (n) => `${n}.${n}`) }),

  // References.
  'references: contentful, one long text': (s) => contentful(many(s / 200, () => ({ nodeType: 'embedded-entry-block', data: { target: link('n') } })), [{ sys: { id: 'n' }, fields: { title: fill(s / 2, 't ') } }]),
  'references: contentful, one long code': (s) => contentful(many(s / 200, () => ({ nodeType: 'embedded-entry-block', data: { target: link('n') } })), [{ sys: { id: 'n', contentType: { sys: { id: 'code' } } }, fields: { code: fill(s / 2, 'c ') } }]),
  'references: contentful, one of many members': (s) => contentful(many(s / 200, () => ({ nodeType: 'embedded-entry-block', data: { target: link('n') } })), [{ sys: { id: 'n' }, fields: { ...members(s / 24), title: 't' } }]),
  'references: contentful, one of many spaces': (s) => contentful(many(s / 200, () => ({ nodeType: 'embedded-entry-block', data: { target: link('n') } })), [{ sys: { id: 'n' }, fields: { heading: fill(s / 2, ' '), title: 't' } }]),
  'references: contentful, links to one of many members': (s) => contentful([{ nodeType: 'paragraph', content: many(s / 260, () => ({ nodeType: 'entry-hyperlink', data: { target: link('n') }, content: [{ nodeType: 'text', value: 'a' }] })) }], [{ sys: { id: 'n' }, fields: { ...members(s / 24), slug: 'https://e.org/' } }]),
  'references: contentful, entries that double': (s) => contentful([{ nodeType: 'embedded-entry-block', data: { target: link('n0') } }], many(20, (n) => ({
    sys: { id: `n${n}`, contentType: { sys: { id: 'callout' } } },
    fields: { text: fill(s / 40, 't '), content: { nodeType: 'document', content: many(2, () => ({ nodeType: 'embedded-entry-block', data: { target: link(`n${n + 1}`) } })) } },
  }))),
  'references: contentful, a long address': (s) => contentful([{ nodeType: 'paragraph', content: many(s / 260, (n) => ({ nodeType: 'entry-hyperlink', data: { target: link('n') }, content: [{ nodeType: 'text', value: 'a' }, { nodeType: 'text', value: `${n}`, marks: [{ type: 'bold' }] }] })) }], [{ sys: { id: 'n' }, fields: { url: address(LONG) } }]),
  'references: contentful, one picture': (s) => contentful(many(s / 200, () => ({ nodeType: 'embedded-asset-block', data: { target: link('n') } })), [{ sys: { id: 'n' }, fields: { title: fill(s / 4, 't'), description: fill(s / 4, 'd'), file: { contentType: 'image/png', url: address(LONG) } } }]),
  'references: JSON-LD, one long author': (s) => ({ '@graph': [{ '@type': 'Article', headline: 'H', author: many(s / 24, () => ({ '@id': 'a' })) }, { '@id': 'a', name: fill(s / 2, 'A') }] }),
  'references: JSON-LD, one author of many members': (s) => ({ '@graph': [{ '@type': 'Article', headline: 'H', author: many(s / 24, () => ({ '@id': 'a' })) }, { '@id': 'a', ...members(s / 24), name: 'A' }] }),
  'references: JSON-LD, one picture of many members': (s) => ({ '@graph': [{ '@type': 'Article', headline: 'H', image: many(s / 24, () => ({ '@id': 'a' })) }, { '@id': 'a', ...members(s / 24), name: 'A' }] }),
  'references: JSON-LD, in a ring': (s) => ({ '@graph': many(s / 90, (n) => ({ '@id': `${n}`, '@type': 'Article', headline: 'H', articleBody: 'a', author: { '@id': `${n + 1}` }, isPartOf: { '@id': `${n + 2}` } })) }),
  'references: JSON-LD, updates of one author': (s) => ({ '@graph': [{ '@type': 'LiveBlogPosting', headline: 'H', liveBlogUpdate: many(s / 60, () => ({ articleBody: 'a', author: { '@id': 'a' } })) }, { '@id': 'a', ...members(s / 48), name: fill(s / 4, 'A') }] }),
  'references: draftjs, one long entity': (s) => ({ entityMap: { 0: { type: 'callout', data: { text: fill(s / 2, 't ') } } }, blocks: many(s / 180, () => ({ text: ' ', type: 'atomic', entityRanges: [{ offset: 0, length: 1, key: 0 }] })) }),
  'references: draftjs, one entity of many members': (s) => ({ entityMap: { 0: { type: 'LINK', data: { ...members(s / 24), url: 'https://e.org/' } } }, blocks: many(s / 180, () => ({ text: 'a', type: 'unstyled', entityRanges: [{ offset: 0, length: 1, key: 0 }] })) }),
  'references: mobiledoc, one long card': (s) => ({ version: '0.3.1', markups: [], cards: [['html', { html: `<p>${fill(s / 2, 'a <b>b</b> ')}` }]], sections: many(s / 12, () => [10, 0]) }),
  'references: mobiledoc, one long atom': (s) => ({ version: '0.3.1', markups: [], atoms: [['mention', fill(s / 2, 'a '), {}]], sections: [[1, 'p', many(s / 24, () => [1, [], 0, 0])]] }),
  'references: apple, records of many columns': (s) => apple([{ role: 'datatable', data: { descriptors: many(s / 60, () => ({ key: 'k0', label: 'a' })), records: many(4, () => members(s / 50)) } }]),

  // Tables.
  'tables: cells that span': (s) => table(many(s / 420, () => many(10, () => ({ text: 'a', colspan: 100, rowspan: 200 })))),
  'tables: cells that span in HTML': (s) => html(`<table>${fill(s, `<tr>${'<td colspan=100 rowspan=200>a'.repeat(10)}`)}</table>`),
  'tables: cells that span in prosemirror': (s) => prose([{ type: 'table', content: many(s / 1000, () => ({ type: 'tableRow', content: many(10, () => ({ type: 'tableCell', attrs: { colspan: 100, rowspan: 200 }, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }] })) })) }]),
  'tables: cells that span in lexical': (s) => lexical([{ type: 'table', children: many(s / 1000, () => ({ type: 'tablerow', children: many(10, () => ({ type: 'tablecell', colSpan: 100, rowSpan: 200, children: [{ type: 'paragraph', children: [{ type: 'text', text: 'a' }] }] })) })) }]),
  'tables: a column that reaches down': (s) => table(many(s / 30, () => [{ text: 'a', rowspan: 200 }])),
  'tables: one wide row': (s) => table([many(s / 5, () => 'a')]),
  'tables: wide rows': (s) => table(many(s / 5000, () => many(1000, () => 'a'))),
  'tables: a wide row and many short ones': (s) => table([many(990, () => 'a'), ...many(s / 8, () => ['a'])]),
  'tables: wide spans and many rows': (s) => table(many(s / 200, () => many(10, () => ({ text: 'a', colspan: 100 })))),
  'tables: many': (s) => own(many(s / 60, () => ({ type: 'table', rows: [['a', 'b']] }))),
  'tables: in tables': (s) => own(many(s / 1500, () => nested(22, 'a', (inner) => ({ type: 'table', rows: [[{ body: [inner] }, 'b']] })))),
  'tables: in tables of HTML': (s) => html(fill(s, `${'<table><tr><td>a<td>'.repeat(20)}${'</table>'.repeat(20)}`)),
  'tables: heads': (s) => own([{ type: 'table', head: many(s / 20, () => ['a', 'b']), foot: many(s / 20, () => ['a', 'b']), rows: [['a']] }]),
  'tables: of apple': (s) => apple([{ role: 'datatable', data: { descriptors: many(100, (n) => ({ key: `k${n}`, label: 'a' })), records: many(s / 1000, () => members(100)) } }]),
  'tables: of arc': (s) => arc([{ type: 'table', header: many(s / 60, () => ({ type: 'text', content: 'a' })), rows: many(s / 60, () => [{ type: 'text', content: 'a' }]) }]),
  'tables: of editorjs': (s) => ({ time: 1, blocks: [{ type: 'table', data: { content: many(s / 5000, () => many(1000, () => 'a')) } }] }),
  'tables: of strapi and others': (s) => prose([{ type: 'table', content: [{ type: 'tableRow', content: many(s / 100, () => ({ type: 'tableCell', attrs: { colspan: 100 }, content: [{ type: 'text', text: 'a' }] })) }] }]),

  // Depth.
  'depth: quotes': (s) => own(many(s / 1200, () => nested(30, 'a', (inner) => ({ type: 'quote', body: [inner, 'b'] })))),
  'depth: lists': (s) => own(many(s / 1200, () => ({ type: 'list', items: [nested(30, 'a', (inner) => ({ text: 'a', items: [inner] }))] }))),
  'depth: boxes': (s) => own(many(s / 1500, () => nested(30, 'a', (inner) => ({ type: 'details', summary: 'a', body: [inner] })))),
  'depth: definitions': (s) => own(many(s / 1500, () => nested(30, 'a', (inner) => ({ type: 'definitions', items: [{ term: 'a', body: [inner] }] })))),
  'depth: HTML': (s) => html(fill(s, '<blockquote><div><ul><li>a')),
  'depth: HTML with marks': (s) => html(fill(s, `${TAGS}<ruby>a<rt>`)),
  'depth: arrays': (s) => `{"headline":"H","body":${fill(s / 2, '[')}${fill(s / 2, ']')}}`,
  'depth: prosemirror': (s) => prose([nested(Math.min(s / 40, 2000), { type: 'paragraph', content: [{ type: 'text', text: 'a' }] }, (inner) => ({ type: 'blockquote', content: [inner] }))]),
  'depth: portable text levels': (s) => many(s / 110, (n) => ({ _type: 'block', listItem: 'bullet', level: n, children: [{ _type: 'span', text: 'a' }] })),

  // The report.
  'report: a long name around unknown blocks': (s) => ({ title: 'H', [fill(s / 2, 'n')]: many(s / 130, (n) => ({ _type: `t${n}`, _key: `${n}`, children: [{ _type: 'span', text: 'a' }] })) }),
  'report: long kinds of blocks': (s) => own(many(300, () => ({ type: fill(s / 300, 't'), text: 'a' }))),
  'report: long names of members': (s) => own([Object.fromEntries(many(300, (n) => [`${n}${fill(s / 310, 'n')}`, 1]))]),
  'report: long names of marks': (s) => own([paragraph({ text: 'a', marks: many(300, () => fill(s / 310, 'm')) })]),
  'report: deep paths of long names': (s) => nested(20, { type: 'doc', content: many(300, () => ({ type: 'x', text: 'a' })) }, (inner) => ({ [fill(s / 20, 'n')]: inner })),
  'report: controls': (s) => own(many(300, () => ({ type: fill(s / 2000, '\u0001'), text: 'a' }))),
  'report: members': (s) => own('x', members(s / 10)),
  'report: unknown blocks': (s) => own(many(s / 30, (n) => ({ type: `t${n}`, text: 'a' }))),
  'report: addresses that are refused': (s) => own([paragraph(many(s / 8000, () => ({ text: 'a', url: `javascript:${fill(7900, 'x')}` })))]),

  // JSON.
  'json: numbers': (s) => own('x', { x: many(s / 2, () => 1) }),
  'json: lists': (s) => own('x', { x: many(s / 3, () => []) }),
  'json: objects': (s) => own('x', { x: many(s / 7, () => ({ a: 1 })) }),
  'json: escapes': (s) => own(fill(s / 2, '\n"')),
  'json: text that is JSON': (s) => ({ title: 'H', body: JSON.stringify(prose(many(s / 90, () => ({ type: 'paragraph', content: [{ type: 'text', text: 'a' }] })))) }),

  // HTML.
  'html: attributes': (s) => html(`<a ${fill(s, 'a ')}href=https://e.org/>a</a>`),
  'html: attributes of many elements': (s) => html(fill(s, '<b a b c d e f g h>a</b>')),
  'html: references': (s) => html(fill(s, '&amp;')),
  'html: unknown tags': (s) => html(fill(s, '<x-y>')),
  'html: blanks': (s) => html(`a${fill(s, '</x> ')}b`),
  'html: breaks': (s) => html(fill(s, '<br>')),
  'html: pictures': (s) => html(fill(s, '<img src=https://e.org/a alt=b>')),
  'html: preformatted': (s) => html(`<pre>${fill(s, '<b>a</b>\n')}`),
  'html: footnotes': (s) => html(`${text(s / 60, (n) => `<a href=#fn${n}>${n}</a>`)}<ol>${text(s / 60, (n) => `<li id=fn${n}>${n}`)}</ol>`),
  'html: figures': (s) => html(fill(s, '<figure><img src=https://e.org/a alt=b><figcaption>a</figcaption></figure>')),
  'html: galleries': (s) => html(`<ul class=blocks-gallery-grid>${fill(s, '<li><figure><img src=https://e.org/a></figure>')}</ul>`),
  'html: tweets': (s) => html(fill(s, '<blockquote class=twitter-tweet>a<a href=https://twitter.com/a/status/1>a</a></blockquote>')),
  'html: definitions': (s) => html(`<dl>${fill(s, '<dt>a<dd>b')}`),
  'html: headings': (s) => html(fill(s, '<h2>a')),
  'html: of a guardian element': (s) => guardian([element('Text', { html: `<p>${fill(s, '<b>a</b>')}` })]),
  'html: of wordpress': (s) => ({ id: 1, link: 'https://e.org/', title: { rendered: 'H' }, content: { rendered: fill(s, '<p>a <b>b</b>') } }),
  'html: of a timeline': (s) => guardian([element('TimelineAtom', { events: many(s / 60, () => ({ date: '1', title: 'a', body: '<p>a' })) })]),
};

/**
 * An attack as bytes of JSON.
 * @param {string} name @param {number} bytes  the most
 */
export function attack(name, bytes) {
  for (let size = bytes; ; size *= 0.9) {
    const made = ATTACKS[name]?.(size);
    const json = new TextEncoder().encode(typeof made === 'string' ? made : JSON.stringify(made));
    // Some attacks have parts of a fixed length, which is their minimum.
    if (json.length <= bytes || size < 1) return json;
    // Escaped characters are longer in JSON.
    if (json.length > 2 * bytes) size *= bytes / json.length;
  }
}

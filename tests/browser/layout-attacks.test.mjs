// No content of an article is wider than its box or widens the page, on a phone too, in both directions.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { MODULE, html } from './widget-page.mjs';

/**
 * Text without break opportunities: letters, digits, spaces and joiners that stay together.
 * @type {Record<string, string>}
 */
const WIDE = {
  'a long word': 'W'.repeat(2000),
  'a long number': `${'1'.repeat(600)}.${'9'.repeat(600)}`,
  'no-break spaces': 'word\u00a0'.repeat(300),
  'word joiners': 'w\u2060'.repeat(600),
  'a long address': `https://harbour.example/${'path/'.repeat(100)}${'q'.repeat(500)}`,
  'letters that join': 'ب'.repeat(1500),
  'hyphens that do not break': 'ab\u2011'.repeat(400),
};

/** @param {string} lang @param {string} wide */
const article = (lang, wide) => {
  const link = { text: wide, url: 'https://harbour.example/' };
  const picture = { src: 'missing.png', alt: wide, width: 1600, height: 900, caption: wide, credit: wide };
  return JSON.stringify({
    lang, kicker: wide, headline: wide, description: wide, breadcrumb: [{ name: wide, url: '/' }, { name: wide, url: '/a' }, wide],
    author: [{ name: wide, url: '/x', jobTitle: wide }, wide], publisher: { name: wide }, datePublished: '2026-09-01T07:30:00Z', image: picture,
    body: [
      wide, { type: 'paragraph', text: [link, { text: wide, marks: ['code'] }, { text: wide, marks: ['sup'] }, { text: wide, marks: ['kbd'] }, { text: '漢', ruby: wide.slice(0, 20) }, { text: wide, abbr: wide }] },
      { type: 'heading', text: wide }, { type: 'heading', level: 3, text: wide }, { type: 'list', items: [wide, { text: wide, items: [wide] }] }, { type: 'list', ordered: true, start: 1_999_999_999, items: [wide] },
      { type: 'quote', text: wide, attribution: wide }, { type: 'pullquote', text: wide, attribution: wide }, { type: 'image', ...picture }, { type: 'gallery', images: [picture, picture] },
      { type: 'table', caption: wide, head: [wide, wide], rows: [[wide, link]] }, { type: 'code', text: wide, language: 'x', caption: wide }, { type: 'aside', title: wide, text: wide },
      { type: 'keypoints', title: wide, items: [wide] }, { type: 'callout', title: wide, text: wide }, { type: 'details', summary: wide, open: true, body: [wide] }, { type: 'definitions', items: [{ term: wide, text: wide }] },
      { type: 'embed', url: 'https://video.example/1', title: wide, provider: wide, text: wide }, { type: 'card', url: 'https://harbour.example/', title: wide, description: wide, source: wide, image: picture },
      { type: 'file', url: 'https://harbour.example/a.pdf', name: wide }, { type: 'button', text: wide, url: 'https://harbour.example/' }, { type: 'entry', title: wide, date: '2026-09-01', author: wide, body: [wide] },
      { type: 'rating', value: 4, best: 5, text: wide }, { type: 'product', name: wide, price: wide, rating: { value: 3, best: 10 }, url: 'https://harbour.example/', image: picture, text: wide },
      { type: 'question', question: wide, text: wide }, { type: 'correction', text: wide }, { type: 'notes', items: [wide] },
      { type: 'video', src: 'https://harbour.example/a.mp4', title: wide, caption: wide }, { type: 'audio', src: 'https://harbour.example/a.mp3', title: wide, caption: wide },
      ...['wide', 'full', 'half', 'thumbnail'].flatMap((layout) => [{ type: 'image', src: 'missing.png', alt: 'x', width: 1600, height: 900, caption: wide, layout }, 'x', { type: 'aside', text: wide, layout }, 'x']),
      { type: 'gallery', columns: 6, layout: 'full', images: [picture, picture, picture, picture] }, ...Array.from({ length: 200 }, () => ({ type: 'image', src: 'missing.png', alt: 'x', width: 100, height: 900, layout: 'half' })),
      { type: 'list', items: [{ body: [{ type: 'image', src: 'missing.png', alt: 'x', width: 600, height: 900, layout: 'half' }, wide] }] }, nested(20, (inner) => ({ type: 'aside', layout: 'half', body: [{ type: 'image', src: 'missing.png', alt: 'x', width: 600, height: 900, layout: 'half' }, 'x', ...(inner ? [inner] : [])] })),
      nested(20, (inner) => ({ type: 'list', items: [{ text: 'x', items: inner ? inner.items : ['y'] }] })), nested(20, (inner) => ({ type: 'quote', body: [wide, ...(inner ? [inner] : [])] })),
      nested(20, (inner) => ({ type: 'aside', body: ['x', ...(inner ? [inner] : [])] })),
    ],
    keywords: [wide, 'b', wide], related: { title: wide, more: { text: wide, url: '/more' }, items: [{ headline: wide, url: '/1', image: picture, source: wide, datePublished: '2026-09-01', sponsored: true }, { headline: wide, url: '/2' }] },
  });
};

/** @param {number} depth @param {(inner: any) => any} wrap */
const nested = (depth, wrap) => Array.from({ length: depth }).reduce((inner) => wrap(inner), /** @type {any} */ (undefined));

for (const [name, wide] of Object.entries(WIDE)) {
  everywhere(`on a phone nothing stands out of an article: ${name}`, async (page, site) => {
    await page.resize(320, 640);
    site.route('/page.html', html('', { head: `<meta name="viewport" content="width=device-width"><style>body { margin: 0 } main { padding: 16px }</style>${MODULE}` }));
    await page.open('/page.html');
    await page.until(() => customElements.get('article-widget') !== undefined);
    /** @type {string[]} */
    const wrong = [];
    for (const [lang, look] of [['en', 'list'], ['ar', 'cards'], ['en', 'carousel'], ['ar', 'compact']]) {
      const found = await page.run(
        async (json, dir, look) => {
          document.documentElement.dir = dir;
          document.body.innerHTML = `<main><article-widget related="${look}"></article-widget></main>`;
          const widget = /** @type {any} */ (document.querySelector('article-widget'));
          const shown = new Promise((resolve, reject) => {
            widget.addEventListener('load', resolve);
            widget.addEventListener('error', (/** @type {CustomEvent} */ event) => reject(new Error(event.detail.message)));
          });
          widget.article = json;
          await shown;
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { content-visibility: visible !important }');
          widget.shadowRoot.adoptedStyleSheets = [...widget.shadowRoot.adoptedStyleSheets, sheet];
          const article = /** @type {Element} */ (widget.shadowRoot.querySelector('article'));
          const box = article.getBoundingClientRect();
          const scrollers = '[part~=table-scroll], [part~=code-scroll], [part~=gallery-strip], [part~=related-carousel] > ol, [part~=related-carousel] > ul';
          const out = [...article.querySelectorAll('*')].filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return element.getClientRects().length > 0 && (left < box.left - 1 || right > box.right + 1) && !element.parentElement?.closest(scrollers);
          });
          const { scrollWidth, clientWidth } = document.documentElement;
          return [
            ...new Set(out.map((element) => `${element.parentElement?.localName}[${element.parentElement?.getAttribute('part')}] > ${element.localName}[${element.getAttribute('part')}] ${Math.round(element.getBoundingClientRect().width)}`)),
            ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : []),
          ];
        },
        article(lang, wide), lang === 'ar' ? 'rtl' : 'ltr', look,
      );
      wrong.push(...found.map((line) => `${lang}, ${look}: ${line}`));
    }
    assert.deepEqual(wrong, []);
  });
}

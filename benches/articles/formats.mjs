// The same article in each input format, and its size in that format.
import { draft } from './article.mjs';

/**
 * @typedef {import('./article.mjs').Block} Block
 * @typedef {import('./article.mjs').Draft} Draft
 * @typedef {import('./article.mjs').Span} Span
 * @typedef {'json' | 'html' | 'portable-text'} Format  own JSON with blocks; own JSON with a body of HTML; Portable Text
 */

/** @type {Format[]} */
export const formats = ['json', 'html', 'portable-text'];

/**
 * An article of about `bytes` bytes of JSON in UTF-8.
 * @param {Format} format @param {number} bytes @param {number} [seed]
 */
export function article(format, bytes, seed = 1) {
  const { block, whole } = writers[format];
  return whole(draft(seed, bytes, (one) => Buffer.byteLength(JSON.stringify(block(one))) + 1));
}

const header = (/** @type {Draft} */ { headline, description, datePublished, author }) =>
  ({ lang: 'en', headline, description, datePublished, author });

/** @type {Record<Format, { block: (block: Block) => any, whole: (draft: Draft) => any }>} */
const writers = {
  json: { block: ownBlock, whole: (one) => ({ ...header(one), body: one.blocks.map(ownBlock) }) },
  html: { block: htmlBlock, whole: (one) => ({ ...header(one), body: { html: one.blocks.map(htmlBlock).join('\n') } }) },
  'portable-text': {
    block: portableBlocks,
    whole: ({ headline, description, datePublished, author, blocks }) => ({
      _type: 'article', language: 'en', title: headline, excerpt: description, publishedAt: datePublished,
      author: { _type: 'author', name: author },
      body: blocks.flatMap(portableBlocks).map((block, index) => ({ _key: `b${index}`, ...block })),
    }),
  },
};

/** @param {Block} block */
function ownBlock(block) {
  if (block.type !== 'paragraph') return block;
  const text = block.spans.map(({ text, marks, url }) =>
    marks.length > 0 ? { text, marks } : url === undefined ? text : { text, url },
  );
  return { type: 'paragraph', text: text.length === 1 ? text[0] : text };
}

/** @param {Block} block */
function htmlBlock(block) {
  switch (block.type) {
    case 'paragraph':
      return `<p>${block.spans.map(htmlSpan).join('')}</p>`;
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</${tag}>`;
    }
    case 'quote':
      return `<blockquote><p>${escaped(block.text)}</p></blockquote>`;
    case 'image': {
      const { src, alt, width, height, caption } = block;
      const image = `<img src="${src}" alt="${escaped(alt)}" width="${width}" height="${height}" loading="lazy">`;
      return `<figure>${image}<figcaption>${escaped(caption)}</figcaption></figure>`;
    }
  }
}

/** @param {Span} span */
function htmlSpan({ text, marks, url }) {
  const inner = marks.reduceRight((content, mark) => `<${mark}>${content}</${mark}>`, escaped(text));
  return url === undefined ? inner : `<a href="${url}">${inner}</a>`;
}

const entities = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' });
const escaped = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (character) => entities[character]);

/** @param {Block} block @returns {Record<string, unknown>[]} */
function portableBlocks(block) {
  const plain = (/** @type {string} */ style, /** @type {string} */ text) => ({
    _type: 'block', style, markDefs: [], children: [{ _type: 'span', _key: 's0', text, marks: [] }],
  });
  switch (block.type) {
    case 'paragraph': {
      const links = block.spans.filter(({ url }) => url !== undefined);
      const children = block.spans.map((span, index) => ({
        _type: 'span', _key: `s${index}`, text: span.text,
        marks: span.url === undefined ? span.marks : [`l${links.indexOf(span)}`],
      }));
      return [{ _type: 'block', style: 'normal', markDefs: links.map(({ url }, index) => ({ _key: `l${index}`, _type: 'link', href: url })), children }];
    }
    case 'heading':
      return [plain('h2', block.text)];
    case 'list':
      return block.items.map((item) => ({ ...plain('normal', item), listItem: block.ordered ? 'number' : 'bullet', level: 1 }));
    case 'quote':
      return [plain('blockquote', block.text)];
    case 'image': {
      const { src, alt, caption, width, height } = block;
      return [{ _type: 'image', asset: { url: src, metadata: { dimensions: { width, height } } }, alt, caption }];
    }
  }
}

// Hand-written: strings, with all values escaped and all addresses checked.
import { published } from '../peers/common/date.js';
import { parsed } from '../peers/common/json.js';
import { imageUrl, linkUrl } from '../peers/common/url.js';

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text) => String(text).replace(/[&<>"']/g, (character) => entities[character]);
const attribute = (name, value) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`);

function span(one) {
  if (typeof one === 'string') return escaped(one);
  if (one.url !== undefined) return `<a rel="noopener noreferrer"${attribute('href', linkUrl(one.url))}>${escaped(one.text)}</a>`;
  return one.marks.reduceRight((content, mark) => `<${mark}>${content}</${mark}>`, escaped(one.text));
}

const text = (value) => (Array.isArray(value) ? value.map(span).join('') : escaped(value));

function block(one) {
  switch (one.type) {
    case 'paragraph':
      return `<p>${text(one.text)}</p>`;
    case 'heading':
      return `<h3 part="heading">${text(one.text)}</h3>`;
    case 'list': {
      const tag = one.ordered ? 'ol' : 'ul';
      return `<${tag}>${one.items.map((item) => `<li>${text(item)}</li>`).join('')}</${tag}>`;
    }
    case 'quote':
      return `<blockquote part="quote"><p>${text(one.text)}</p></blockquote>`;
    case 'image': {
      const { alt, width, height, src, caption } = one;
      return `<figure part="figure"><img part="image" alt="${escaped(alt)}"${attribute('width', width)}${attribute('height', height)} loading="lazy" decoding="async" referrerpolicy="no-referrer"${attribute('src', imageUrl(src))}><figcaption part="caption"><span>${text(caption)}</span></figcaption></figure>`;
    }
  }
}

/** The article around a body. */
const whole = ({ lang, headline, description, datePublished, author }, body) =>
  `<article part="article" lang="${escaped(lang)}" dir="ltr" aria-labelledby="article-headline"><header part="header"><h2 part="headline" id="article-headline">${escaped(headline)}</h2><p part="description">${escaped(description)}</p><div part="metadata"><span part="published">Published <time datetime="${escaped(datePublished)}">${published(datePublished)}</time></span>  <address part="authors">By <bdi>${escaped(author)}</bdi></address></div></header><div part="body">${body}</div></article>`;

export function json(bytes) {
  const article = parsed(bytes);
  return whole(article, article.body.map(block).join(''));
}

export const html = (sanitize) => (bytes) => {
  const article = parsed(bytes);
  return whole(article, sanitize(article.body.html));
};

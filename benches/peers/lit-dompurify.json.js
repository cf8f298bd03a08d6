import { html, nothing } from 'lit';
import { map } from 'lit/directives/map.js';
import { imageUrl, linkUrl } from './common/url.js';
import { shower } from './lit/article.js';

const marks = {
  strong: (content) => html`<strong>${content}</strong>`,
  em: (content) => html`<em>${content}</em>`,
};

function span(one) {
  if (typeof one === 'string') return one;
  if (one.url !== undefined) return html`<a rel="noopener noreferrer" href=${linkUrl(one.url) ?? nothing}>${one.text}</a>`;
  return one.marks.reduceRight((content, mark) => marks[mark](content), one.text);
}

const text = (value) => (Array.isArray(value) ? map(value, span) : value);
const items = (list) => map(list, (item) => html`<li>${text(item)}</li>`);

function block(one) {
  switch (one.type) {
    case 'paragraph':
      return html`<p>${text(one.text)}</p>`;
    case 'heading':
      return html`<h3 part="heading">${text(one.text)}</h3>`;
    case 'list':
      return one.ordered ? html`<ol>${items(one.items)}</ol>` : html`<ul>${items(one.items)}</ul>`;
    case 'quote':
      return html`<blockquote part="quote"><p>${text(one.text)}</p></blockquote>`;
    case 'image':
      return html`<figure part="figure"><img part="image" alt=${one.alt} width=${one.width} height=${one.height}
        loading="lazy" decoding="async" referrerpolicy="no-referrer" src=${imageUrl(one.src) ?? nothing}><figcaption
        part="caption"><span>${text(one.caption)}</span></figcaption></figure>`;
  }
}

export const show = shower(({ body }) => html`<div part="body">${map(body, block)}</div>`);

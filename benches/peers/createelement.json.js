import { create } from './common/create.js';
import { parsed } from './common/json.js';
import { rootIn } from './common/root.js';
import { imageUrl, linkUrl } from './common/url.js';
import { whole } from './common/whole.js';

function span(one) {
  if (typeof one === 'string') return one;
  if (one.url !== undefined) return create('a', { rel: 'noopener noreferrer', href: linkUrl(one.url) }, one.text);
  return one.marks.reduceRight((content, mark) => create(mark, {}, content), one.text);
}

const text = (value) => (Array.isArray(value) ? value.map(span) : [value]);

function block(one) {
  switch (one.type) {
    case 'paragraph':
      return create('p', {}, ...text(one.text));
    case 'heading':
      return create('h3', { part: 'heading' }, ...text(one.text));
    case 'list':
      return create(one.ordered ? 'ol' : 'ul', {}, ...one.items.map((item) => create('li', {}, ...text(item))));
    case 'quote':
      return create('blockquote', { part: 'quote' }, create('p', {}, ...text(one.text)));
    case 'image': {
      const { alt, width, height, src, caption } = one;
      return create('figure', { part: 'figure' },
        create('img', { part: 'image', alt, width, height, loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer', src: imageUrl(src) }),
        create('figcaption', { part: 'caption' }, create('span', {}, ...text(caption))));
    }
  }
}

export function show(place, bytes) {
  const root = rootIn(place);
  const update = (next) => {
    const article = parsed(next);
    const body = create('div', { part: 'body' });
    for (const one of article.body) body.appendChild(block(one));
    root.replaceChildren(whole(article, body));
  };
  update(bytes);
  return { update, remove: () => root.replaceChildren() };
}

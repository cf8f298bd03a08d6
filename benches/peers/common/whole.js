import { create } from './create.js';
import { published } from './date.js';

/** The article around a body, by createElement. @param {any} article @param {Node} body */
export function whole({ lang, headline, description, datePublished, author }, body) {
  const time = create('time', { datetime: datePublished }, published(datePublished));
  return create('article', { part: 'article', lang, dir: 'ltr', 'aria-labelledby': 'article-headline' },
    create('header', { part: 'header' },
      create('h2', { part: 'headline', id: 'article-headline' }, headline),
      create('p', { part: 'description' }, description),
      create('div', { part: 'metadata' },
        create('span', { part: 'published' }, 'Published ', time), '  ',
        create('address', { part: 'authors' }, 'By ', create('bdi', {}, author)))),
    body);
}

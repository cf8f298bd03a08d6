import { html, render } from 'lit';
import { published } from '../common/date.js';
import { parsed } from '../common/json.js';
import { rootIn } from '../common/root.js';

const whole = ({ lang, headline, description, datePublished, author }, body) => html`<article
  part="article" lang=${lang} dir="ltr" aria-labelledby="article-headline"><header part="header"><h2
  part="headline" id="article-headline">${headline}</h2><p part="description">${description}</p><div
  part="metadata"><span part="published">Published <time datetime=${datePublished}>${published(datePublished)}</time></span>  <address
  part="authors">By <bdi>${author}</bdi></address></div></header>${body}</article>`;

export const shower = (body) => (place, bytes) => {
  const root = rootIn(place);
  const update = (next) => {
    const article = parsed(next);
    render(whole(article, body(article)), root);
  };
  update(bytes);
  return { update, remove: () => render(null, root) };
};

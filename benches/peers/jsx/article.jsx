import { published } from '../common/date.js';

export function Article({ article, children }) {
  const { lang, headline, description, datePublished, author } = article;
  return (
    <article part="article" lang={lang} dir="ltr" aria-labelledby="article-headline">
      <header part="header">
        <h2 part="headline" id="article-headline">{headline}</h2>
        <p part="description">{description}</p>
        <div part="metadata">
          <span part="published">Published <time dateTime={datePublished}>{published(datePublished)}</time></span>
          {'  '}
          <address part="authors">By <bdi>{author}</bdi></address>
        </div>
      </header>
      {children}
    </article>
  );
}

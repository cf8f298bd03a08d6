import { published } from '../common/date.js';

export function Article(props) {
  return (
    <article part="article" lang={props.article.lang} dir="ltr" aria-labelledby="article-headline">
      <header part="header">
        <h2 part="headline" id="article-headline">{props.article.headline}</h2>
        <p part="description">{props.article.description}</p>
        <div part="metadata">
          <span part="published">Published <time datetime={props.article.datePublished}>{published(props.article.datePublished)}</time></span>
          {'  '}
          <address part="authors">By <bdi>{props.article.author}</bdi></address>
        </div>
      </header>
      {props.children}
    </article>
  );
}

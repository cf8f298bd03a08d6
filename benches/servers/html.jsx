import { Article } from '../peers/jsx/article.jsx';

export function HtmlArticle({ article, sanitize }) {
  return (
    <Article article={article}>
      <div part="body" dangerouslySetInnerHTML={{ __html: sanitize(article.body.html) }} />
    </Article>
  );
}

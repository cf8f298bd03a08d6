import DOMPurify from 'dompurify';
import { Article } from './article.jsx';

export function HtmlArticle({ article }) {
  return (
    <Article article={article}>
      <div part="body" dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(article.body.html) }} />
    </Article>
  );
}

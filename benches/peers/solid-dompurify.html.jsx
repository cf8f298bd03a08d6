import DOMPurify from 'dompurify';
import { render } from 'solid-js/web';
import { parsed } from './common/json.js';
import { rootIn } from './common/root.js';
import { Article } from './solid/article.jsx';

function HtmlArticle(props) {
  return <Article article={props.article}><div part="body" innerHTML={DOMPurify.sanitize(props.article.body.html)} /></Article>;
}

export function show(place, bytes) {
  const article = parsed(bytes);
  return { remove: render(() => <HtmlArticle article={article} />, rootIn(place)) };
}

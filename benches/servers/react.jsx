import { renderToStaticMarkup } from 'react-dom/server';
import { BlockArticle } from '../peers/jsx/blocks.jsx';
import { parsed } from '../peers/common/json.js';
import { HtmlArticle } from './html.jsx';

export const json = (bytes) => renderToStaticMarkup(<BlockArticle article={parsed(bytes)} />);
export const html = (sanitize) => (bytes) => renderToStaticMarkup(<HtmlArticle article={parsed(bytes)} sanitize={sanitize} />);

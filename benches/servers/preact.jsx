import { render } from 'preact-render-to-string';
import { BlockArticle } from '../peers/jsx/blocks.jsx';
import { parsed } from '../peers/common/json.js';
import { HtmlArticle } from './html.jsx';

export const json = (bytes) => render(<BlockArticle article={parsed(bytes)} />);
export const html = (sanitize) => (bytes) => render(<HtmlArticle article={parsed(bytes)} sanitize={sanitize} />);

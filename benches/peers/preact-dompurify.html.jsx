import { HtmlArticle } from './jsx/html.jsx';
import { shower } from './jsx/preact.jsx';

export const show = shower(HtmlArticle);

import { HtmlArticle } from './jsx/html.jsx';
import { shower } from './jsx/react.jsx';

export const show = shower(HtmlArticle);

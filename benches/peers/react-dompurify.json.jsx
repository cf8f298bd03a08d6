import { BlockArticle } from './jsx/blocks.jsx';
import { shower } from './jsx/react.jsx';

export const show = shower(BlockArticle);

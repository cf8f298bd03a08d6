import { BlockArticle } from './jsx/blocks.jsx';
import { shower } from './jsx/preact.jsx';

export const show = shower(BlockArticle);

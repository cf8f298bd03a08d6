import { ArticleWidget } from './index.js';

/** Registers `<article-widget>`, as importing this module does; the first registration on a page stays. */
export function define(): void;

declare global {
  interface HTMLElementTagNameMap {
    'article-widget': ArticleWidget;
  }
}

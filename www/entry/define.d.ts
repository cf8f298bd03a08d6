import { ArticleWidget } from './index.js';

/** Registers `<article-widget>`, like the import of this module. The first registration on a page stays. */
export function define(): void;

declare global {
  interface HTMLElementTagNameMap {
    'article-widget': ArticleWidget;
  }
}

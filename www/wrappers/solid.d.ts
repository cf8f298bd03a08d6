// `import type {} from 'article-widget/solid'`: the element in Solid's JSX.
import type { ArticleAttributes, ArticleWidget } from '../entry/index.js';
import type { JSX } from 'solid-js';

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'article-widget': ArticleAttributes & { 'prop:article'?: unknown } & Omit<JSX.HTMLAttributes<ArticleWidget>, keyof ArticleAttributes>;
    }
  }
}

// `import type {} from 'article-widget/preact'`: the element in Preact's JSX.
import type { ArticleAttributes, ArticleWidget } from '../entry/index.js';
import type { JSX, Ref } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'article-widget': ArticleAttributes & { article?: unknown; ref?: Ref<ArticleWidget> } & Omit<JSX.HTMLAttributes<ArticleWidget>, keyof ArticleAttributes>;
    }
  }
}

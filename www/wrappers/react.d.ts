import type { ReactNode, Ref, HTMLAttributes } from 'react';
import type { ArticleAttributes, ArticleElementProperties, ArticleWidget, Failure, LinkClick, Report } from '../entry/index.js';

export interface ArticleProps extends ArticleElementProperties, Omit<HTMLAttributes<ArticleWidget>, 'onLoad' | 'onError' | 'dir' | 'lang'> {
  onLoad?: (event: CustomEvent<Report>) => void;
  onError?: (event: CustomEvent<Failure>) => void;
  /** A link in the article was followed; `event.preventDefault()` leaves it to the application. */
  onLinkClick?: (event: CustomEvent<LinkClick>) => void;
  /** Stands for the article until it is there, and if it cannot be shown. */
  children?: ReactNode;
  ref?: Ref<ArticleWidget>;
}

/** Shows an article. */
export function Article(properties: ArticleProps): ReactNode;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'article-widget': ArticleAttributes & { article?: unknown; ref?: Ref<ArticleWidget>; children?: ReactNode } & Omit<HTMLAttributes<ArticleWidget>, 'dir' | 'lang'>;
    }
  }
}

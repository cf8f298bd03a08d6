import type { ReactNode, Ref, HTMLAttributes } from 'react';
import type { ArticleAttributes, ArticleElementProperties, ArticleWidget, Failure, LinkClick, Report } from '../entry/index.js';

export interface ArticleProps extends ArticleElementProperties, Omit<HTMLAttributes<ArticleWidget>, 'onLoad' | 'onError' | 'dir' | 'lang'> {
  onLoad?: (event: CustomEvent<Report>) => void;
  onError?: (event: CustomEvent<Failure>) => void;
  /** A link in the article was followed; `event.preventDefault()` leaves it to the application. */
  onLinkClick?: (event: CustomEvent<LinkClick>) => void;
  /** What `renderElement` gave: written on the server, and taken over as it is. Not needed in server components. */
  server?: { html: string };
  /** In server components alone: as for `renderElement`. */
  base?: string;
  styles?: 'link' | 'inline' | 'none';
  nonce?: string;
  /** Stands for the article until it is there, and if it cannot be shown. */
  children?: ReactNode;
  ref?: Ref<ArticleWidget>;
}

/** Shows an article. As a server component it renders `article` on the server. */
export function Article(properties: ArticleProps): ReactNode;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'article-widget': ArticleAttributes & { article?: unknown; ref?: Ref<ArticleWidget>; children?: ReactNode } & Omit<HTMLAttributes<ArticleWidget>, 'dir' | 'lang'>;
    }
  }
}

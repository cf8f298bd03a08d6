import type { ReactNode, Ref, HTMLAttributes } from 'react';
import type { ArticleAttributes, ArticleElementProperties, ArticleWidget, Failure, LinkClick, Report } from '../entry/index.js';

export interface ArticleProps extends ArticleElementProperties, Omit<HTMLAttributes<ArticleWidget>, 'onLoad' | 'onError' | 'dir' | 'lang'> {
  onLoad?: (event: CustomEvent<Report>) => void;
  onError?: (event: CustomEvent<Failure>) => void;
  /**
   * A link in the article was followed; `event.preventDefault()` stops the browser, so that the application can
   * navigate.
   */
  onLinkClick?: (event: CustomEvent<LinkClick>) => void;
  /** The result of `renderElement`: written on the server, and taken over as it is. Not needed in server components. */
  server?: { html: string };
  /** Only in server components: as for `renderElement`. */
  base?: string;
  styles?: 'link' | 'inline' | 'none';
  nonce?: string;
  /** Shown until the article is shown, and if it cannot be shown. */
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

import type { DefineComponent } from 'vue';
import type { ArticleElementProperties, ArticleWidget, Failure, LinkClick, Report } from '../entry/index.js';

/** Shows an article; the default slot is shown until the article is shown. */
export const Article: DefineComponent<
  ArticleElementProperties & { /** The result of `renderElement`, on the server. */ server?: { html: string } },
  { element: ArticleWidget | null },
  {}, {}, {}, {}, {},
  {
    load: (event: CustomEvent<Report>) => void;
    error: (event: CustomEvent<Failure>) => void;
    linkclick: (event: CustomEvent<LinkClick>) => void;
  }
>;

declare module 'vue' {
  interface GlobalComponents {
    'article-widget': DefineComponent<ArticleElementProperties>;
  }
}

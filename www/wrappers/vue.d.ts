import type { DefineComponent } from 'vue';
import type { ArticleElementProperties, ArticleWidget, Failure, LinkClick, Report } from '../entry/index.js';

/** Shows an article; the default slot stands for it until it is there. */
export const Article: DefineComponent<
  ArticleElementProperties & { /** What `renderElement` gave, on the server. */ server?: { html: string } },
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

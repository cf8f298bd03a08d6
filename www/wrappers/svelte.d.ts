import type { Component, Snippet } from 'svelte';
import type { ArticleAttributes, ArticleElementProperties, ArticleWidget, Failure, LinkClick, Report } from '../entry/index.js';

export interface ArticleProps extends ArticleElementProperties {
  onload?: (event: CustomEvent<Report>) => void;
  onerror?: (event: CustomEvent<Failure>) => void;
  onlinkclick?: (event: CustomEvent<LinkClick>) => void;
  /** The result of `renderElement`: written on the server, and taken over as it is. */
  server?: { html: string };
  /** Shown until the article is shown. */
  children?: Snippet;
  element?: ArticleWidget;
}

/** Shows an article. */
export const Article: Component<ArticleProps, {}, 'element'>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'article-widget': ArticleAttributes & { article?: unknown };
  }
}

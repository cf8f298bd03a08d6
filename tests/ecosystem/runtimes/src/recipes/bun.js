import { createHandler } from 'article-widget/worker';

Bun.serve({ fetch: createHandler({ origins: ['https://news.example'] }) });

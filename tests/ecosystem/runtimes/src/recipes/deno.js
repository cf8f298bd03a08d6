import { createHandler } from 'article-widget/worker';

Deno.serve(createHandler({ origins: ['https://news.example'] }));

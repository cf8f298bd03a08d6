import { createHandler } from 'article-widget/worker';

export const runtime = 'edge';

const handler = createHandler({ origins: ['https://news.example'] });

export const GET = (request: Request) => handler(request);

// For Workers: the handler, and `/documents`, which renders the posted documents.
import * as files from 'article-widget/files';
import { createHandler } from 'article-widget/worker';
import { renderAll } from './render.js';

const handler = createHandler({ origins: ['https://news.example'], fresh: 1, stale: 60, files });

export default {
  async fetch(request, env, context) {
    if (new URL(request.url).pathname === '/documents') return Response.json(renderAll(await request.json()));
    return handler(request, env, context);
  },
};

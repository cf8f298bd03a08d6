import { lookup } from 'node:dns/promises';
import { createServer } from 'node:http';
import { createHandler, toNodeListener } from 'article-widget/worker';

const handler = createHandler({
  origins: ['https://news.example'],
  lookup: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
});
createServer(toNodeListener(handler)).listen(process.env.PORT ?? 8080);

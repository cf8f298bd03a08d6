// For Deno, Bun and Node: the handler on a free port of loopback; prints the port.
import { createServer } from 'node:http';
import { createHandler, toNodeListener } from 'article-widget/worker';
import process from 'node:process';

const [origin] = process.argv.slice(2);
const fetch = createHandler({ origins: [origin], allowPrivate: true, fresh: 600 });

if (globalThis.Deno) Deno.serve({ port: 0, hostname: '127.0.0.1', onListen: ({ port }) => console.log(port) }, fetch);
else if (globalThis.Bun) console.log(Bun.serve({ port: 0, hostname: '127.0.0.1', fetch }).port);
else {
  const server = createServer(toNodeListener(fetch)).listen(0, '127.0.0.1', () => console.log(server.address().port));
}

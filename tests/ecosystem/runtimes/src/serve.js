// For Deno and Bun: the handler on a free port of loopback, which is printed.
import { createHandler } from 'article-widget/worker';
import process from 'node:process';

const [origin] = process.argv.slice(2);
const fetch = createHandler({ origins: [origin], allowPrivate: true });

if (globalThis.Deno) Deno.serve({ port: 0, hostname: '127.0.0.1', onListen: ({ port }) => console.log(port) }, fetch);
else console.log(Bun.serve({ port: 0, hostname: '127.0.0.1', fetch }).port);

// `npm start`: sets up, builds, and serves the demo until it is stopped.
import { build } from '../build/build.mjs';
import { fail } from '../command.mjs';
import { serve } from './serve.mjs';
import { setUp } from '../setup/setup.mjs';

async function start() {
  const port = Number(process.env.PORT || 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT is not a port number: ${process.env.PORT}`);
  await setUp('build');
  await build();
  const server = await serve({ port }).catch((error) => {
    if (error.code === 'EADDRINUSE') throw new Error(`port ${port} is in use; choose another: PORT=8081 npm start`);
    throw error;
  });
  console.log(`Article Widget: ${server.url}/   (stop with Ctrl+C)`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close());
}

await start().catch(fail);

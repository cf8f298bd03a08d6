// Cloudflare's own runtime on loopback, as Wrangler starts it: one bundle, its WebAssembly modules, a configuration.
import { spawn } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Starts a worker; all its fetches go to one server on loopback.
 * @param {string} folder  of a project that has `workerd` and the package installed
 * @param {string} entry  of the worker, in that folder
 * @param {string} upstream  host and port of that server
 * @returns {Promise<{ url: string, pid: number, close: () => Promise<void> }>}
 */
export async function startWorkerd(folder, entry, upstream) {
  const out = join(folder, 'worker');
  await mkdir(out, { recursive: true });
  /** @type {string[]} */
  const modules = [];
  await build({
    entryPoints: [join(folder, entry)], outfile: join(out, 'index.js'), absWorkingDir: folder,
    bundle: true, minify: true, format: 'esm', conditions: ['workerd', 'worker', 'browser'], logLevel: 'warning',
    plugins: [{
      name: 'modules of WebAssembly stay files',
      setup: (context) => context.onResolve({ filter: /\.wasm$/ }, async ({ path, resolveDir }) => {
        const name = basename(path);
        await copyFile(join(resolveDir, path), join(out, name));
        if (!modules.includes(name)) modules.push(name);
        return { path: `./${name}`, external: true };
      }),
    }],
  });
  const embedded = modules.map((name) => `, (name = "${name}", wasm = embed "${name}")`).join('');
  await writeFile(join(out, 'config.capnp'), `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "index.js", esModule = embed "index.js")${embedded}],
      compatibilityDate = "2026-01-01",
      globalOutbound = "articles",
    )),
    (name = "articles", external = (address = "${upstream}", http = ())),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`);
  const child = spawn(join(folder, 'node_modules/.bin/workerd'), ['serve', '--control-fd=3', join(out, 'config.capnp')], { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] });
  const port = await new Promise((resolve, reject) => {
    let told = '';
    child.on('exit', (code) => reject(new Error(`workerd ended with code ${code}`)));
    /** @type {import('node:stream').Readable} */ (child.stdio[3]).setEncoding('utf8').on('data', (text) => {
      const found = /"port":(\d+)/.exec((told += text));
      if (found) resolve(found[1]);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: /** @type {number} */ (child.pid),
    close: () => new Promise((resolve) => {
      child.removeAllListeners('exit');
      child.on('exit', () => resolve());
      child.kill();
    }),
  };
}

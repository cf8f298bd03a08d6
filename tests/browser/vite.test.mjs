// The package as users get it: packed and installed into a fresh Vite project, served by its dev server and from its
// build.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { serve } from '../../pkg-config/serve/serve.mjs';
import { everywhere } from './support/browsers.mjs';
import { ARTICLE } from './widget-page.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const project = join(root, 'target/vite-project');

/** @param {string} program @param {string[]} args @param {string} cwd */
const run = (program, args, cwd) => promisify(execFile)(program, args, { cwd });

const files = {
  'package.json': JSON.stringify({ name: 'vite-project', private: true, type: 'module' }),
  'index.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Vite</title></head><body>
    <article-widget src="/article.json"></article-widget><div id="place"></div>
    <script type="module" src="/main.ts"></script></body></html>`,
  'public/article.json': ARTICLE,
  'main.ts': `import 'article-widget/define';
    import { mount, type Article } from 'article-widget';
    const article: Article = { headline: 'Mounted', body: ['Text'] };
    mount(document.querySelector('#place')!, article).ready.then((report) => (document.title = report.headline));`,
};

everywhere(
  'the packed package works in a Vite project',
  async (page) => {
    await rm(project, { recursive: true, force: true });
    await mkdir(join(project, 'public'), { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(project, name), text);
    await run('npm', ['pack', join(root, 'dist'), '--pack-destination', project], project);
    const tarball = (await readdir(project)).find((name) => name.endsWith('.tgz'));
    await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', `./${tarball}`, 'vite@8'], project);

    /** The article of the element and the mounted one, and the fetched files of the package. */
    const works = async (/** @type {string} */ url) => {
      await page.open(url);
      await page.until(() => document.title === 'Mounted' && document.querySelector('article-widget')?.shadowRoot?.querySelector('h2'));
      const fetched = await page.run(() => performance.getEntriesByType('resource').map(({ name }) => name.match(/\.(wasm|css)$/)?.[1]).filter(Boolean));
      assert.deepEqual(fetched, [], 'every file is a module');
    };

    const { createServer } = await import(pathToFileURL(join(project, 'node_modules/vite/dist/node/index.js')).href);
    const development = await createServer({ root: project, configFile: false, logLevel: 'error', server: { host: '127.0.0.1', port: 0 } });
    await development.listen();
    try {
      await works(`http://127.0.0.1:${development.httpServer.address().port}/`);
    } finally {
      await development.close();
    }

    await run('npx', ['vite', 'build'], project);
    const production = await serve({ mounts: { '/': join(project, 'dist') } });
    try {
      await works(`${production.url}/`);
    } finally {
      await production.close();
    }
  },
  { only: ['chromium'] },
);

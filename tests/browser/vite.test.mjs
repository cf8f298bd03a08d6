// The package as others get it: packed, installed into a fresh Vite project, built and opened.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serve } from '../../pkg-config/serve.mjs';
import { everywhere } from './support/browsers.mjs';
import { ARTICLE, json } from './widget-page.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const project = join(root, 'target/vite-project');

/** @param {string} program @param {string[]} args @param {string} cwd */
const run = (program, args, cwd) => promisify(execFile)(program, args, { cwd });

const files = {
  'package.json': JSON.stringify({ name: 'vite-project', private: true, type: 'module' }),
  'index.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Vite</title></head><body>
    <article-widget src="/article.json"></article-widget><div id="place"></div>
    <script type="module" src="/main.ts"></script></body></html>`,
  'main.ts': `import 'article-widget/define';
    import { mount, type Article } from 'article-widget';
    const article: Article = { headline: 'Mounted', body: ['Text'] };
    mount(document.querySelector('#place')!, article).ready.then((report) => (document.title = report.headline));`,
};

everywhere(
  'the packed package works in a Vite project',
  async (page) => {
    await rm(project, { recursive: true, force: true });
    await mkdir(project, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(project, name), text);
    await run('npm', ['pack', join(root, 'dist'), '--pack-destination', project], project);
    const tarball = (await readdir(project)).find((name) => name.endsWith('.tgz'));
    await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', `./${tarball}`, 'vite@8'], project);
    await run('npx', ['vite', 'build'], project);
    const built = join(project, 'dist');
    const assets = await readdir(join(built, 'assets'));
    assert.equal(assets.filter((name) => name.endsWith('.wasm')).length, 1, `the renderer is an asset: ${assets}`);

    const site = await serve({ mounts: { '/': built }, routes: { '/article.json': json(ARTICLE) } });
    try {
      await page.open(`${site.url}/`);
      await page.until(() => document.title === 'Mounted');
      await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('h2'));
      const fetched = site.requests.map(({ path }) => path.match(/\.(wasm|css)$/)?.[1]).filter(Boolean);
      assert.deepEqual(fetched.sort(), ['css', 'wasm']);
    } finally {
      await site.close();
    }
  },
  { only: ['chromium'], timeout: 240_000 },
);

// The npm package in dist/, as users install it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { decodeCore } from '../../www/loading/decode-core.js';
import { dist, packageVersion, root } from '../../pkg-config/project.mjs';

const execute = promisify(execFile);
/** The names of all files of the package. */
const files = (await readdir(dist, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(dist, join(parentPath, name)));
const manifest = JSON.parse(await readFile(join(dist, 'package.json'), 'utf8'));

/** A project that has the package installed. */
let consumer = '';
before(async () => {
  consumer = await mkdtemp(join(tmpdir(), 'article-widget-consumer-'));
  await mkdir(join(consumer, 'node_modules'));
  await symlink(dist, join(consumer, 'node_modules/article-widget'));
});
after(() => rm(consumer, { recursive: true, force: true }));

test('the modules share with their script what it needs, and no more', async () => {
  const names = async (/** @type {string} */ file) => {
    const module = await WebAssembly.compile(await readFile(join(dist, file)));
    const sorted = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name).sort().join(' ');
    return [sorted(WebAssembly.Module.exports(module)), sorted(WebAssembly.Module.imports(module))];
  };
  const all = ['begin malloc memory reset step', 'count date labels take throw'];
  for (const name of ['', '-html', '-web', '-publishers', '-formats']) assert.deepEqual(await names(`article-widget${name}.wasm`), all);
  assert.deepEqual(await names('article-widget-server.wasm'), ['begin malloc memory render_element render_html reset step', 'count date labels take']);
});

/** Runs a module in the consumer's project. @param {string} code @param {string[]} [flags] */
const runThere = async (code, flags = []) =>
  (await execute(process.execPath, [...flags, '--input-type=module', '--eval', code], { cwd: consumer })).stdout.trim();

test('the package has these files and no others', async () => {
  const { stdout } = await execute('npm', ['pack', '--dry-run', '--json', '--loglevel=error'], { cwd: dist });
  const packed = JSON.parse(stdout);
  // npm 11 prints a list, later versions an object by name.
  const [{ files }] = Array.isArray(packed) ? packed : Object.values(packed);
  assert.deepEqual(files.map((/** @type {{ path: string }} */ file) => file.path).sort(), [
    'Article.svelte',
    'LICENSE-APACHE',
    'LICENSE-MIT',
    'README.md',
    'article-widget-formats.fallback.js',
    'article-widget-formats.wasm',
    'article-widget-html.fallback.js',
    'article-widget-html.wasm',
    'article-widget-labels-a-g.tsv',
    'article-widget-labels-h-m.tsv',
    'article-widget-labels-n-t.tsv',
    'article-widget-labels-u-z.tsv',
    'article-widget-publishers.fallback.js',
    'article-widget-publishers.wasm',
    'article-widget-server.wasm',
    'article-widget-themes.css',
    'article-widget-web.fallback.js',
    'article-widget-web.wasm',
    'article-widget.classic.js',
    'article-widget.css',
    'article-widget.d.ts',
    'article-widget.fallback.js',
    'article-widget.js',
    'article-widget.wasm',
    'article.schema.json',
    'custom-elements.json',
    'define.d.ts',
    'define.js',
    'extras.js',
    'fallback.d.ts',
    'fallback.js',
    'files.d.ts',
    'files.js',
    'index.d.ts',
    'index.js',
    'integrity.json',
    'lightbox.js',
    'npm/attributes.js',
    'npm/extras-script.text.js',
    'npm/extras.js',
    'npm/formats.core.js',
    'npm/html.core.js',
    'npm/labels-a-g.text.js',
    'npm/labels-h-m.text.js',
    'npm/labels-n-t.text.js',
    'npm/labels-u-z.text.js',
    'npm/lightbox-script.text.js',
    'npm/lightbox.js',
    'npm/more.js',
    'npm/own.core.js',
    'npm/publishers.core.js',
    'npm/script.text.js',
    'npm/server-core.edge-light.js',
    'npm/server-core.js',
    'npm/server-core.workerd.js',
    'npm/server.core.js',
    'npm/sheet.text.js',
    'npm/themes.text.js',
    'npm/web.core.js',
    'package.json',
    'preact.d.ts',
    'react.d.ts',
    'react.js',
    'react.server.js',
    'server.d.ts',
    'server.edge-light.js',
    'server.js',
    'server.workerd.js',
    'solid.d.ts',
    'svelte.d.ts',
    'svelte.js',
    'vscode.css-data.json',
    'vscode.html-data.json',
    'vue.d.ts',
    'vue.js',
    'worker.d.ts',
    'worker.edge-light.js',
    'worker.js',
    'worker.workerd.js',
  ]);
});

test('name and version are the crate’s, and nothing in it is private or needs installing', () => {
  assert.equal(manifest.name, 'article-widget');
  assert.equal(manifest.version, packageVersion());
  assert.equal(manifest.private, undefined);
  const installing = ['dependencies', 'optionalDependencies', 'bundledDependencies', 'bundleDependencies', 'scripts', 'gypfile', 'bin'];
  assert.deepEqual(installing.filter((name) => name in manifest), []);
  // The frameworks of the components, for users who have them.
  assert.deepEqual(Object.keys(manifest.peerDependencies).filter((name) => !manifest.peerDependenciesMeta[name].optional), []);
});

test('what ships imports nothing of others, and what does not is for developers alone', async () => {
  const scripts = files.filter((name) => name.endsWith('.js'));
  for (const name of scripts) {
    const { metafile } = await build({ entryPoints: [join(dist, name)], bundle: false, write: false, metafile: true, format: 'esm', logLevel: 'silent' });
    const [{ imports }] = Object.values(metafile.outputs);
    const foreign = imports.map(({ path }) => path).filter((path) => !/^(\.\.?\/|(react|vue|article-widget\/server)$)/.test(path));
    assert.deepEqual(foreign, [], name);
  }
  assert.ok(scripts.includes('server.js'));
  // Everything that `npm audit --omit=dev` would check.
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const [, ...others] = Object.entries(packages);
  assert.ok(others.length > 9);
  assert.deepEqual(others.filter(([, { dev }]) => !dev).map(([name]) => name), []);
});

test('every export leads to a file that is in the package', async () => {
  const there = new Set(files.map((name) => `./${name}`));
  /** @param {any} entry @returns {string[]} */
  const leaves = (entry) => (typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(leaves));
  const named = [...leaves(manifest.exports), ...manifest.sideEffects, manifest.types, manifest.unpkg, manifest.jsdelivr];
  assert.deepEqual(named.filter((name) => !there.has(name)), []);
});

test('imports resolve as the README says, and nothing else does', async () => {
  const names = ['article-widget', 'article-widget/define', 'article-widget/server', 'article-widget/article-widget.wasm'];
  const resolved = await runThere(`console.log(${JSON.stringify(names)}.map((name) => import.meta.resolve(name).split('/').at(-1)).join())`);
  assert.equal(resolved, 'index.js,define.js,server.js,article-widget.wasm');
  const edge = await runThere('const { ArticleError } = await import("article-widget/server"); console.log(typeof ArticleError)');
  assert.equal(edge, 'function');
  await assert.rejects(runThere('await import("article-widget/package.template.json")'), /ERR_PACKAGE_PATH_NOT_EXPORTED/);
});

test('importing the package does nothing, on a server too', async () => {
  const exported = await runThere(`
    const before = Object.getOwnPropertyNames(globalThis).join();
    const { mount, ArticleWidget } = await import('article-widget');
    const { define } = await import('article-widget/define');
    define();
    if (Object.getOwnPropertyNames(globalThis).join() !== before) throw new Error('it left a global');
    console.log(typeof mount, typeof ArticleWidget);
  `);
  assert.equal(exported, 'function function');
});

test('an article is rendered on a server', async () => {
  const html = await runThere(`
    import { renderToString } from 'article-widget/server';
    const { html, report } = renderToString({ lang: 'en', headline: 'Bread & salt', body: ['One.'] });
    console.log(report.format, html);
  `);
  assert.match(html, /^article <article [^>]*lang="en"/);
  assert.match(html, /<h2 [^>]*>Bread &amp; salt<\/h2>/);
});

test('the types parse, and describe what the modules export', async () => {
  await writeFile(
    join(consumer, 'use.ts'),
    `import { mount, ArticleWidget, ArticleError, configure } from 'article-widget';
     import { define } from 'article-widget/define';
     import { renderToString } from 'article-widget/server';
     define();
     configure({ wasm: '/article-widget.wasm' });
     const html: string = renderToString({ headline: 'x' }).html;
     const element: ArticleWidget = document.createElement('article-widget');
     void mount(element, { headline: html });
     export const isArticleError = (error: unknown): boolean => error instanceof ArticleError;
     // @ts-expect-error: a wrong type has to be found
     mount(1);
    `,
  );
  const settings = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable', '--types', ''];
  for (const [module, resolution] of [['nodenext', 'nodenext'], ['esnext', 'bundler']]) {
    const args = [...settings, '--module', module, '--moduleResolution', resolution, 'use.ts'];
    await execute(join(root, 'node_modules/.bin/tsc'), args, { cwd: consumer }).catch((error) => assert.fail(error.stdout));
  }
});

test('the scripts know the hashes of the JavaScript builds, and bundlers find the files', async () => {
  for (const build of (await readdir(dist)).filter((name) => name.endsWith('.fallback.js'))) {
    const hash = createHash('sha256').update(await readFile(join(dist, build))).digest('base64');
    const code = await readFile(join(dist, 'extras.js'), 'utf8');
    assert.ok(code.includes(`import("./${build}")`), build);
    assert.ok(code.includes(hash), `the hash of ${build}`);
  }
});

test('the script of extras knows the hash of the lightbox', async () => {
  const hash = createHash('sha256').update(await readFile(join(dist, 'lightbox.js'))).digest('base64');
  const code = await readFile(join(dist, 'extras.js'), 'utf8');
  assert.ok(code.includes(`sha256-${hash}`) && code.includes('import("./lightbox.js")'));
});

test('a core is the same as a module of the npm entry', async () => {
  for (const [name, file] of Object.entries({ own: 'article-widget', html: 'article-widget-html', web: 'article-widget-web', publishers: 'article-widget-publishers', formats: 'article-widget-formats', server: 'article-widget-server' })) {
    const { default: text } = await import(join(dist, `npm/${name}.core.js`));
    assert.deepEqual(Buffer.from(decodeCore(text)), await readFile(join(dist, `${file}.wasm`)), name);
    assert.match(text, /^[ !#%()*-;=?-[\]^_a-~]+$/, 'no character that a minifier escapes');
  }
});

test('the npm entry costs at most 5 % more than the script tag, for a first article', async () => {
  const size = async (/** @type {string[]} */ names) => {
    const files = await Promise.all(names.map((name) => readFile(join(dist, name))));
    return files.reduce((sum, bytes) => sum + brotliCompressSync(bytes).length, 0);
  };
  const byTag = await size(['article-widget.js', 'article-widget.css', 'article-widget.wasm']);
  const byNpm = await size(['define.js', 'index.js', 'npm/own.core.js']);
  assert.ok(byNpm <= byTag * 1.05, `${byNpm} bytes by npm, ${byTag} by script tag`);
});

test('nothing of the npm entry has an address, and the JavaScript builds are in the graph of fallback.js alone', async () => {
  const scripts = files.filter((name) => /^(index|define|npm.*)\.js$/.test(name) && !/^npm\/(server-core\.|.*script\.text)/.test(name));
  for (const name of scripts) {
    const code = await readFile(join(dist, name), 'utf8');
    assert.doesNotMatch(code, /import\.meta|\.fallback\.js/, name);
  }
  assert.match(await readFile(join(dist, 'fallback.js'), 'utf8'), /import\("\.\/article-widget-formats\.fallback\.js"\)/);
});

test('integrity.json has the hash of each file that a page fetches', async () => {
  const hashes = JSON.parse(await readFile(join(dist, 'integrity.json'), 'utf8'));
  const fetched = files.filter((name) => /^(article-widget(?!-server)|extras|lightbox).*\.(js|css|wasm|tsv)$/.test(name));
  assert.deepEqual(Object.keys(hashes).sort(), fetched.sort());
  for (const name of fetched) {
    const hash = createHash('sha256').update(await readFile(join(dist, name))).digest('base64');
    assert.equal(hashes[name], `sha256-${hash}`, name);
  }
});

test('no file tells where or when it was made', async () => {
  const places = [root, homedir(), tmpdir(), '/rustc/', '.cargo/registry', 'rustlib'];
  for (const name of files.filter((name) => name !== 'README.md')) {
    const bytes = await readFile(join(dist, name), 'latin1');
    assert.deepEqual(places.filter((place) => place.length > 1 && bytes.includes(place)), [], name);
    assert.doesNotMatch(bytes, new RegExp(`${new Date().getFullYear()}-\\d\\d-\\d\\dT\\d\\d:|\\b${String(Date.now()).slice(0, 5)}\\d{8}\\b`), name);
  }
});

test('the README is the project’s', async () => {
  assert.equal(await readFile(join(dist, 'README.md'), 'utf8'), await readFile(join(root, 'README.md'), 'utf8'));
});

test('the scripts find the wasm next to them, in the way that bundlers understand, and know its hash', async () => {
  const hash = createHash('sha256').update(await readFile(join(dist, 'article-widget.wasm'))).digest('base64');
  const code = await readFile(join(dist, 'article-widget.js'), 'utf8');
  assert.match(code, /new URL\("\.\/article-widget\.wasm",import\.meta\.url\)/);
  assert.ok(code.includes(`sha256-${hash}`), 'it has the hash of the wasm');
  const classic = await readFile(join(dist, 'article-widget.classic.js'), 'utf8');
  assert.ok(classic.includes(`sha256-${hash}`));
  assert.doesNotMatch(classic, /import\.meta|^\s*(import|export)\b/m);
});

test('one copy of the code serves the element and its definition', async () => {
  const code = await readFile(join(dist, 'define.js'), 'utf8');
  assert.match(code, /from"\.\/index\.js"/);
  assert.ok(code.length < 1000, `define.js has ${code.length} bytes`);
});

test('no file tells of the machine it was made on', async () => {
  const marks = [root, homedir(), '.cargo', '.rustup', 'node_modules', 'sourceMappingURL'];
  for (const name of files) {
    if (name === 'README.md') continue;
    const bytes = await readFile(join(dist, name));
    assert.deepEqual(marks.filter((mark) => bytes.includes(mark)), [], name);
  }
});

test('the README says how large the files are', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const size = async (/** @type {string} */ name) => brotliCompressSync(await readFile(join(dist, name))).length / 1000;
  const rows = [...readme.matchAll(/^\| (`[^|]*) \| ([^|]*\d) \|/gm)].map(([, names, sizes]) => [names, sizes.split(/ to |, /).map(Number)]);
  assert.ok(rows.length > 7);
  for (const [names, said] of /** @type {[string, number[]][]} */ (rows)) {
    const patterns = [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => new RegExp(`^${name.replaceAll('.', '\\.').replace('*', '.*')}$`));
    const groups = patterns.map((pattern) => files.filter((name) => pattern.test(name)));
    const sizes = (await Promise.all(groups.flat().map(size))).sort((a, b) => a - b);
    // For several files of one name, the smallest and the largest.
    const measured = groups.length > 1 ? await Promise.all(groups.flat().map(size)) : [sizes[0], sizes[sizes.length - 1]];
    said.forEach((number, index) => assert.ok(Math.abs(number / measured[index] - 1) < 0.1, `${names}: ${number} KB, and not ${measured[index].toFixed(1)}`));
  }
});

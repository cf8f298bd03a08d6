// Rendering on a server, by the built package.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { root } from '../../pkg-config/project.mjs';

const { ArticleError, renderToString } = /** @type {typeof import('../../www/entry/server.js')} */ (
  await import(new URL('../../dist/server.js', import.meta.url).href)
);

const article = { lang: 'en-GB', headline: 'Salt & <pepper>', datePublished: '2026-03-14 06:40', body: ['One.', { type: 'heading', text: 'Two' }] };

test('a value, text and bytes give the same HTML', () => {
  const { html, report } = renderToString(article);
  assert.match(html, /^<article part="article" lang="en-GB"[^>]*>.*<h2 part="headline"[^>]*>Salt &amp; &lt;pepper&gt;<\/h2>.*<p>One\.<\/p><h3[^>]*>Two<\/h3><\/div><\/article>$/s);
  assert.match(html, /<time datetime="2026-03-14T06:40">14 March 2026 at 06:40<\/time>/);
  assert.equal(report.headline, 'Salt & <pepper>');
  assert.deepEqual(report.warnings, []);
  assert.equal(renderToString(JSON.stringify(article)).html, html);
  assert.equal(renderToString(new TextEncoder().encode(JSON.stringify(article))).html, html);
});

test('options are taken, and mistakes in them are warnings', () => {
  const { html, report } = renderToString(article, { headingLevel: 1, parts: ['header'], .../** @type {{}} */ ({ colour: 'red' }) });
  assert.match(html, /<h1 part="headline"/);
  assert.doesNotMatch(html, /One\./);
  assert.deepEqual(report.warnings.map(({ code, path }) => [code, path]), [['invalid-option', '/options/colour']]);
});

test('the format html is left to be found out', () => {
  for (const [source, format] of /** @type {[object, string][]} */ ([
    [{ headline: 'Tide', body: { html: '<p>High.</p>' } }, 'article'],
    [{ id: 3, title: { rendered: 'Flut' }, content: { rendered: '<p>Um sechs.</p>' } }, 'wordpress'],
  ])) {
    assert.deepEqual(renderToString(source, { format: 'html' }), renderToString(source));
    assert.equal(renderToString(source, { format: 'html' }).report.format, format);
  }
});

test('where there is no article, there is a typed error, and the next one is rendered', () => {
  for (const [source, code] of /** @type {[object | string, string][]} */ ([['{', 'invalid-json'], [{}, 'unknown-format'], [() => 1, 'unreadable-value'], [{ headline: 1n }, 'unreadable-value']])) {
    assert.throws(() => renderToString(source), (error) => error instanceof ArticleError && error.code === code && error.path === '');
  }
  assert.match(renderToString(article).html, /One\./);
});

test('options that are no JSON are a typed error that says so', () => {
  const cycle = /** @type {any} */ ({ labels: {} });
  cycle.labels.cycle = cycle;
  const throwing = { get lang() { throw new Error('no'); } };
  for (const options of [cycle, throwing, { labels: { a: 1n } }, new Proxy({}, { ownKeys() { throw new Error('no'); } })]) {
    const told = { code: 'unreadable-value', path: '/options', message: /^the options cannot be read as JSON: ./, retryable: false };
    assert.throws(() => renderToString(article, /** @type {any} */ (options)), told);
  }
  assert.match(renderToString(article).html, /One\./);
});

test('after a crash the next article is rendered by a fresh instance', () => {
  const { decode } = TextDecoder.prototype;
  let calls = 0;
  // An exception that passes through the core's frames leaves it in an unknown state, like a trap.
  TextDecoder.prototype.decode = function (...args) {
    if (++calls === 2) throw new RangeError('broken');
    return decode.apply(this, args);
  };
  try {
    assert.throws(() => renderToString(article), { code: 'crash', message: 'the renderer stopped: RangeError: broken' });
  } finally {
    TextDecoder.prototype.decode = decode;
  }
  assert.match(renderToString(article).html, /One\./);
});

test('a platform that compiles no bytes is told so, and takes a compiled module', async () => {
  const { initialize, renderToString: render } = /** @type {typeof import('../../www/entry/server.js')} */ (
    await import(new URL('../../dist/server.js?platform', import.meta.url).href)
  );
  const { Module } = WebAssembly;
  WebAssembly.Module = /** @type {any} */ (function () { throw new EvalError('not here'); });
  try {
    const told = { code: 'wasm-load', message: 'the renderer could not be compiled; `initialize` takes a compiled module: EvalError: not here' };
    assert.throws(() => render(article), told);
  } finally {
    WebAssembly.Module = Module;
  }
  initialize(await WebAssembly.compile(await readFile(new URL('../../dist/article-widget-server.wasm', import.meta.url))));
  assert.match(render(article).html, /One\./);
});

test('one file without imports, made by a bundler, renders', async () => {
  for (const format of /** @type {const} */ (['esm', 'cjs'])) {
    const entry = { contents: 'export { renderToString } from "./dist/server.js"', resolveDir: root };
    const { outputFiles: [{ text }], metafile, warnings } = await build({ stdin: entry, bundle: true, minify: true, write: false, metafile: true, platform: 'node', format });
    assert.deepEqual(Object.values(metafile.outputs).flatMap(({ imports }) => imports), []);
    assert.deepEqual(warnings, []);
    const file = join(await mkdtemp(join(tmpdir(), 'article-widget-bundle-')), format === 'esm' ? 'index.mjs' : 'index.cjs');
    await writeFile(file, text);
    const bundled = await import(file);
    assert.deepEqual(bundled.renderToString(article), renderToString(article));
  }
});

/**
 * Renders with an `Intl` that runs a function before it makes a format.
 * @param {() => void} inside
 * @param {() => unknown} run
 */
function withIntl(inside, run) {
  const { DateTimeFormat } = Intl;
  let busy = false;
  Intl.DateTimeFormat = /** @type {typeof DateTimeFormat} */ (function (/** @type {any[]} */ ...args) {
    if (!busy) {
      busy = true;
      try {
        inside();
      } finally {
        busy = false;
      }
    }
    return new DateTimeFormat(...args);
  });
  try {
    return run();
  } finally {
    Intl.DateTimeFormat = DateTimeFormat;
  }
}

const long = { lang: 'fr', headline: 'Marée', datePublished: '2026-03-14', body: Array.from({ length: 400 }, (_, index) => `Paragraphe ${index} sur la marée et le port.`) };
const short = { lang: 'it', headline: 'Marea', datePublished: '2026-03-14', body: ['Uno.'] };

test('an article that is rendered while another one is leaves it whole', () => {
  // Each zone has its own format, so that each rendering makes one.
  const zone = (/** @type {number} */ number) => ({ timeZone: `Etc/GMT+${number}` });
  const plain = (/** @type {object} */ article) => renderToString({ ...article, datePublished: '2026-03-14T06:40:00Z' }, zone(1));
  const alone = [plain(long), plain(short)];
  /** @type {unknown[]} */
  const inner = [];
  let number = 2;
  const outer = withIntl(
    () => {
      for (let i = 0; i < 20; i++) inner.push(renderToString({ ...(i % 2 ? long : short), datePublished: '2026-03-14T06:40:00Z' }, zone(1)));
    },
    () => [long, short, long].map((article) => renderToString({ ...article, datePublished: '2026-03-14T06:40:00Z' }, zone(number++))),
  );
  assert.equal(inner.length, 60);
  for (const [index, rendered] of inner.entries()) assert.deepEqual(rendered, alone[index % 2 ? 0 : 1]);
  const without = (/** @type {string} */ html) => html.replace(/<time[^]*?<\/time>/g, '');
  assert.deepEqual(/** @type {any[]} */ (outer).map(({ html }) => without(html)), [alone[0], alone[1], alone[0]].map(({ html }) => without(html)));
  assert.deepEqual(plain(long), alone[0], 'and the memory is free again');
});

test('a crash within a rendering ends the one around it too, and the next article is rendered', () => {
  const { decode } = TextDecoder.prototype;
  /** @type {unknown} */
  let inner;
  const render = () => withIntl(
    () => {
      TextDecoder.prototype.decode = () => { throw new RangeError('broken host'); };
      try {
        renderToString({ ...short, datePublished: '2026-03-14T06:40:00Z' }, { timeZone: 'Etc/GMT+6' });
      } catch (error) {
        inner = error;
      } finally {
        TextDecoder.prototype.decode = decode;
      }
    },
    () => renderToString({ ...long, datePublished: '2026-03-14T06:40:00Z' }, { timeZone: 'Etc/GMT+7' }),
  );
  assert.throws(render, { code: 'crash', message: 'the renderer stopped: RangeError: broken host' });
  assert.equal(/** @type {any} */ (inner)?.code, 'crash');
  assert.match(renderToString(short).html, /Uno\./);
});

test('relative addresses are resolved against the address that the host says the article came from', () => {
  const source = { headline: 'Tide', body: [{ type: 'image', src: 'cat.jpg', alt: 'A cat' }] };
  assert.match(renderToString(source, { sourceUrl: 'https://api.example/v1/7.json' }).html, /src="https:\/\/api\.example\/v1\/cat\.jpg"/);
  assert.ok(renderToString(source).report.warnings.some(({ code }) => code === 'unresolved-url'));
});

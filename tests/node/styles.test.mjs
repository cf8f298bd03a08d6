// The style sheets, and the reference of them.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

/** @param {string} name  from the project's root */
const read = (name) => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');

const reference = await read('docs/reference/styles.md');
const names = await readdir(new URL('../../www/styles/', import.meta.url));
const parted = names.filter((name) => !name.startsWith('article-widget')).map((name) => `www/styles/${name}`);
const sheets = await Promise.all([...parted, 'www/styles/article-widget-themes.css'].map(read));

/** All matches of an expression, sorted and without duplicates. @param {string} text @param {RegExp} expression */
const found = (text, expression) => [...new Set([...text.matchAll(expression)].map(([, name]) => name))].sort();

test('the reference has every custom property, and no others', () => {
  const documented = found(reference, /^\| `(--article-[a-z-]+)`/gm);
  assert.deepEqual(documented, found(sheets.join(''), /var\((--article-[a-z-]+)/g));
});

/** The parts that the reference lists. */
const [, list = ''] = reference.match(/^## Parts\n(.*)/ms) ?? [];
const parts = found(list, /`([a-z-]+?)(?:-\d)?`/g);

test('the reference has every part that is written, and no others', async () => {
  const golden = (await readdir(new URL('../golden/', import.meta.url))).filter((name) => name.endsWith('.html'));
  const html = (await Promise.all(golden.map((name) => read(`tests/golden/${name}`)))).join('');
  const written = found(html, / part="([^"]+)"/g).flatMap((names) => names.split(' ')).map((part) => part.replace(/-\d$/, ''));
  assert.deepEqual(written.filter((part) => !parts.includes(part)), []);

  const folder = await readdir(new URL('../../src/render/', import.meta.url));
  const scripts = ['element/widget', 'element/status', 'extras/embeds', 'extras/extras', 'extras/lightbox'].map((name) => `www/${name}.js`);
  const sources = [...scripts, 'src/model/layout.rs', ...folder.filter((name) => name.endsWith('.rs')).map((name) => `src/render/${name}`)];
  const code = (await Promise.all(sources.map(read))).join('');
  const words = new Set(found(code, /["'`]([a-z][a-z -]*)["'` ]/g).flatMap((names) => names.split(' ')));
  // Names that the code assembles: from the option's value, or with a number.
  const looks = ['related-cards', 'related-carousel', 'related-compact', 'of', 'tall'];
  assert.deepEqual(parts.filter((part) => !words.has(part) && !looks.includes(part)), []);
});

test('the sheet of every article is made of all its parts', async () => {
  const imported = found(await read('www/styles/article-widget.css'), /^@import "\.\/([a-z]+\.css)";$/gm);
  assert.deepEqual(imported.map((name) => `www/styles/${name}`), [...parted].sort());
});

test('properties that the sheets keep to themselves have names that no page is likely to use', async () => {
  const built = (await Promise.all(['article-widget', 'article-widget-themes'].map((name) => read(`dist/${name}.css`)))).join('');
  const own = found(sheets.join(''), /(--_[a-z]+)/g);
  assert.deepEqual(found(built, /(--aw\w+)/g).length, own.length);
  assert.deepEqual(found(built, /(--(?!aw\w|article-)[\w-]+)/g), []);
});

test('the style sheets name no part that is never written', () => {
  const styled = found(sheets.join(''), /\[part~?="([a-z-]+)"\]/g);
  assert.deepEqual(styled.filter((part) => !parts.includes(part)), []);
});

// The reference in docs/ agrees with the code.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { editorData } from '../../pkg-config/build/editor-data.mjs';
import { ATTRIBUTES, PAGE_ONLY, camelCase } from '../../www/element/options.js';

const root = new URL('../../', import.meta.url);
/** @param {string} name  from the project's root */
const read = (name) => readFile(new URL(name, root), 'utf8');

/** The cells of all tables of a document. @param {string} markdown */
const rows = (markdown) => [...markdown.matchAll(/^\|(.*)\|$/gm)].map(([, row]) => row.split('|').map((cell) => cell.trim()));

/** The names in a cell. @param {string} [cell] */
const names = (cell = '') => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);

const options = rows(await read('docs/reference/options.md'));

/** Attributes that are not options of `mount` and servers. */
const ELEMENT_ALONE = ['src', 'crossorigin'];

test('the reference has every attribute, and no others', () => {
  assert.deepEqual(options.flatMap(([attribute]) => names(attribute)).sort(), [...ATTRIBUTES].sort());
});

test('each attribute stands beside the option of the same name', () => {
  for (const [attribute, option] of options.slice(2).map(([first, second]) => [names(first)[0], names(second)[0]])) {
    if (!attribute) continue;
    assert.equal(option, ELEMENT_ALONE.includes(attribute) ? undefined : camelCase(attribute), attribute);
  }
});

test('the types have every option, and no others', async () => {
  const types = await read('www/entry/index.d.ts');
  const [, body = ''] = types.match(/^export interface Options \{\n(.*?)^\}/ms) ?? [];
  const typed = [...body.matchAll(/^  (\w+)\?:/gm)].map(([, name]) => name);
  assert.deepEqual(typed.sort(), options.slice(2).flatMap(([, option]) => names(option)).sort());
});

test('the core knows every option but those of the page alone', async () => {
  const known = [...(await read('src/options/from_json.rs')).matchAll(/^ +"(\w+)" => (?:self\.|\{)/gm)].map(([, name]) => name);
  const listed = options.slice(2).flatMap(([, option]) => names(option)).filter((name) => !(name in PAGE_ONLY));
  assert.deepEqual([...new Set(known)].sort(), listed.sort());
});

test('editors know every attribute, with its meaning', async () => {
  const { tags: [{ attributes }] } = JSON.parse((await editorData())['vscode.html-data.json']);
  assert.deepEqual(attributes.map((/** @type {{ name: string }} */ { name }) => name), ATTRIBUTES);
  assert.deepEqual(attributes.filter((/** @type {{ description: string }} */ { description }) => !description), []);
});

test('the reference has every option of the handler, and no others', async () => {
  const [, body = ''] = (await read('www/entry/worker.d.ts')).match(/^export interface HandlerOptions \{\n(.*?)^\}/ms) ?? [];
  const typed = [...body.matchAll(/^  (\w+)\??:/gm)].map(([, name]) => name);
  const [, table = ''] = (await read('docs/reference/worker.md')).match(/^## Options\n(.*?)^## /ms) ?? [];
  assert.deepEqual(rows(table).slice(1).flatMap(([option]) => names(option)).sort(), typed.sort());
});

test('the reference has every code with which the handler refuses', async () => {
  const folder = new URL('www/edge/', root);
  const sources = await Promise.all((await readdir(folder)).map((name) => readFile(new URL(name, folder), 'utf8')));
  const codes = sources.flatMap((source) => [...source.matchAll(/new Refusal\([^']*?'([a-z-]+)'/g)].map(([, code]) => code));
  assert.ok(codes.length > 15);
  const [, table = ''] = (await read('docs/reference/worker.md')).match(/^## Refused\n(.*?)^## /ms) ?? [];
  const told = rows(table).flatMap(([, cell]) => names(cell));
  assert.deepEqual([...new Set(codes)].filter((code) => !told.includes(code)), []);
});

test('the recipes for servers are files that are run', async () => {
  const guide = await read('docs/servers.md');
  const recipes = [...guide.matchAll(/^<!-- (\S+) -->\n```\w+\n(.*?)^```$/gms)];
  assert.ok(recipes.length > 8);
  for (const [, file, code] of recipes) assert.equal(code, await read(file), file);
});

test('the reference has every code of an error', async () => {
  const [, union = ''] = (await read('www/entry/index.d.ts')).match(/^export type ErrorCode =(.*?)\n\n/ms) ?? [];
  const typed = [...union.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code);
  const [, table = ''] = (await read('docs/reference/events.md')).match(/^\| code \|.*?\n(.*)/ms) ?? [];
  assert.deepEqual(rows(table).slice(1).flatMap(([code]) => names(code)).sort(), typed.sort());
});

test('links between documents lead to files', async () => {
  const folders = ['', 'docs/', 'docs/reference/', 'docs/decisions/', 'benches/', 'fuzz/'];
  const missing = [];
  for (const folder of folders) {
    for (const name of (await readdir(new URL(folder || '.', root))).filter((file) => file.endsWith('.md'))) {
      for (const [, target] of (await read(folder + name)).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
        const there = await readFile(new URL(target, new URL(folder + name, root))).then(() => true, ({ code }) => code === 'EISDIR');
        if (!there) missing.push(`${folder}${name}: ${target}`);
      }
    }
  }
  assert.deepEqual(missing, []);
});

test('decisions have at most 40 lines, and stand in the index', async () => {
  const index = await read('docs/decisions/README.md');
  const records = (await readdir(new URL('docs/decisions/', root))).filter((name) => name !== 'README.md').sort();
  assert.deepEqual(records.filter((name) => !index.includes(`(${name})`)), []);
  for (const name of records) assert.ok((await read(`docs/decisions/${name}`)).split('\n').length <= 41, name);
});

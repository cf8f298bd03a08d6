// Data for editors about the element, made from the only table of options: a custom-elements manifest and VS Code's
// data.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ATTRIBUTES, camelCase } from '../../www/element/options.js';
import { root } from '../project.mjs';

/** Values of attributes with a closed list of values. @type {Record<string, string[]>} */
const VALUES = {
  crossorigin: ['anonymous', 'use-credentials'],
  theme: ['news', 'magazine', 'minimal', 'inherit', 'light', 'dark', 'auto'],
  'heading-level': ['1', '2', '3', '4', '5', '6'],
  dir: ['ltr', 'rtl'],
  related: ['list', 'cards', 'compact', 'carousel'],
  dates: ['absolute', 'relative'],
  embeds: ['link', 'load'],
};

/** The events of the element, and the type of each. */
const EVENTS = { load: 'CustomEvent<Report>', error: 'CustomEvent<Failure>', linkclick: 'CustomEvent<LinkClick>' };

/** The meanings of attributes, from the reference. @returns {Promise<Map<string, string>>} */
async function meanings() {
  const reference = await readFile(join(root, 'docs/reference/options.md'), 'utf8');
  const rows = [...reference.matchAll(/^\| (`[^|]*) \|[^|]*\| ([^|]*) \|/gm)];
  return new Map(rows.flatMap(([, names, meaning]) => [...names.matchAll(/`([a-z-]+)`/g)].map(([, name]) => [name, plain(meaning)])));
}

/** Text without the marks of Markdown. @param {string} markdown */
const plain = (markdown) => markdown.replace(/`/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

/** The custom properties and parts, from the reference. */
async function styling() {
  const reference = await readFile(join(root, 'docs/reference/styles.md'), 'utf8');
  const properties = [...reference.matchAll(/^\| `(--article-[a-z-]+)` \| ([^|]*) \|/gm)].map(([, name, meaning]) => ({ name, description: plain(meaning) }));
  const [, list = ''] = reference.match(/^## Parts\n(.*)/ms) ?? [];
  const parts = [...new Set([...list.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name))].map((name) => ({ name }));
  return { properties, parts };
}

/** The files for editors. @returns {Promise<Record<string, string>>} text by file name in the package */
export async function editorData() {
  const [described, { properties, parts }] = [await meanings(), await styling()];
  const description = 'Shows an article. The content stands for it until it is there, and if it cannot be shown.';
  const attributes = ATTRIBUTES.map((name) => ({ name, description: described.get(name) ?? '', values: VALUES[name] }));
  const manifest = {
    schemaVersion: '1.0.0',
    modules: [{
      kind: 'javascript-module',
      path: 'define.js',
      declarations: [{
        kind: 'class',
        customElement: true,
        name: 'ArticleWidget',
        tagName: 'article-widget',
        description,
        superclass: { name: 'HTMLElement' },
        attributes: attributes.map(({ name, description, values }) => ({ name, description, fieldName: camelCase(name), type: { text: values?.map((value) => `'${value}'`).join(' | ') ?? 'string' } })),
        members: [{ kind: 'field', name: 'article', type: { text: 'Article | object | string | null' } }, { kind: 'method', name: 'reload' }],
        events: Object.entries(EVENTS).map(([name, text]) => ({ name, type: { text } })),
        cssProperties: properties,
        cssParts: parts,
        slots: [{ name: '', description: 'stands for the article until it is there' }],
      }],
      exports: [{ kind: 'custom-element-definition', name: 'article-widget', declaration: { name: 'ArticleWidget' } }],
    }],
  };
  const html = {
    version: 1.1,
    tags: [{ name: 'article-widget', description, attributes: attributes.map(({ values, ...attribute }) => ({ ...attribute, ...(values ? { values: values.map((name) => ({ name })) } : {}) })) }],
  };
  const css = { version: 1.1, properties };
  const written = Object.entries({ 'custom-elements.json': manifest, 'vscode.html-data.json': html, 'vscode.css-data.json': css });
  return Object.fromEntries(written.map(([name, data]) => [name, `${JSON.stringify(data, null, 2)}\n`]));
}

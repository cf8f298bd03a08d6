// Articles that are small to send but expensive to render, in pages: their output is bounded, nothing is wider than its
// box, memory is freed, and an input that crashed the core is not given to it again.
import assert from 'node:assert/strict';
import { attack } from '../support/attacks.mjs';
import { everywhere } from './support/browsers.mjs';
import { ARTICLE, events, json, MODULE, openPage } from './widget-page.mjs';

/** @import { Page } from './support/page.mjs' */

/** Attacks on the layout, with their bytes. @type {Record<string, number>} */
const LAYOUT = {
  'tables: cells that span': 78_000,
  'tables: cells that span in HTML': 60_000,
  'tables: one wide row': 100_000,
  'tables: a wide row and many short ones': 100_000,
  'tables: in tables': 60_000,
  'text: words of a headline': 4 << 20,
  'text: words of a heading': 300_000,
  'text: words of a pull quote': 300_000,
  'text: one word': 300_000,
  'text: one word of a headline': 4 << 20,
  'text: one word of a cell': 50_000,
  'text: one word of code': 100_000,
  'marks: opened again by links': 300_000,
  'marks: a long title over many links': 300_000,
  'marks: readings in readings': 60_000,
  'depth: HTML with marks': 100_000,
  'account: words of one letter': 20_000,
  'labels: authors': 100_000,
  'labels: crumbs': 100_000,
};

/** The size of a page. @param {Page} page */
const measured = (page) =>
  page.run(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const root = document.querySelector('article-widget')?.shadowRoot;
    const all = [...(root?.querySelectorAll('*') ?? [])];
    let deepest = 0;
    for (const element of all) {
      let depth = 0;
      for (let outer = /** @type {Element | null} */ (element); outer; outer = outer.parentElement) depth++;
      deepest = Math.max(deepest, depth);
    }
    const columns = [...(root?.querySelectorAll('table') ?? [])].map(({ rows }) => Math.max(...[...rows].map(({ cells }) => [...cells].reduce((sum, cell) => sum + cell.colSpan, 0))));
    return {
      tooWide: scrollWidth - clientWidth, elements: all.length, deepest,
      columns: Math.max(0, ...columns), headline: root?.querySelector('h2')?.textContent?.length ?? 0,
    };
  });

for (const [name, bytes] of Object.entries(LAYOUT)) {
  everywhere(`attack, ${name}`, async (page, site) => {
    site.route('/attack.json', json(new TextDecoder().decode(attack(name, bytes))));
    await openPage(page, site, '<article-widget src="attack.json"></article-widget>');
    const [{ type }] = await events(page, 1);
    assert.equal(type, 'load');
    const { tooWide, elements, deepest, columns, headline } = await measured(page);
    assert.ok(tooWide <= 0, `${tooWide} px too wide`);
    assert.ok(elements < 100_000, `${elements} elements`);
    assert.ok(deepest <= 200, `${deepest} levels`);
    assert.ok(columns <= 1000, `${columns} columns`);
    assert.ok(headline <= 5001, `a headline of ${headline} characters`);
    await page.assertQuiet();
  });
}

/** Records the memory of each instance of the core; with `isTrap` the core traps when it returns an article. */
const COUNTED = `<script>{
  const { Instance } = WebAssembly;
  const trap = new Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11))).exports.trap;
  window.memories = [];
  WebAssembly.Instance = function (module, imports) {
    const wrapped = {};
    for (const space in imports) {
      wrapped[space] = {};
      for (const name in imports[space]) {
        const inner = imports[space][name];
        wrapped[space][name] = typeof inner !== 'function' ? inner : (...args) => {
          if (window.isTrap && /take/.test(name)) trap();
          return inner(...args);
        };
      }
    }
    const instance = new Instance(module, wrapped);
    memories.push(Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory));
    return instance;
  };
}</script>${MODULE}`;

/** The bytes of the memories; the last one is in use. @param {Page} page */
const memories = (page) => page.run(() => /** @type {any} */ (window).memories.map((/** @type {WebAssembly.Memory} */ { buffer }) => buffer.byteLength));

everywhere('memory that grew for a large article is given back', async (page, site) => {
  site.route('/large.json', json(JSON.stringify({ headline: 'Large', body: Array(3000).fill('words '.repeat(200)) })));
  await openPage(page, site, '<article-widget src="article.json"></article-widget>', { head: COUNTED });
  await events(page, 1);
  const [before] = await memories(page);
  await page.run(() => document.querySelector('article-widget')?.setAttribute('src', 'large.json'));
  await events(page, 2);
  const after = await memories(page);
  assert.equal(after.length, 2, 'a fresh instance');
  assert.ok(after[0] > 16 << 20, `${after[0]} bytes in the one that grew`);
  assert.ok(after[1] <= before, `${after[1]} bytes in the fresh one, ${before} at first`);
  await page.run(() => document.querySelector('article-widget')?.setAttribute('src', 'article.json'));
  assert.equal((await events(page, 3))[2].type, 'load');
  assert.equal((await memories(page)).length, 2, 'the fresh one serves what follows');
  await page.assertQuiet();
});

everywhere('what crashed the core is not given to it again, unless the host asks', async (page, site) => {
  site.route('/bomb.json', json('{"headline":"Bomb","body":"x"}'));
  await openPage(page, site, '<script>window.isTrap = true;</script><article-widget src="bomb.json"></article-widget>', { head: COUNTED });
  const [first] = await events(page, 1);
  assert.deepEqual([first.type, first.detail.code], ['error', 'crash']);
  assert.equal(await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('[part~=retry]').length), 0);
  // In another element, and in this one with other options.
  await page.run(() => {
    /** @type {any} */ (window).isTrap = false;
    document.querySelector('article-widget')?.setAttribute('heading-level', '3');
    document.body.insertAdjacentHTML('beforeend', '<article-widget src="bomb.json"></article-widget>');
  });
  const [, second, third] = await events(page, 3);
  for (const { type, detail } of [second, third]) {
    assert.deepEqual([type, detail.code, detail.message], ['error', 'crash', 'the renderer stopped at this article before']);
  }
  site.route('/other.json', json(ARTICLE));
  await page.run(() => document.querySelector('article-widget')?.setAttribute('src', 'other.json'));
  assert.equal((await events(page, 4))[3].type, 'load');
  await page.run(() => {
    /** @type {any} */ (document.querySelectorAll('article-widget')[1]).reload();
  });
  assert.equal((await events(page, 5))[4].type, 'load');
  await page.assertQuiet();
});

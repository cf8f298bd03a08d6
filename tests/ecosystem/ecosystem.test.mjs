// The packed package in a fresh project of each bundler and framework, without configuration: the build succeeds, and
// the page shows the articles, with style and labels, and a silent console: without a framework in every engine, else in
// Chromium. `TARGETS=vite,next` runs only these.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { serve } from '../../pkg-config/serve/serve.mjs';
import { everywhere } from '../browser/support/browsers.mjs';
import { engines } from '../browser/support/drivers.mjs';
import { build, install, stampOf } from './project.mjs';

/** @import { Page } from '../browser/support/page.mjs' */

/**
 * @typedef {object} Target
 * @property {string[]} [scripts]  of its package.json, each of which runs the whole build
 * @property {string} [out]  the folder of the finished page; empty if the build itself runs tests
 * @property {string[]} [start]  the project's own server, instead of a folder
 * @property {string} [server]  a page with an article that was rendered on the server
 * @property {string} [recipe]  the page of the recipe in docs/servers.md
 * @property {true} [plain]  without a framework
 */

/** @param {string[]} names @returns {Record<string, Target>} */
function withoutFramework(...names) {
  return Object.fromEntries(names.map((name) => [name, { plain: true }]));
}

/** @type {Record<string, Target>} */
const TARGETS = {
  ...withoutFramework('vite', 'webpack', 'webpack-css', 'rspack', 'rsbuild', 'parcel', 'rollup', 'esbuild', 'bun', 'deno'),
  react: {}, vue: {}, preact: {}, solid: {}, angular: {},
  next: { scripts: ['build', 'build:webpack'], start: ['next', 'start', '--hostname', '127.0.0.1', '--port'], server: '/server', recipe: '/articles/1' },
  nuxt: { out: '.output/public', server: '/server/', recipe: '/articles/1/' },
  astro: { server: '/server/', recipe: '/articles/1/' }, sveltekit: { server: '/server.html', recipe: '/articles/1.html' },
  vitest: { out: '' },
};

const wanted = process.env.TARGETS?.split(',') ?? Object.keys(TARGETS);
const unknown = wanted.filter((name) => !(name in TARGETS));
if (unknown.length > 0) throw new Error(`TARGETS: there is no ${unknown.join(', ')}; there are ${Object.keys(TARGETS).join(', ')}`);

const probe = await readFile(new URL('../browser/support/probe.js', import.meta.url), 'utf8');

/** Opens a page of any server with the probe that listens to its console, in Chromium. @param {Page} page @param {string} url */
async function open(page, url) {
  const driver = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (page.driver);
  const added = /** @type {any} */ (await driver.sendAndGetDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source: probe }));
  await page.open(url);
  await driver.sendDevToolsCommand('Page.removeScriptToEvaluateOnNewDocument', { identifier: added.identifier });
}

/** Checks the opened page of a target. @param {Page} page @returns {Promise<number>} the bytes that it fetched */
async function inspect(page) {
  const seen = /** @type {NonNullable<any>} */ (await page.until(() => {
    const roots = ['english', 'chinese', 'html'].map((id) => document.getElementById(id)?.shadowRoot);
    if (document.querySelector('output')?.textContent === '') return null;
    if (!roots.every((root) => root?.querySelector('[part~=article]:not([aria-busy]) [part~=body] p'))) return null;
    const [english, chinese, html] = /** @type {ShadowRoot[]} */ (roots);
    return {
      headline: english.querySelector('[part~=headline]')?.textContent,
      size: getComputedStyle(/** @type {Element} */ (english.querySelector('[part~=body] p'))).fontSize,
      labels: chinese.querySelector('[part~=metadata]')?.textContent,
      // The component of a wrapper, in targets that have one.
      component: document.getElementById('component')?.shadowRoot?.querySelector('h3')?.textContent,
      loaded: document.querySelector('output')?.textContent,
      bold: html.querySelector('[part~=body] b')?.textContent,
      bytes: performance.getEntriesByType('resource').reduce((sum, entry) => sum + /** @type {PerformanceResourceTiming} */ (entry).encodedBodySize, 0),
    };
  }));
  assert.equal(seen.headline, 'The ferry is late');
  assert.equal(seen.size, '17px', 'the style sheet is there');
  assert.match(seen.labels ?? '', /来源/);
  assert.equal(seen.bold, 'first');
  if (seen.loaded !== null) assert.deepEqual([seen.component, seen.loaded], ['Component', 'Component']);
  await page.assertQuiet();
  return seen.bytes;
}

/**
 * A page with a server-rendered article: it is in the HTML, the element takes it over, and no core is fetched for it.
 * @param {Page} page @param {string} url
 */
async function inspectServer(page, url) {
  const html = await (await fetch(url)).text();
  assert.match(html, /<article-widget[^>]*>(<!--[^>]*-->)*<template shadowrootmode="open">[^]*It was there before any script\./);
  await open(page, url);
  const seen = /** @type {NonNullable<any>} */ (await page.until(() => {
    if (!document.querySelector('output')?.textContent) return null;
    return [...document.querySelectorAll('article-widget')].map((element) => ({
      headline: element.shadowRoot?.querySelector('h3[part~=headline]')?.textContent,
      size: getComputedStyle(/** @type {Element} */ (element.shadowRoot?.querySelector('[part~=body] p'))).fontSize,
      templates: element.querySelectorAll('template').length,
      defined: element.matches(':defined'),
    }));
  }));
  assert.ok(seen.length > 0);
  for (const one of seen) assert.deepEqual(one, { headline: 'From the server', size: '17px', templates: 0, defined: true });
  assert.equal(await page.run(() => document.querySelector('output')?.textContent), 'From the server');
  const scripts = await page.run(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\.m?js(\?|$)/.test(name)));
  for (const name of scripts) assert.doesNotMatch(await (await fetch(name)).text(), /["'`][0-9a-f]{512}/, `${name} has a core`);
  await page.assertQuiet();
}

/** The recipe's page: its article is shown with and without scripts. @param {Page} page @param {string} url */
async function inspectRecipe(page, url) {
  assert.match(await (await fetch(url)).text(), /<template shadowrootmode="open">[^]*<h1 [^>]*>Article 1</);
  await open(page, url);
  await page.until(() => document.querySelector('article-widget:defined'));
  await page.run(() => new Promise((resolve) => setTimeout(resolve, 300)));
  assert.equal(await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('h1')?.textContent), 'Article 1');
  await page.assertQuiet();
}

/** Starts a project's own server on a free port. @param {string} folder @param {string[]} start */
async function startServer(folder, [program = '', ...args]) {
  const free = await serve({ mounts: {} });
  const { port } = new URL(free.url);
  await free.close();
  const child = spawn(join(folder, 'node_modules/.bin', program), [...args, port], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 150 && !(await fetch(url).catch(() => null)); tries++) await new Promise((resolve) => setTimeout(resolve, 200));
  return { url, close: async () => void child.kill() };
}

/** The answers of Next's route handlers, in Node and at the edge. @param {string} url */
async function inspectRoutes(url) {
  const [node, edge] = await Promise.all(['node', 'edge'].map(async (name) => (await fetch(`${url}/${name}`)).json()));
  assert.match(node.html, /来源/);
  assert.deepEqual(edge, node);
  assert.equal((await fetch(`${url}/handler?url=http://127.0.0.1/`)).status, 403);
}

/** The preparation of each target, two at a time, while others are tested. */
const preparations = new Map(wanted.map((name) => [name, deferred()]));

function deferred() {
  /** @type {any} */
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

const queue = [...wanted];
async function prepareNext() {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const { resolve, reject } = preparations.get(name);
    const stamp = await stampOf(name);
    if (stamp.isFresh) resolve({ stamp });
    else await install(name).then((folder) => resolve({ stamp, folder }), reject);
  }
}
for (const { promise } of preparations.values()) promise.catch(() => {});
void prepareNext();

for (const name of wanted) {
  const { plain, scripts = ['build'], out = 'dist', start, server, recipe } = TARGETS[name];
  if (!out) {
    test(`${name}: its tests pass`, { timeout: 300_000 }, async (context) => {
      const { stamp, folder } = await preparations.get(name).promise;
      if (!folder) return context.skip('passed with the same package before');
      for (const script of scripts) await build(folder, script);
      await stamp.passed();
    });
    continue;
  }
  const only = plain ? engines : engines.filter((engine) => engine === 'chromium');
  let left = only.length;
  /** The build by each script, once for all engines. @type {Map<string, Promise<unknown>>} */
  const builds = new Map();
  everywhere(
    `${name}: articles are shown and styled`,
    async (page) => {
      const { stamp, folder } = await preparations.get(name).promise;
      if (!folder) return 'passed with the same package before';
      for (const script of scripts) {
        if (!builds.has(script)) builds.set(script, build(folder, script));
        await builds.get(script);
        const site = start ? await startServer(folder, start) : await serve({ mounts: { '/': join(folder, out) }, probe: plain && probe });
        try {
          await (plain ? page.open(`${site.url}/`) : open(page, `${site.url}/`));
          console.log(`${name}, ${script}, ${page.engine}: ${await inspect(page)} bytes fetched`);
          if (server) await inspectServer(page, site.url + server);
          if (recipe) await inspectRecipe(page, site.url + recipe);
          if (start) await inspectRoutes(site.url);
        } finally {
          await site.close();
        }
      }
      left -= 1;
      if (left === 0) await stamp.passed();
    },
    { only, timeout: 400_000 * scripts.length },
  );
}

// The packed package in a fresh project of each bundler and framework, without configuration: the build succeeds, and
// the articles are on the screen, styled, with their labels and a silent console. `TARGETS=vite,next` runs these alone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { serve } from '../../pkg-config/serve/serve.mjs';
import { everywhere } from '../browser/support/browsers.mjs';
import { build, install, stampOf } from './project.mjs';

/** @import { Page } from '../browser/support/page.mjs' */

/**
 * @typedef {object} Target
 * @property {string[]} [scripts]  of its package.json, each of which makes the whole build
 * @property {string} [out]  the folder of the finished page; empty where the build itself runs tests
 */

/** @type {Record<string, Target>} */
const TARGETS = {
  vite: {}, webpack: {}, rsbuild: {}, parcel: {}, rollup: {}, esbuild: {}, bun: {},
  react: {}, vue: {}, preact: {}, solid: {},
  next: { scripts: ['build', 'build:webpack'] },
  nuxt: { out: '.output/public' },
  astro: {}, sveltekit: {},
  vitest: { out: '' },
};

const wanted = process.env.TARGETS?.split(',') ?? Object.keys(TARGETS);
const unknown = wanted.filter((name) => !(name in TARGETS));
if (unknown.length > 0) throw new Error(`TARGETS: there is no ${unknown.join(', ')}; there are ${Object.keys(TARGETS).join(', ')}`);

/** What the page of every target shows. @param {Page} page @param {string} url */
async function inspect(page, url) {
  const probe = await readFile(new URL('../browser/support/probe.js', import.meta.url), 'utf8');
  const driver = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (page.driver);
  const added = /** @type {any} */ (await driver.sendAndGetDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source: probe }));
  await page.open(url);
  await driver.sendDevToolsCommand('Page.removeScriptToEvaluateOnNewDocument', { identifier: added.identifier });
  const seen = /** @type {NonNullable<any>} */ (await page.until(() => {
    const roots = ['english', 'chinese', 'html'].map((id) => document.getElementById(id)?.shadowRoot);
    if (document.querySelector('output')?.textContent === '') return null;
    if (!roots.every((root) => root?.querySelector('[part~=article]:not([aria-busy]) [part~=body] p'))) return null;
    const [english, chinese, html] = /** @type {ShadowRoot[]} */ (roots);
    return {
      headline: english.querySelector('[part~=headline]')?.textContent,
      size: getComputedStyle(/** @type {Element} */ (english.querySelector('[part~=body] p'))).fontSize,
      labels: chinese.querySelector('[part~=metadata]')?.textContent,
      // The component of a wrapper, in the targets that have one.
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

/** The preparation of each target, two at a time, while others are looked at. */
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
  const { scripts = ['build'], out = 'dist' } = TARGETS[name];
  if (!out) {
    test(`${name}: its tests pass`, { timeout: 300_000 }, async (context) => {
      const { stamp, folder } = await preparations.get(name).promise;
      if (!folder) return context.skip('passed with the same package before');
      for (const script of scripts) await build(folder, script);
      await stamp.passed();
    });
    continue;
  }
  everywhere(
    `${name}: articles are shown and styled`,
    async (page) => {
      const { stamp, folder } = await preparations.get(name).promise;
      if (!folder) return 'passed with the same package before';
      for (const script of scripts) {
        await build(folder, script);
        const site = await serve({ mounts: { '/': join(folder, out) } });
        try {
          console.log(`${name}, ${script}: ${await inspect(page, `${site.url}/`)} bytes fetched`);
        } finally {
          await site.close();
        }
      }
      await stamp.passed();
    },
    { only: ['chromium'], timeout: 400_000 },
  );
}

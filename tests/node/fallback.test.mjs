// The JavaScript builds of the cores give the same output as WebAssembly, for every golden file and every format's
// fixture.
import './fake-document.mjs';
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import * as glue from '#glue';
import { instantiate } from '../../www/render/core.js';
import { Host } from '../../www/render/core-callbacks.js';
import { addLabels } from '../../www/loading/labels.js';
import { dist, root } from '../../pkg-config/project.mjs';

/** @typedef {(json: Uint8Array, options: Uint8Array, host: Host) => void} Render */

/** Writes dates as in ISO 8601, like the golden files. */
class IsoHost extends Host {
  date = () => new Uint8Array();
}

/** Renders all steps at once. @param {Pick<typeof glue, 'begin' | 'step' | 'reset'>} core @returns {Render} */
const whole = ({ begin, step, reset }) => (json, options, host) => {
  begin(json, options);
  while (step(host));
  reset();
};
const renderBatch = whole(glue);

/** The output of a core for an article. @param {Render} render @param {Uint8Array} json */
function result(render, json) {
  const host = new IsoHost();
  render(json, new TextEncoder().encode('{}'), host);
  const report = JSON.parse(host.report);
  return { report, ops: host.ops, text: host.text };
}

/** Articles of a folder by name. @param {string} folder */
async function articles(folder) {
  const names = (await readdir(join(root, folder))).filter((name) => name.endsWith('.json')).sort();
  assert.ok(names.length > 20, folder);
  return Promise.all(names.map(async (name) => /** @type {const} */ ([name, await readFile(join(root, folder, name))])));
}

const all = [...(await articles('tests/golden')), ...(await articles('tests/formats'))];
addLabels(await readFile(join(root, 'src/render/labels-more.tsv'), 'utf8'));
/** The cores of pages; servers need no JavaScript build. */
const modules = (await readdir(dist)).filter((name) => name.endsWith('.wasm') && !name.includes('-server')).map((name) => name.slice(0, -'.wasm'.length));

test('every module of pages has a JavaScript build', async () => {
  const builds = (await readdir(dist)).filter((name) => name.endsWith('.fallback.js'));
  assert.deepEqual(builds.sort(), modules.map((name) => `${name}.fallback.js`).sort());
  assert.ok(builds.length > 1);
});

for (const name of modules) {
  test(`${name}.fallback.js makes the same of ${all.length} articles as ${name}.wasm`, async () => {
    const fallback = await import(join(dist, `${name}.fallback.js`));
    fallback.instantiate();
    instantiate(await WebAssembly.compile(await readFile(join(dist, `${name}.wasm`))));
    for (const [file, json] of all) assert.deepEqual(result(whole(fallback), json), result(renderBatch, json), file);
  });
}

test('after a crash in the middle a fresh instance renders the next article', async () => {
  const fallback = await import(join(dist, 'article-widget.fallback.js'));
  const { instantiate } = fallback, render = whole(fallback);
  instantiate();
  const json = new TextEncoder().encode('{"headline":"Rain","body":["It rained."]}');
  const expected = result(render, json);
  for (let i = 0; i < 100; i++) {
    const host = Object.assign(new IsoHost(), { take: () => { throw new RangeError('broken'); } });
    assert.throws(() => render(json, new TextEncoder().encode('{}'), host), RangeError);
    instantiate();
    assert.deepEqual(result(render, json), expected);
  }
});

test('memory grows for a large article, and the next ones find it grown', async () => {
  const fallback = await import(join(dist, 'article-widget.fallback.js'));
  const { instantiate } = fallback, render = whole(fallback);
  instantiate();
  const paragraph = 'It counts the ships, ön the sea and in the harbour. '.repeat(40);
  const json = new TextEncoder().encode(JSON.stringify({ headline: 'Long', body: Array(1800).fill(paragraph) }));
  const small = new TextEncoder().encode('{"headline":"Rain"}');
  const expected = result(renderBatch, json);
  for (let i = 0; i < 3; i++) {
    assert.deepEqual(result(render, json), expected);
    assert.equal(result(render, small).text.includes('Rain'), true);
  }
});

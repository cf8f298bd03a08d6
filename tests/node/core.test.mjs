// The core renders step by step, one article at a time. A rendering that stops early leaves no state.
import './fake-document.mjs';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { inTurn, instantiate, rendering, reportOf } from '../../www/render/core.js';
import { Host } from '../../www/render/core-callbacks.js';
import { Load } from '../../www/loading/load-task.js';
import { inSlices } from '../../www/render/time-slicing.js';
import { dist } from '../../pkg-config/project.mjs';

const module = await WebAssembly.compile(await readFile(join(dist, 'article-widget.wasm')));
instantiate(module);

const options = new TextEncoder().encode('{}');

const article = (/** @type {string} */ headline, blocks = 1) =>
  new TextEncoder().encode(JSON.stringify({ lang: 'en', headline, body: Array(blocks).fill('Ships are counted on the sea and in the harbour.') }));

/** Renders all steps at once. @param {Uint8Array} json @param {Host} [host] */
function rendered(json, host = new Host()) {
  for (const _ of rendering(json, options, host));
  return { headline: reportOf(host).headline, ops: [...host.ops], text: host.text };
}

test('an article is parsed, read and rendered in a step each', () => {
  const host = new Host();
  const work = rendering(article('Rain'), options, host);
  const seen = [];
  while (!work.next().done) seen.push([host.report !== '', host.ops.length > 0]);
  assert.deepEqual(seen, [[false, false], [false, false], [true, true]]);
});

test('what is left in the middle gives its memory back, and the next article is whole', () => {
  const expected = rendered(article('Rain'));
  for (const steps of [1, 2, 3]) {
    const work = rendering(article('Left', 1000), options, new Host());
    for (let i = 0; i < steps; i++) work.next();
    work.return();
    assert.deepEqual(rendered(article('Rain')), expected);
  }
});

test('articles that come while one is rendered wait for it', async () => {
  const long = article('Long', 20_000);
  const expected = { long: rendered(long), short: rendered(article('Short')) };
  const hosts = { long: new Host(), short: new Host() };
  const load = new Load();
  /** @type {string[]} */
  const order = [];
  await Promise.all([
    inTurn(() => inSlices(rendering(long, options, hosts.long), load)).then(() => order.push('long')),
    inTurn(() => inSlices(rendering(article('Short'), options, hosts.short), load)).then(() => order.push('short')),
    inTurn(() => instantiate(module)),
  ]);
  assert.deepEqual(order, ['long', 'short']);
  for (const name of /** @type {const} */ (['long', 'short'])) {
    const { ops, text } = hosts[name];
    assert.deepEqual({ headline: reportOf(hosts[name]).headline, ops: [...ops], text }, expected[name], name);
  }
});

test('one that fails or is aborted does not keep the next from its turn', async () => {
  const load = new Load();
  const aborted = inTurn(() => inSlices(rendering(article('Aborted', 20_000), options, new Host()), load));
  const late = inTurn(() => inSlices(rendering(article('Late'), options, new Host()), load));
  const host = new Host();
  const next = inTurn(() => inSlices(rendering(article('Next'), options, host), new Load()));
  load.end();
  await assert.rejects(aborted, { code: 'aborted' });
  await assert.rejects(late, { code: 'aborted' });
  await next;
  assert.equal(reportOf(host).headline, 'Next');
});

test('after a trap the next article is rendered by a fresh instance', () => {
  const expected = rendered(article('Rain'));
  const broken = Object.assign(new Host(), { take: () => { throw new WebAssembly.RuntimeError('unreachable'); } });
  assert.throws(() => rendered(article('Broken'), broken), { code: 'crash', message: 'the renderer stopped: RuntimeError: unreachable' });
  assert.deepEqual(rendered(article('Rain')), expected);
});

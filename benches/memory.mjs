// Memory: heaps per widget, after their removal, and after many mounts and removals.
import { heapBytes, openPage } from './support/chromium.mjs';
import { peersFor } from './support/peers.mjs';
import { spread } from './support/statistics.mjs';

const widgets = 200;
const cycles = 1000;

/** @type {import('./run.mjs').Bench} */
export async function memory({ site, browser, scale, say }) {
  const peers = peersFor(site.peers, 'json');
  const inputs = site.inputs('json', 10_000);
  const rounds = Math.max(1, Math.round(3 * scale));
  /** @type {Map<string, Awaited<ReturnType<typeof measured>>[]>} */
  const all = new Map(peers.map(({ impl }) => [impl, []]));
  for (let round = 0; round < rounds; round++) {
    for (const peer of peers) {
      say(`${peer.impl}, run ${round + 1} of ${rounds}`);
      all.get(peer.impl)?.push(await measured(browser, site.url, peer, inputs));
    }
  }
  return [...all].flatMap(([impl, runs]) =>
    Object.keys(runs[0]).map((name) => {
      const [what, unit] = name.split(' | ');
      return { bench: 'memory', case: what, impl, ...spread(runs.map((run) => run[name])), unit };
    }),
  );
}

/**
 * @param {import('./support/chromium.mjs').Browser} browser @param {string} url @param {any} peer @param {any} inputs
 * @returns {Promise<Record<string, number>>} by measure and unit
 */
async function measured(browser, url, peer, inputs) {
  const context = await browser.newContext();
  const page = await openPage(context);
  const session = await context.newCDPSession(page);
  await page.goto(`${url}/blank.html`);
  await page.waitForFunction(() => 'bench' in globalThis);
  const heaps = async () => {
    const { js, dom, buffers } = await heapBytes(session);
    return { js, dom, buffers, wasm: /** @type {number} */ (await page.evaluate(() => bench.wasmBytes())) };
  };
  const sum = (/** @type {Awaited<ReturnType<typeof heaps>>} */ of) => of.js + of.dom + of.buffers + of.wasm;
  const cycle = (/** @type {number} */ count) => page.evaluate(([one, made, n]) => bench.cycle(one, made, n), [peer, inputs, count]);

  await cycle(100); // code is compiled, and caches and the core's memory have reached their size
  const empty = await heaps();
  await page.evaluate(([one, made, n]) => bench.keep(one, made, n).then(() => {}), [peer, inputs, widgets]);
  const full = await heaps();
  await page.evaluate(() => bench.drop());
  const dropped = await heaps();
  await cycle(cycles);
  const cycled = await heaps();
  await context.close();
  const each = (/** @type {'js' | 'dom' | 'buffers' | 'wasm'} */ heap) => (full[heap] - empty[heap]) / widgets / 1024;
  return {
    [`a widget of 10 KB: all heaps | KB`]: (sum(full) - sum(empty)) / widgets / 1024,
    [`a widget of 10 KB: JavaScript | KB`]: each('js'),
    [`a widget of 10 KB: DOM | KB`]: each('dom'),
    [`a widget of 10 KB: buffers | KB`]: each('buffers'),
    [`memory of the module, whole | KB`]: full.wasm / 1024,
    [`growth after ${widgets} widgets are removed | %`]: (sum(dropped) / sum(empty) - 1) * 100,
    [`growth after ${cycles.toLocaleString('en')} mounts and removals | %`]: (sum(cycled) / sum(dropped) - 1) * 100,
  };
}

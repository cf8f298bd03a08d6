// Growth: time and memory by the size of an article and by the number of widgets, and the fitted exponents.
import { heapBytes, openPage } from './support/chromium.mjs';
import { peersFor } from './support/peers.mjs';
import { exponent, spread } from './support/statistics.mjs';

/** @typedef {import('./support/table.mjs').Result} Result */

const sizes = [1, 4, 16, 64, 256, 1024, 4096, 16384].map((kilobytes) => ({ bytes: kilobytes * 1024, name: kilobytes < 1024 ? `${kilobytes} KB` : `${kilobytes / 1024} MB` }));
const counts = [1, 10, 100, 1000];
/** Below this the fixed cost of a widget dominates, instead of the cost of its content. */
const fittedFrom = 64 * 1024;

/** @type {import('./run.mjs').Bench} */
export async function growth({ site, browser, scale, say }) {
  const peers = peersFor(site.peers, 'json').filter(({ impl }) => ['article-widget', 'createelement', 'innerhtml'].includes(impl));
  const rounds = Math.max(2, Math.round(5 * scale));
  /** @type {Result[]} */
  const results = [];

  /** @param {string} what @param {number[]} steps @param {(step: number) => { inputs: any, count: number, name: string, fitted: number | null }} setting */
  const grow = async (what, steps, setting) => {
    for (const peer of peers) {
      /** @type {Record<'time' | 'memory', [number, number][]>} */
      const points = { time: [], memory: [] };
      for (const step of steps) {
        const { inputs, count, name, fitted } = setting(step);
        say(`${what}: ${peer.impl}, ${name}`);
        const samples = [];
        for (let round = 0; round < rounds; round++) samples.push(await once(browser, site.url, peer, inputs, count));
        const time = spread(samples.map((one) => one.time));
        const memory = spread(samples.map((one) => one.memory / 2 ** 20));
        results.push({ bench: 'growth', case: `${what}: ${name}, script`, impl: peer.impl, ...time, unit: 'ms' });
        results.push({ bench: 'growth', case: `${what}: ${name}, heaps`, impl: peer.impl, ...memory, unit: 'MB' });
        if (fitted !== null) {
          points.time.push([fitted, time.median]);
          points.memory.push([fitted, memory.median]);
        }
      }
      for (const kind of /** @type {const} */ (['time', 'memory'])) {
        const value = exponent(points[kind]);
        results.push({ bench: 'growth', case: `${what}: exponent of ${kind}`, impl: peer.impl, median: value, min: value, max: value, unit: '' });
      }
    }
  };
  await grow('size', sizes.map((_, index) => index), (index) => {
    const { bytes, name } = sizes[index];
    return { inputs: site.inputs('json', bytes), count: 1, name, fitted: bytes < fittedFrom ? null : bytes };
  });
  await grow('widgets of 4 KB', counts, (count) => ({ inputs: site.inputs('json', 4096), count, name: String(count), fitted: count < 10 ? null : count }));
  return results;
}

/**
 * On a fresh page, after each input has been shown once: the milliseconds of script, and the growth of all heaps.
 * @param {import('./support/chromium.mjs').Browser} browser @param {string} url @param {any} peer @param {any} inputs @param {number} count
 */
async function once(browser, url, peer, inputs, count) {
  const context = await browser.newContext();
  const page = await openPage(context);
  const session = await context.newCDPSession(page);
  await page.goto(`${url}/blank.html`);
  await page.waitForFunction(() => 'bench' in globalThis);
  // Hidden, because layout is the browser's work, not the peers', and takes minutes for 16 MB.
  await page.evaluate(() => void (/** @type {HTMLElement} */ (document.querySelector('main')).style.display = 'none'));
  await page.evaluate(([one, made]) => bench.keep(one, made, 1).then(() => bench.drop()), [peer, inputs]);
  const total = async () => {
    const { js, dom, buffers } = await heapBytes(session);
    return js + dom + buffers + (await page.evaluate(() => bench.wasmBytes()));
  };
  const before = await total();
  const time = await page.evaluate(([one, made, n]) => bench.keep(one, made, n), [peer, inputs, count]);
  const memory = (await total()) - before;
  await context.close();
  return { time, memory: Math.max(memory, 1) };
}

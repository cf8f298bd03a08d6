// Warm render: everything is loaded; from the bytes of an article to its nodes (script), and to the frame that shows
// them.
import { formats } from './articles/formats.mjs';
import { openPage } from './support/chromium.mjs';
import { peersFor } from './support/peers.mjs';
import { shuffled, spread } from './support/statistics.mjs';

/** @typedef {import('./run.mjs').Bench} Bench */

/**
 * Small articles are shown several times a sample, because the clock has a resolution of 5 µs. Rounds of warming come
 * first and are not counted, until each peer has shown its hundred articles, or some megabytes: engines optimise code
 * that runs often.
 */
const sizes = [
  { name: '1 KB', bytes: 1_000, repetitions: 20, warming: 5, rounds: 30 },
  { name: '10 KB', bytes: 10_000, repetitions: 5, warming: 20, rounds: 30 },
  { name: '100 KB', bytes: 100_000, repetitions: 1, warming: 20, rounds: 20 },
  { name: '1 MB', bytes: 1_000_000, repetitions: 1, warming: 3, rounds: 12 },
];

/** @type {Bench} */
export async function warm({ site, browser, scale, say }) {
  const results = [];
  for (const format of formats) {
    const peers = peersFor(site.peers, format);
    for (const { name, bytes, repetitions, warming, rounds } of sizes) {
      say(`${format} ${name}`);
      const context = await browser.newContext();
      const page = await openPage(context);
      await page.goto(`${site.url}/blank.html`);
      await page.waitForFunction(() => 'bench' in globalThis);
      const inputs = site.inputs(format, bytes);
      const difference = await page.evaluate(([list, made]) => bench.difference(list, made), [peers, inputs]);
      if (difference) throw new Error(`bench: not the same article in ${format}: ${difference}`);
      const orders = (/** @type {number} */ count) => Array.from({ length: count }, () => shuffled([...peers.keys()]));
      const rounded = Math.max(3, Math.round(rounds * scale));
      /** @param {number} times @param {number} count */
      const samples = (times, count) =>
        page.evaluate(([list, made, order, n]) => bench.rounds(list, made, order, n), [peers, inputs, orders(count), times]);
      await samples(repetitions, warming);
      const scripts = await samples(repetitions, rounded);
      const frames = repetitions === 1 ? scripts : await samples(1, rounded);
      for (const [index, { impl }] of peers.entries()) {
        const of = (/** @type {any[][]} */ all, /** @type {'script' | 'frame'} */ what) => spread(all[index].map((one) => one[what]));
        results.push({ bench: 'warm', case: `${format} ${name}`, impl, ...of(scripts, 'script'), unit: 'ms' });
        results.push({ bench: 'warm', case: `${format} ${name}, to the frame`, impl, ...of(frames, 'frame'), unit: 'ms' });
      }
      await context.close();
    }
  }
  return results;
}

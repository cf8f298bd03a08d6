// Main thread: its blocking time while a 1 MB article is shown at a quarter of the processor's speed, and a reader
// clicks.
import { openPage } from './support/chromium.mjs';
import { peersFor } from './support/peers.mjs';
import { shuffled, spread } from './support/statistics.mjs';

/** @typedef {{ longest: number, blocking: number, interaction: number }} Blocked */

/** @type {import('./run.mjs').Bench} */
export async function mainThread({ site, browser, scale, say }) {
  const peers = peersFor(site.peers, 'json');
  const inputs = site.inputs('json', 1_000_000);
  /** @type {Map<string, Blocked[]>} */
  const all = new Map(peers.map(({ impl }) => [impl, []]));
  const rounds = Math.max(2, Math.round(7 * scale));
  for (let round = 0; round < rounds; round++) {
    say(`run ${round + 1} of ${rounds}`);
    for (const peer of shuffled(peers)) all.get(peer.impl)?.push(await blocked(browser, site.url, peer, inputs));
  }
  const name = '1 MB, 4x CPU';
  return [...all].flatMap(([impl, runs]) => [
    { bench: 'main-thread', case: `${name}: longest task`, impl, ...spread(runs.map(({ longest }) => longest)), unit: 'ms' },
    { bench: 'main-thread', case: `${name}: total blocking time`, impl, ...spread(runs.map(({ blocking }) => blocking)), unit: 'ms' },
    { bench: 'main-thread', case: `${name}: slowest of the clicks meanwhile`, impl, ...spread(runs.map(({ interaction }) => interaction)), unit: 'ms' },
  ]);
}

/** @param {import('./support/chromium.mjs').Browser} browser @param {string} url @param {any} peer @param {any} inputs @returns {Promise<Blocked>} */
async function blocked(browser, url, peer, inputs) {
  const context = await browser.newContext();
  const page = await openPage(context);
  const session = await context.newCDPSession(page);
  await page.goto(`${url}/blank.html`);
  await page.waitForFunction(() => 'bench' in globalThis);
  await page.evaluate(async ([one, made]) => {
    const scope = /** @type {any} */ (globalThis);
    const module = await bench.load(one);
    const data = await bench.input(one, made);
    scope.tasks = [];
    scope.clicks = [];
    new PerformanceObserver((list) => scope.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    new PerformanceObserver((list) => scope.clicks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16 }));
    document.addEventListener('click', () => {});
    scope.begin = () => setTimeout(async () => {
      await module.show(bench.addPlace(), data);
      // The rest of the work (style, layout, later tasks) ends with an idle thread; or, if the clicks never leave it
      // idle, two seconds after the article.
      requestAnimationFrame(() => setTimeout(() => requestIdleCallback(() => (scope.done = true), { timeout: 2000 })));
    });
  }, [peer, inputs]);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const click = async () => {
    const at = { x: 300, y: 10, button: 'left', clickCount: 1 };
    await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
  };
  await page.evaluate(() => void (/** @type {any} */ (globalThis).begin()));
  for (let done = false; !done; ) {
    await click();
    done = await page.evaluate(() => /** @type {any} */ (globalThis).done === true);
  }
  const { tasks, clicks } = await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 500)); // observers are notified late
    const { tasks, clicks } = /** @type {any} */ (globalThis);
    return { tasks, clicks };
  });
  await context.close();
  return {
    longest: Math.max(0, ...tasks),
    blocking: tasks.reduce((/** @type {number} */ sum, /** @type {number} */ task) => sum + Math.max(0, task - 50), 0),
    interaction: Math.max(0, ...clicks),
  };
}

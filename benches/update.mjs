// Update: one paragraph in the middle of a live article changes. Measures the time, and the reader's losses.
import { article } from './articles/formats.mjs';
import { parts } from './articles/parts.mjs';
import { openPage } from './support/chromium.mjs';
import { peersFor } from './support/peers.mjs';
import { shuffled, spread } from './support/statistics.mjs';

/** @typedef {{ time: number, kept: number, focus: number, selection: number, scroll: number }} Updated */

/** @type {import('./run.mjs').Bench} */
export async function update({ site, browser, scale, say }) {
  const peers = peersFor(site.peers, 'json');
  const inputs = site.inputs('json', 100_000);
  const { renderToString } = await import('../dist/server.js');
  const changed = article('json', 100_000);
  changed.body[changed.body.length >> 1] = { type: 'paragraph', text: 'What has changed.' };
  const next = {
    json: site.put('/articles/changed.json', 'json', JSON.stringify(changed)),
    ready: site.put('/articles/changed.html', 'html', renderToString(changed, { parts }).html),
  };
  /** @type {Map<string, Updated[]>} */
  const all = new Map(peers.map(({ impl }) => [impl, []]));
  const rounds = Math.max(3, Math.round(15 * scale));
  for (let round = 0; round < rounds; round++) {
    if (round % 5 === 0) say(`run ${round + 1} of ${rounds}`);
    for (const peer of shuffled(peers)) {
      const context = await browser.newContext();
      const page = await openPage(context);
      await page.goto(`${site.url}/blank.html`);
      await page.waitForFunction(() => 'bench' in globalThis);
      all.get(peer.impl)?.push(await page.evaluate(updated, [peer, inputs, next]));
      await context.close();
    }
  }
  const name = 'a paragraph of 100 KB';
  return [...all].flatMap(([impl, runs]) => {
    const of = (/** @type {keyof Updated} */ key) => spread(runs.map((run) => run[key]));
    return [
      { bench: 'update', case: `${name}: script`, impl, ...of('time'), unit: 'ms' },
      { bench: 'update', case: `${name}: nodes that stay the same`, impl, ...of('kept'), unit: '%' },
      { bench: 'update', case: `${name}: the focus stays (1 yes, 0 no)`, impl, ...of('focus'), unit: '' },
      { bench: 'update', case: `${name}: the selection stays (1 yes, 0 no)`, impl, ...of('selection'), unit: '' },
      { bench: 'update', case: `${name}: the scroll position moves by`, impl, ...of('scroll'), unit: 'px' },
    ];
  });
}

/** Runs in the page. @param {[any, any, any]} of @returns {Promise<Updated>} */
async function updated([peer, inputs, next]) {
  const module = await bench.load(peer);
  const place = bench.addPlace();
  const [before, after] = [await bench.input(peer, inputs), await bench.input(peer, next)];
  const shown = await (module.showLive ?? module.show)(place, before);
  for (let i = 0; i < 3; i++) { // as often as a live article changes during reading
    await shown.update(after);
    await shown.update(before);
  }
  const root = /** @type {ShadowRoot} */ (place.shadowRoot);
  const links = [...root.querySelectorAll('[part~=body] a, article a')];
  const link = /** @type {HTMLElement} */ (links[links.length >> 1]);
  link.focus();
  link.scrollIntoView();
  const paragraph = /** @type {Element} */ (link.closest('p'));
  const range = { node: /** @type {Node} */ (paragraph.firstChild), length: 5 };
  getSelection()?.setBaseAndExtent(range.node, 0, range.node, range.length);
  const nodes = new Set(root.querySelectorAll('article, article *'));
  const scroll = scrollY;
  const start = performance.now();
  await shown.update(after);
  const time = performance.now() - start;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const now = [...root.querySelectorAll('article, article *')];
  return {
    time,
    kept: (now.filter((node) => nodes.has(node)).length / now.length) * 100,
    focus: root.activeElement === link ? 1 : 0,
    selection: range.node.isConnected && String(getSelection()).length > 0 ? 1 : 0,
    scroll: Math.abs(scrollY - scroll),
  };
}

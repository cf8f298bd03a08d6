// Many widgets, for a long time: they share resources, and leave nothing behind.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { MODULE, events, json, openPage, requested } from './widget-page.mjs';

/** @import { Page } from './support/page.mjs' */

/** Records the instances, and the listeners on objects that outlive a widget. */
const counters = `<script>
  const { Instance } = WebAssembly;
  window.instances = [];
  WebAssembly.Instance = function (...args) {
    const made = new Instance(...args);
    instances.push(made);
    return made;
  };
  window.listeners = 0;
  const known = new Map();
  const shared = (target) => target === window || target === document || target === document.body || target === document.documentElement;
  for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
    const original = EventTarget.prototype[name];
    EventTarget.prototype[name] = function (...args) {
      const [type, listener] = args;
      if (shared(this)) {
        if (!known.has(listener)) known.set(listener, new Set());
        const types = known.get(listener);
        if (types.has(type) === (step < 0)) listeners += step;
        types[step > 0 ? 'add' : 'delete'](type);
        if (types.size === 0) known.delete(listener);
      }
      return original.apply(this, args);
    };
  }
</script>`;

const head = counters + MODULE;
const inline = '<article-widget><script type="application/json">{"headline":"Rain","body":["It rained."]}</script></article-widget>';

/** `events` of work that is slow in some engines. @param {Page} page @param {number} count */
async function manyEvents(page, count) {
  await page.run(async (least) => {
    while (/** @type {any} */ (window).events.length < least) await new Promise((resolve) => setTimeout(resolve, 50));
  }, count);
  return events(page, count);
}

everywhere('a thousand widgets have one instance, one style sheet and one request for each file', async (page, site) => {
  await openPage(page, site, inline.repeat(1000), { head });
  assert.deepEqual(new Set((await manyEvents(page, 1000)).map(({ type }) => type)), new Set(['load']));
  const found = await page.run(() => {
    const roots = [...document.querySelectorAll('article-widget')].map((widget) => /** @type {ShadowRoot} */ (widget.shadowRoot));
    return {
      articles: roots.filter((root) => root.querySelector('article h2')?.textContent === 'Rain').length,
      sheets: new Set(roots.flatMap((root) => root.adoptedStyleSheets)).size,
      styles: roots.filter((root) => root.querySelector('style, link')).length,
      instances: /** @type {any} */ (window).instances.length,
    };
  });
  assert.deepEqual(found, { articles: 1000, sheets: 1, styles: 0, instances: 1 });
  assert.deepEqual(requested(site).sort(), ['/dist/article-widget.css', '/dist/article-widget.js', '/dist/article-widget.wasm']);
  await page.assertQuiet();
});

/**
 * Inserts widgets and removes them again, one after the other, each after its article is shown.
 * @param {number} count
 */
async function elementsComeAndGo(count) {
  for (let i = 0; i < count; i++) {
    const widget = Object.assign(document.createElement('article-widget'), { article: { headline: 'Rain', body: ['It rained.', { type: 'image', src: 'data:,' }] } });
    await new Promise((resolve, reject) => {
      widget.addEventListener('load', resolve);
      widget.addEventListener('error', reject);
      document.body.append(widget);
    });
    widget.remove();
  }
  return document.querySelectorAll('article-widget').length;
}

/** The same with `mount`, in an element that is removed with its article. @param {number} count */
async function mountsComeAndGo(count) {
  const { mount } = await import(/** @type {any} */ ('/dist/article-widget.js'));
  for (let i = 0; i < count; i++) {
    const place = document.createElement('div');
    document.body.append(place);
    const mounted = mount(place, { headline: 'Rain', body: ['It rained.'] });
    await mounted.ready;
    mounted.remove();
    place.remove();
  }
  return document.querySelectorAll('body > div').length;
}

for (const { what, comeAndGo } of [{ what: 'elements', comeAndGo: elementsComeAndGo }, { what: 'mounts', comeAndGo: mountsComeAndGo }]) {
  everywhere(`a thousand ${what} come and go, and nothing of them stays`, async (page, site) => {
    await openPage(page, site, '', { head, recorder: '' });
    await page.run(() => customElements.whenDefined('article-widget').then(() => true));
    // By then engines have allocated everything that they keep for the code itself.
    for (let i = 0; i < 4; i++) assert.equal(await page.run(comeAndGo, 250), 0);
    const before = await standing(page);
    for (let i = 0; i < 4; i++) assert.equal(await page.run(comeAndGo, 250), 0);
    const after = await standing(page);
    assert.deepEqual({ ...after, heap: 0 }, { ...before, heap: 0 });
    assert.ok(after.heap <= before.heap * 1.05, `the heap went from ${before.heap} to ${after.heap} bytes`);
    console.log(`${page.engine}: ${what}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`);
    await page.assertQuiet();
  });
}

/**
 * Remaining resources in the page: listeners on shared objects; in Chromium, which alone reports them, also nodes,
 * listeners and bytes in use.
 * @param {Page} page
 */
async function standing(page) {
  const shared = await page.run(() => ({ shared: /** @type {any} */ (window).listeners, instances: /** @type {any} */ (window).instances.length }));
  if (page.engine !== 'chromium') return { ...shared, heap: 0 };
  const tools = (/** @type {string} */ command) => /** @type {any} */ (page.driver).sendAndGetDevToolsCommand(command, {});
  // Once for unreachable objects, and again for those that their finalizers release.
  for (let i = 0; i < 3; i++) await tools('HeapProfiler.collectGarbage');
  const { nodes, documents, jsEventListeners } = await tools('Memory.getDOMCounters');
  const { usedSize } = await tools('Runtime.getHeapUsage');
  return { ...shared, nodes, documents, jsEventListeners, heap: usedSize };
}

everywhere('the memory of the core does not grow from one large article to the next', async (page, site) => {
  const paragraph = 'It counts the ships, ön the sea and in the harbour, and never sleeps. '.repeat(30);
  const large = JSON.stringify({ headline: 'Long', body: Array(1900).fill(paragraph) });
  assert.ok(Buffer.byteLength(large) > 4_000_000 && Buffer.byteLength(large) < 4 << 20, `${Buffer.byteLength(large)} bytes`);
  site.route('/large.json', json(large));
  await openPage(page, site, '<article-widget src="large.json"></article-widget>', { head });
  const sizes = [];
  for (let i = 1; i <= 10; i++) {
    assert.equal((await manyEvents(page, i))[i - 1].type, 'load');
    sizes.push(await page.run(() => /** @type {any} */ (window).instances[0].exports.memory.buffer.byteLength));
    await page.run(() => /** @type {any} */ (document.querySelector('article-widget')).reload());
  }
  await manyEvents(page, 11);
  assert.deepEqual(sizes, Array(10).fill(sizes[0]));
  assert.equal(await page.run(() => /** @type {any} */ (window).instances.length), 1);
  console.log(`${page.engine}: ${sizes[0]} bytes of WebAssembly memory after an article of ${Buffer.byteLength(large)} bytes, and after ten`);
  await page.assertQuiet();
});

everywhere('of a hundred loads at once half are given up, and the others come', async (page, site) => {
  for (let i = 0; i < 100; i++) site.route(`/${i}.json`, i % 2 ? { hang: true } : json(`{"headline":"Article ${i}"}`));
  const widgets = Array.from({ length: 100 }, (_, i) => `<article-widget src="${i}.json"></article-widget>`);
  await openPage(page, site, widgets.join(''), { head });
  await page.until(() => document.querySelector('article-widget:last-of-type')?.shadowRoot);
  await page.run(() => {
    for (const widget of document.querySelectorAll('article-widget')) {
      if (Number.parseInt(widget.getAttribute('src') ?? '') % 2) widget.remove();
    }
  });
  const all = await events(page, 50);
  assert.deepEqual(all.map(({ type, detail }) => `${type} ${detail.headline}`).sort(), Array.from({ length: 50 }, (_, i) => `load Article ${2 * i}`).sort());
  await page.assertQuiet();
});

everywhere('of a hundred mounts at once half are removed, which only their callers learn', async (page, site) => {
  for (let i = 0; i < 100; i++) site.route(`/${i}.json`, i % 2 ? { hang: true } : json(`{"headline":"Article ${i}"}`));
  await openPage(page, site, '', { head });
  const outcomes = await page.run(async () => {
    const { mount } = await import(/** @type {any} */ ('/dist/article-widget.js'));
    const mounted = Array.from({ length: 100 }, (_, i) => mount(document.body.appendChild(document.createElement('div')), `${i}.json`));
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (let i = 1; i < 100; i += 2) mounted[i].remove();
    return Promise.all(mounted.map(({ ready }) => ready.then((/** @type {any} */ report) => report.headline, (/** @type {any} */ error) => error.code)));
  });
  assert.deepEqual(outcomes, Array.from({ length: 100 }, (_, i) => (i % 2 ? 'aborted' : `Article ${i}`)));
  const types = (await events(page, 50)).map(({ type }) => type);
  assert.deepEqual(types, Array(50).fill('load'));
  await page.assertQuiet();
});

// Hostile values instead of an article: the host always gets an article or one error event, never an exception, and its
// own prototypes are unchanged.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { openPage } from './widget-page.mjs';

/** @import { Page } from './support/page.mjs' */

/**
 * Values by name, each as source code for the page with its result: a headline, or the code of an error.
 * @type {Record<string, { value: string, becomes: string }>}
 */
const values = {
  'a member __proto__': { value: `JSON.parse('{"__proto__":{"polluted":1,"headline":"P"},"headline":"A"}')`, becomes: 'A' },
  'a prototype given by __proto__': { value: `({ __proto__: { headline: 'P', body: 'P' }, headline: 'A' })`, becomes: 'A' },
  'members constructor and prototype': { value: `({ constructor: { prototype: { polluted: 1 } }, prototype: {}, headline: 'A', body: [{ type: 'constructor' }, { type: '__proto__' }, { type: 'toString', text: 'x' }] })`, becomes: 'A' },
  'a format named like a method': { value: `({ headline: 'A', body: [{ type: 'hasOwnProperty', html: {} }] })`, becomes: 'A' },
  'a null prototype': { value: `Object.assign(Object.create(null), { headline: 'A' })`, becomes: 'A' },
  'a class': { value: `new (class { headline = 'A'; get body() { throw 1; } })()`, becomes: 'A' },
  'getters that count': { value: `(() => { let n = 0; return { get headline() { return 'A' + n++; } }; })()`, becomes: 'A0' },
  'a getter that throws': { value: `({ get headline() { throw new Error('no'); } })`, becomes: 'unreadable-value' },
  'a getter that throws nothing': { value: `({ get headline() { throw undefined; } })`, becomes: 'unreadable-value' },
  'a getter that throws what cannot be shown': { value: `({ get headline() { throw { get message() { throw 1; }, toString: null }; } })`, becomes: 'unreadable-value' },
  'a proxy that throws at everything': { value: `new Proxy({}, new Proxy({}, { get() { throw new Error('no'); } }))`, becomes: 'unreadable-value' },
  'a revoked proxy': { value: `(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()`, becomes: 'unreadable-value' },
  'a proxy without end': { value: `new Proxy({}, { get: (_, name) => name === 'headline' ? 'A' : undefined, ownKeys: () => ['headline', 'body'], getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }) })`, becomes: 'A' },
  'a cycle': { value: `(() => { const article = { headline: 'A', body: [] }; article.body.push(article); return article; })()`, becomes: 'unreadable-value' },
  'a BigInt': { value: `({ headline: 'A', width: 10n })`, becomes: 'unreadable-value' },
  'toJSON of its own': { value: `({ toJSON: () => ({ headline: 'A' }) })`, becomes: 'A' },
  'toJSON that throws': { value: `({ toJSON() { throw new Error('no'); } })`, becomes: 'unreadable-value' },
  'toJSON that gives nothing': { value: `({ toJSON() {} })`, becomes: 'unreadable-value' },
  'symbols, functions and nothing in it': { value: `({ headline: 'A', body: [Symbol('x'), () => 1, undefined, 'One'], [Symbol.toPrimitive]: () => { throw 1; }, extra() {} })`, becomes: 'A' },
  'a Map': { value: `new Map([['headline', 'A']])`, becomes: 'unknown-format' },
  'a Date in it': { value: `({ headline: 'A', datePublished: new Date(0) })`, becomes: 'A' },
  'an invalid Date in it': { value: `({ headline: 'A', datePublished: new Date(NaN) })`, becomes: 'A' },
  'boxed values': { value: `({ headline: new String('A'), body: [new Number(1), new Boolean(true), Object('x')] })`, becomes: 'A' },
  'numbers that JSON has not': { value: `({ headline: 'A', body: [{ type: 'image', src: 'https://e.example/a', alt: 'x', width: Infinity, height: NaN }] })`, becomes: 'A' },
  'a sparse array': { value: `(() => { const body = []; body[5] = 'One'; return { headline: 'A', body }; })()`, becomes: 'A' },
  'an array with members': { value: `Object.assign([{ headline: 'A' }], { headline: 'B' })`, becomes: 'unknown-format' },
  'half surrogate pairs': { value: `({ headline: 'A\\ud800', body: ['\\udc00x\\ud83d', { type: 'paragraph', text: { text: '\\udfff', url: 'https://e.example/\\ud800' } }] })`, becomes: 'A\ufffd' },
  'NUL and controls': { value: `({ headline: 'A\\u0000\\u0007\\u009f', body: '\\u0000' })`, becomes: 'A' },
  'a hundred thousand levels': { value: `(() => { let body = ['deep']; for (let i = 0; i < 100000; i++) body = [body]; return { headline: 'A', body }; })()`, becomes: 'A or unreadable-value' },
  'five thousand levels': { value: `(() => { let body = ['deep']; for (let i = 0; i < 5000; i++) body = [{ type: 'quote', body }]; return { headline: 'A', body }; })()`, becomes: 'A or unreadable-value' },
  'an element of the page': { value: `document.body`, becomes: 'unknown-format' },
  'the window': { value: `window`, becomes: 'unknown-format or unreadable-value' },
  'a form whose fields shadow its own': { value: `(() => { const form = document.createElement('form'); form.innerHTML = '<input name="toJSON"><input name="headline" value="x">'; return form; })()`, becomes: 'unknown-format' },
  'an object that calls itself a URL': { value: `({ [Symbol.toStringTag]: 'URL', toString() { throw new Error('no'); } })`, becomes: 'crash or unknown-format' },
  'an object that calls itself bytes': { value: `({ [Symbol.toStringTag]: 'ArrayBuffer', headline: 'A' })`, becomes: 'A or invalid-json' },
  'a promise': { value: `Promise.resolve({ headline: 'A' })`, becomes: 'unknown-format' },
  'a typed array of a number': { value: `JSON.parse('1')`, becomes: 'unknown-format' },
  'text that is no JSON': { value: `'A'`, becomes: 'invalid-json or http-status' },
  'false': { value: `false`, becomes: 'unknown-format' },
  'a symbol': { value: `Symbol('A')`, becomes: 'unreadable-value' },
};

/**
 * Shows a value as a property and by `mount`, and returns the host's events.
 * @param {Page} page
 * @param {string} source
 */
function outcomes(page, source) {
  return page.run(async (source) => {
    const { mount } = await import(/** @type {any} */ ('/dist/article-widget.js'));
    const names = () => [Object, Array, Function, String].flatMap(({ prototype }) => Reflect.ownKeys(prototype)).length;
    const before = names();
    const make = () => (0, eval)(source);
    const next = (/** @type {Element} */ element) => new Promise((resolve) => {
      for (const type of ['load', 'error']) {
        element.addEventListener(type, (event) => resolve(/** @type {any} */ (event).detail.code ?? element.shadowRoot?.querySelector('[part=headline]')?.textContent), { once: true });
      }
    });
    const widget = /** @type {any} */ (document.body.appendChild(document.createElement('article-widget')));
    const place = document.body.appendChild(document.createElement('div'));
    const property = next(widget);
    widget.article = make();
    const mounted = next(place);
    mount(place, make());
    const found = /** @type {string[]} */ ([await property, await mounted]);
    widget.remove();
    place.remove();
    return { found, polluted: names() - before, leaked: /** @type {any} */ ({}).polluted ?? null };
  }, source);
}

for (const [what, { value, becomes }] of Object.entries(values)) {
  everywhere(`in place of an article: ${what}`, async (page, site) => {
    await openPage(page, site, '');
    const { found, ...effects } = await outcomes(page, value);
    for (const outcome of found) assert.ok(becomes.split(' or ').includes(outcome), `${outcome}, not ${becomes}`);
    assert.deepEqual(effects, { polluted: 0, leaked: null });
    await page.assertQuiet();
  });
}

everywhere('options of every kind', async (page, site) => {
  await openPage(page, site, '<div></div>');
  const found = await page.run(async () => {
    const { mount } = await import(/** @type {any} */ ('/dist/article-widget.js'));
    const cycle = /** @type {any} */ ({});
    cycle.labels = cycle;
    const options = [
      null, undefined, 1, 'text', [], cycle, { labels: { more: 1n } }, { headingLevel: Symbol('x') }, { get format() { throw new Error('no'); } },
      { maxBytes: -1, maxNodes: Infinity }, { maxBytes: {} }, { format: {} }, { baseUrl: 'javascript:alert(1)' }, { idPrefix: '"><script>' }, { lang: '<', dir: '<' },
      JSON.parse('{"__proto__":{"headingLevel":5}}'), new Proxy({}, { ownKeys() { throw new Error('no'); } }), () => 1,
    ];
    const found = [];
    for (const option of options) {
      try {
        const { ready } = mount(document.querySelector('div'), { headline: 'A' }, option);
        found.push(await ready.then((/** @type {any} */ report) => report.headline, (/** @type {any} */ error) => `${error.code} ${error.path} ${error.retryable}`));
      } catch (error) {
        found.push(`thrown: ${error}`);
      }
    }
    return found;
  });
  const bad = 'unreadable-value /options false';
  assert.deepEqual(found, ['A', 'A', 'A', 'A', 'A', bad, bad, 'A', bad, 'A', 'A', 'A', 'A', 'A', 'A', 'A', bad, bad]);
  await page.assertQuiet();
});

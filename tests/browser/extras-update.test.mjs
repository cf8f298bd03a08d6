// Additions of options to an article, and boxes that readers opened, after an update.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { MODULE, events, json, openPage } from './widget-page.mjs';

/** @import { Page } from './support/page.mjs' */

/** A clock for the page that the test moves, and a record of its listeners, on all targets. */
const HEAD = `<script>
  const now = Date.now;
  window.later = 0;
  Date.now = () => now() + later;
  window.standing = 0;
  const known = new WeakMap();
  for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
    const original = EventTarget.prototype[name];
    EventTarget.prototype[name] = function (type, listener, ...rest) {
      const target = this ?? window;
      const listeners = known.get(target) ?? new Map();
      known.set(target, listeners);
      const key = listeners.get(listener) ?? listeners.set(listener, new Set()).get(listener);
      if (key.has(type) === (step < 0)) { standing += step; key[step > 0 ? 'add' : 'delete'](type); }
      return original.call(target, type, listener, ...rest);
    };
  }
</script>${MODULE}`;

const ago = (/** @type {number} */ minutes) => `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19)}Z`;

/**
 * Opens a page with this article, and waits for it and for the additions of its options.
 * @param {Page} page
 * @param {Parameters<typeof openPage>[1]} site
 * @param {object} article
 * @param {string} attributes
 * @param {string} added
 */
async function openExtended(page, site, article, attributes, added) {
  site.route('/first.json', json(JSON.stringify(article)));
  await openPage(page, site, `<article-widget src="first.json" ${attributes}></article-widget>`, { head: HEAD });
  await events(page, 1);
  if (added) await page.until((added) => document.querySelector('article-widget')?.shadowRoot?.querySelector(added), added);
}

/** Replaces the shown article, and waits for the new one. @param {Page} page @param {object} article */
const update = (page, article) =>
  page.run((article) => new Promise((resolve, reject) => {
    const widget = /** @type {any} */ (document.querySelector('article-widget'));
    widget.addEventListener('load', () => setTimeout(resolve, 50), { once: true });
    widget.addEventListener('error', (/** @type {any} */ event) => reject(new Error(event.detail.message)), { once: true });
    widget.article = article;
  }), article);

/** Moves the clock, as if the reader came back to the page later. @param {Page} page @param {number} minutes */
const pass = (page, minutes) =>
  page.run((minutes) => {
    /** @type {any} */ (window).later += minutes * 60_000;
    document.dispatchEvent(new Event('visibilitychange'));
  }, minutes);

const published = (/** @type {Page} */ page) =>
  page.run(() => {
    const time = document.querySelector('article-widget')?.shadowRoot?.querySelector('time');
    const read = time?.querySelector('span:not([aria-hidden])')?.textContent ?? time?.textContent;
    return { seen: time?.querySelector('[aria-hidden]')?.textContent ?? null, titled: time?.getAttribute('title') ?? null, same: (time?.title || read) === read, day: read?.match(/^\w+ \d+/)?.[0] };
  });

/** The text of a day. @param {string} date */
const dayOf = (date) => new Intl.DateTimeFormat('en', { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(new Date(date));

everywhere('an update brings its own date, which is kept current in the place of the one before', async (page, site) => {
  const article = (/** @type {string} */ datePublished) => ({ lang: 'en', headline: 'Tide', datePublished, body: ['It came.'] });
  await openExtended(page, site, article(ago(180.5)), 'dates="relative"', 'time [aria-hidden]');
  assert.equal((await published(page)).seen, '3 hours ago');
  const [recent, older, old] = [ago(5.5), ago(60 * 50), ago(60 * 24 * 30)];
  await update(page, article(recent));
  assert.deepEqual(await published(page), { seen: '5 minutes ago', titled: (await published(page)).titled, same: true, day: dayOf(recent) });
  await pass(page, 60);
  assert.equal((await published(page)).seen, '1 hour ago');
  await update(page, article(older));
  assert.equal((await published(page)).seen, '2 days ago');
  assert.equal((await published(page)).day, dayOf(older));
  await update(page, article(old));
  await pass(page, 60);
  assert.deepEqual(await published(page), { seen: null, titled: null, same: true, day: dayOf(old) });
  await update(page, article(recent));
  assert.equal((await published(page)).seen, '2 hours ago', 'relative again');
  await pass(page, 60 * 24 * 8);
  assert.deepEqual(await published(page), { seen: null, titled: null, same: true, day: dayOf(recent) }, 'its own date, once it is old');
  await page.assertQuiet();
});

everywhere('without the option the date is absolute again, and with it relative', async (page, site) => {
  await openExtended(page, site, { lang: 'en', headline: 'Tide', datePublished: ago(180.5) }, 'dates="relative"', 'time [aria-hidden]');
  for (const dates of ['absolute', 'relative']) {
    await page.run((dates) => document.querySelector('article-widget')?.setAttribute('dates', dates), dates);
    await page.until((relative) => Boolean(document.querySelector('article-widget')?.shadowRoot?.querySelector('time [aria-hidden]')) === relative, dates === 'relative');
    await pass(page, 0);
    assert.equal((await published(page)).seen, dates === 'relative' ? '3 hours ago' : null);
  }
  await page.assertQuiet();
});

everywhere('dates are kept current after the element was out of the page', async (page, site) => {
  await openExtended(page, site, { lang: 'en', headline: 'Tide', datePublished: ago(180.5) }, 'dates="relative"', 'time [aria-hidden]');
  await page.run(async () => {
    const widget = /** @type {Element} */ (document.querySelector('article-widget'));
    widget.remove();
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.body.append(widget);
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  await pass(page, 60);
  assert.equal((await published(page)).seen, '4 hours ago');
  await page.assertQuiet();
});

everywhere('what an article says is open or closed is so, and what a reader has changed stays', async (page, site) => {
  const box = (/** @type {string} */ summary, /** @type {boolean} */ open) => ({ type: 'details', summary, open, body: [`About ${summary}`] });
  const article = (/** @type {boolean} */ open, /** @type {string} */ more) => ({ headline: 'Tide', body: [box('one', open), { type: 'entry', title: more, body: [box('two', !open)] }, box('read', false), box('shut', true)] });
  await openExtended(page, site, article(true, ''), '', '');
  const state = () => page.run(() => [...document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('details') ?? []].map((one) => `${one.querySelector('summary')?.textContent} ${one.open}`));
  assert.deepEqual(await state(), ['one true', 'two false', 'read false', 'shut true']);
  await page.run(() => {
    const [, , read, shut] = document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('details') ?? [];
    read.open = true;
    shut.open = false;
  });
  for (const [open, more] of /** @type {const} */ ([[false, 'a'], [true, 'b'], [true, 'b'], [false, 'c']])) {
    await update(page, article(open, more));
    assert.deepEqual(await state(), [`one ${open}`, `two ${!open}`, 'read true', 'shut false'], more);
  }
  await page.assertQuiet();
});

const film = (/** @type {string} */ id, /** @type {object} */ more = {}) => ({ type: 'embed', kind: 'video', url: `https://www.youtube.com/watch?v=abcdefghij${id}`, title: `Film ${id}`, provider: 'YouTube', ...more });

everywhere('an opened embed stays open while it is in the article, and goes with it', async (page, site) => {
  const article = (/** @type {unknown[]} */ body, headline = 'Films') => ({ lang: 'en', headline, body });
  await openExtended(page, site, article([film('a'), 'Between.', film('b'), film('a')]), 'embeds="load"', '[part=embed-note]');
  await page.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    /** @type {HTMLElement} */ (root.querySelectorAll('[part=embed-link]')[2]).click();
    const frame = root.querySelector('iframe');
    Object.assign(window, { frame, loads: 0 });
    frame?.addEventListener('load', () => /** @type {any} */ (window).loads++);
  });
  const state = () => page.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    const frames = [...root.querySelectorAll('iframe')];
    return { same: frames.length === 1 && frames[0] === /** @type {any} */ (window).frame, frames: frames.length, notes: root.querySelectorAll('[part=embed-note]').length };
  });
  assert.deepEqual(await state(), { same: true, frames: 1, notes: 2 });
  for (const [what, changed] of /** @type {const} */ ([
    ['nothing is changed', article([film('a'), 'Between.', film('b'), film('a')])],
    ['the headline is another', article([film('a'), 'Between.', film('b'), film('a')], 'Two films')],
    ['its caption is new', article([film('a'), 'Between.', film('b'), film('a', { caption: 'New.' })])],
    ['something is new before it', article(['New.', film('a'), 'Between.', film('b'), 'And.', film('a')])],
    ['the ones before it are gone', article(['New.', film('b'), film('a')])],
  ])) {
    await update(page, changed);
    const { same, frames } = await state();
    assert.deepEqual({ same, frames }, { same: true, frames: 1 }, what);
  }
  await update(page, article(['New.', film('b'), film('c')]));
  assert.deepEqual(await state(), { same: false, frames: 0, notes: 2 });
  await page.assertQuiet();
});

everywhere('pictures that open large stay the same, with the focus, and so does the open lightbox', async (page, site) => {
  site.route('/cat.svg', { type: 'image/svg+xml', headers: { 'cache-control': 'no-store' }, body: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>' });
  const image = (/** @type {string} */ alt) => ({ type: 'image', src: `${site.url}/cat.svg`, alt, width: 40, height: 30 });
  const article = (/** @type {unknown[]} */ body) => ({ lang: 'en', headline: 'Cats', body });
  await openExtended(page, site, article([image('One'), 'Text.', image('Two')]), 'lightbox', '[part=zoom]');
  await page.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    const link = /** @type {HTMLElement} */ (root.querySelectorAll('[part=zoom]')[1]);
    link.focus();
    Object.assign(window, { pictures: [...root.querySelectorAll('img')], link });
  });
  const state = () => page.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('article-widget')?.shadowRoot);
    const { pictures, link } = /** @type {any} */ (window);
    const dialog = root.querySelector('dialog');
    return { pictures: pictures.every((/** @type {Element} */ picture) => picture.isConnected && picture.parentElement?.matches('[part=zoom]')), focus: dialog ? dialog.contains(root.activeElement) : root.activeElement === link, open: dialog?.matches(':modal') ?? false };
  });
  await update(page, article([image('One'), 'Text.', image('Two')]));
  assert.deepEqual(await state(), { pictures: true, focus: true, open: false });
  await update(page, article(['New.', image('One'), 'Another text.', image('Two')]));
  assert.deepEqual(await state(), { pictures: true, focus: true, open: false });
  await page.run(() => /** @type {any} */ (window).link.click());
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('dialog[open]'));
  await update(page, article([image('One'), 'Another text.', image('Two')]));
  assert.deepEqual(await state(), { pictures: true, focus: true, open: true });
  await page.run(() => /** @type {HTMLElement | null | undefined} */ (document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=lightbox-close]'))?.click());
  await page.until(() => !document.querySelector('article-widget')?.shadowRoot?.querySelector('dialog'));
  assert.deepEqual(await state(), { pictures: true, focus: true, open: false });
  await page.assertQuiet();
});

everywhere('a hundred updates leave no listener more than two', async (page, site) => {
  const article = (/** @type {number} */ number) => ({ lang: 'en', headline: `Tide ${number}`, datePublished: ago(number), body: ['It came.', film('a'), { type: 'image', src: `${site.url}/cat.svg`, alt: 'A cat' }] });
  site.route('/cat.svg', { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  await openExtended(page, site, article(1), 'dates="relative" embeds="load" lightbox', '[part=zoom]');
  for (let number = 2; number < 5; number++) await update(page, article(number));
  const before = await page.run(() => /** @type {any} */ (window).standing);
  await page.run(async (articles) => {
    const widget = /** @type {any} */ (document.querySelector('article-widget'));
    for (const article of articles) {
      await new Promise((resolve) => {
        const loaded = () => { widget.removeEventListener('load', loaded); resolve(0); };
        widget.addEventListener('load', loaded);
        widget.article = article;
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }, Array.from({ length: 100 }, (_, index) => article(index + 5)));
  assert.equal(await page.run(() => /** @type {any} */ (window).standing), before);
  await page.assertQuiet();
});

for (const { what, break: broken, works } of [
  { what: 'an address that the browser refuses', break: `const Native = URL; window.URL = class extends Native { constructor(url, base) { if (/refused/.test(url)) throw new TypeError('Invalid URL'); super(url, base); } };`, works: ['time [aria-hidden]', '[part=embed-note]', '[part=zoom]'] },
  { what: 'no relative dates', break: `delete Intl.RelativeTimeFormat;`, works: ['[part=embed-note]', '[part=zoom]'] },
  { what: 'relative dates that throw', break: `Intl.RelativeTimeFormat = function () { throw new RangeError('no'); };`, works: ['[part=embed-note]', '[part=zoom]'] },
  { what: 'no addresses at all for embeds', break: `const Native = URL; window.URL = class extends Native { constructor(url, base) { if (/youtube/.test(url)) throw new TypeError('Invalid URL'); super(url, base); } };`, works: ['time [aria-hidden]', '[part=zoom]'] },
]) {
  everywhere(`a browser with ${what} costs none of the other options`, async (page, site) => {
    const article = { lang: 'en', headline: 'Tide', datePublished: ago(180.5), body: [{ ...film('a'), url: 'https://refused.example/film' }, film('b'), { type: 'image', src: `${site.url}/cat.svg`, alt: 'A cat' }] };
    site.route('/cat.svg', { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    site.route('/first.json', json(JSON.stringify(article)));
    await openPage(page, site, '<article-widget src="first.json" dates="relative" embeds="load" lightbox></article-widget>', { head: `<script>{${broken}}</script>${MODULE}` });
    await events(page, 1);
    for (const added of works) await page.until((added) => document.querySelector('article-widget')?.shadowRoot?.querySelector(added), added);
    const date = await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('time')?.textContent);
    assert.match(date ?? '', /\d{4} at /);
    await page.assertQuiet();
  });
}

for (const lang of ['en-a', 'de-1996-1996', 'en-x', 'x', 'zh-a-b', 'q']) {
  everywhere(`the language ${lang}, which is none, still has its dates`, async (page, site) => {
    await openExtended(page, site, { lang, headline: 'Tide', datePublished: ago(180.5), body: ['It came. '.repeat(500)] }, 'dates="relative" lightbox', 'time [aria-hidden]');
    const { seen, day } = await published(page);
    assert.match(seen ?? '', /3/);
    assert.notEqual(day, '');
    await page.assertQuiet();
  });
}

// A changed article replaces the shown one: unchanged nodes stay, and so do the reader's changes.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { openPage } from './widget-page.mjs';

/**
 * @import { Page } from './support/page.mjs'
 * @import { Site } from './support/browsers.mjs'
 */

/** Enough words to fill some lines. */
const LINES = 'The tide came in over the harbour wall, and the keeper’s cat counted the boats that were left. '.repeat(4);

/** @param {number} number */
const paragraph = (number) => ({ type: 'paragraph', text: [`Paragraph ${number}. ${LINES}`, { text: `link ${number}`, url: `https://harbour.example/${number}` }, ' and the end.'] });

/** @param {number} count */
const paragraphs = (count) => Array.from({ length: count }, (_, index) => paragraph(index));

/** @param {unknown[]} body @param {object} [more] */
const article = (body, more = {}) => ({ lang: 'en', headline: 'The lighthouse keeper’s cat', body, ...more });

/** A page with this article mounted, as `window.mounted`; `window.root` is its shadow root. @param {Page} page @param {Site} site @param {object} value */
async function openMounted(page, site, value) {
  await openPage(page, site, '<main></main>', { head: '<script type="module">import { mount } from "/dist/index.js"; window.mount = mount;</script>' });
  await page.until(() => 'mount' in window);
  await page.run((value) => {
    const scope = /** @type {any} */ (window);
    const main = /** @type {Element} */ (document.querySelector('main'));
    scope.mounted = scope.mount(main, value);
    scope.root = main.shadowRoot;
    return scope.mounted.ready;
  }, value);
}

/**
 * Updates it, and returns how many nodes stayed the same and how many there are.
 * @param {Page} page
 * @param {object} value
 * @param {object} [options]
 */
const update = (page, value, options) =>
  page.run(async (value, options) => {
    const { mounted, root } = /** @type {any} */ (window);
    const nodes = () => {
      /** @type {Node[]} */
      const list = [];
      const walker = document.createTreeWalker(root.querySelector('article'));
      for (let node = /** @type {Node | null} */ (walker.root); node; node = walker.nextNode()) list.push(node);
      return list;
    };
    const before = new Set(nodes());
    await mounted.update(value, options ?? {});
    const after = nodes();
    return { all: after.length, kept: after.filter((node) => before.has(node)).length };
  }, value, options ?? null);

/** Whether the shown article equals a fresh widget's rendering of it. @param {Page} page @param {object} value */
const isAsFresh = (page, value) =>
  page.run(async (value) => {
    const { mount, root } = /** @type {any} */ (window);
    const place = document.body.appendChild(document.createElement('div'));
    await mount(place, value).ready;
    const [shown, fresh] = [root, place.shadowRoot].map((one) => /** @type {Element} */ (one.querySelector('article')));
    const same = shown.isEqualNode(fresh);
    const difference = same ? '' : `${shown.innerHTML}\n${fresh.innerHTML}`;
    place.remove();
    return difference;
  }, value);

everywhere('a changed paragraph: the other nodes, the focus, the selection and the place stay', async (page, site) => {
  await openMounted(page, site, article(paragraphs(40)));
  await page.run(async () => {
    const { root } = /** @type {any} */ (window);
    const links = root.querySelectorAll('[part~=body] a');
    links[20].focus();
    const selected = links[21].closest('p').firstChild;
    getSelection()?.setBaseAndExtent(selected, 0, selected, 9);
    links[20].scrollIntoView();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    Object.assign(window, { link: links[20], place: links[20].getBoundingClientRect().top, focus: 0 });
    for (const type of ['focusin', 'focusout']) root.addEventListener(type, () => /** @type {any} */ (window).focus++);
  });
  const body = paragraphs(40);
  body[30] = { type: 'paragraph', text: ['What has changed.'] };
  const value = article(body);
  const { all, kept } = await update(page, value);
  assert.equal(all, kept, 'even the changed one is the same paragraph');
  const state = await page.run(async () => {
    const { root, link } = /** @type {any} */ (window);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    const { anchorNode } = /** @type {Selection} */ (getSelection());
    return {
      focused: root.activeElement === link, moves: /** @type {any} */ (window).focus,
      // An engine that looks into shadow roots returns the text, the others their host.
      selected: !anchorNode || anchorNode === root.host || anchorNode.isConnected,
      moved: Math.round(link.getBoundingClientRect().top - /** @type {any} */ (window).place),
    };
  });
  assert.deepEqual(state, { focused: true, moves: 0, selected: true, moved: 0 });
  assert.equal(await isAsFresh(page, value), '');
  await page.assertQuiet();
});

everywhere('entries added on top of a live blog leave the others, and the reader’s place', async (page, site) => {
  const entry = (/** @type {number} */ number) => ({ type: 'entry', title: `Entry ${number}`, datePublished: `2026-09-01T07:${number}:00Z`, body: [paragraph(number), paragraph(number)] });
  const old = [23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10].map(entry);
  await openMounted(page, site, article(old));
  await page.run(async () => {
    const { root } = /** @type {any} */ (window);
    const entries = root.querySelectorAll('[part~=entry]');
    scrollTo(0, entries[4].getBoundingClientRect().top - 100);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    Object.assign(window, { entries: [...entries], place: entries[4].getBoundingClientRect().top });
  });
  // One of the old entries is corrected at the same time.
  const corrected = { ...entry(15), title: 'Entry 15, corrected' };
  const value = article([26, 25, 24].map(entry).concat(old.with(8, corrected)), { headline: 'The cat, live' });
  await update(page, value);
  const found = await page.run(async () => {
    const { root, entries, place } = /** @type {any} */ (window);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    const now = [...root.querySelectorAll('[part~=entry]')];
    return { same: now.slice(3).every((node, index) => node === entries[index]), moved: Math.round(entries[4].getBoundingClientRect().top - place), anchored: CSS.supports('overflow-anchor: auto') };
  });
  assert.equal(found.same, true);
  if (found.anchored) assert.equal(found.moved, 0);
  assert.equal(await isAsFresh(page, value), '');
});

everywhere('a sound plays on', async (page, site) => {
  // Half a minute of silence: PCM, 8 bits, 8 kHz.
  const length = 30 * 8000;
  const wav = Buffer.alloc(44 + length, 0x80);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + length, 4);
  wav.write('WAVEfmt ', 8);
  for (const [value, at, bytes] of [[16, 16, 4], [1, 20, 2], [1, 22, 2], [8000, 24, 4], [8000, 28, 4], [1, 32, 2], [8, 34, 2]]) wav.writeUIntLE(value, at, bytes);
  wav.write('data', 36);
  wav.writeUInt32LE(length, 40);
  site.route('/silence.wav', { type: 'audio/wav', body: wav });
  const body = [{ type: 'audio', src: `${site.url}/silence.wav`, title: 'Silence', caption: 'For half a minute' }, ...paragraphs(3)];
  await openMounted(page, site, article(body));
  await page.driver.findElement({ css: 'main' }).click(); // players require a user action
  await page.run(async () => {
    const audio = /** @type {any} */ (window).root.querySelector('audio');
    audio.muted = true;
    Object.assign(window, { audio, stops: 0 });
    await audio.play();
    for (const type of ['pause', 'emptied']) audio.addEventListener(type, () => /** @type {any} */ (window).stops++);
  });
  await update(page, article(['A new paragraph before it.', ...body.slice(0, 3), 'Another one.'], { headline: 'The cat sings' }));
  const state = await page.run(async () => {
    const { audio, root, stops } = /** @type {any} */ (window);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { same: root.querySelector('audio') === audio, paused: audio.paused, stops };
  });
  assert.deepEqual(state, { same: true, paused: false, stops: 0 });
});

everywhere('another sound takes the player’s place', async (page, site) => {
  const audio = (/** @type {string} */ name) => ({ type: 'audio', src: `https://harbour.example/${name}.mp3`, title: 'The song' });
  await openMounted(page, site, article([audio('a'), 'Text.']));
  await page.run(() => void Object.assign(window, { audio: /** @type {any} */ (window).root.querySelector('audio') }));
  const value = article([audio('b'), 'Text.']);
  await update(page, value);
  assert.equal(await page.run(() => /** @type {any} */ (window).audio.isConnected), false);
  assert.equal(await isAsFresh(page, value), '');
});

everywhere('what readers opened stays open, and what they closed stays closed', async (page, site) => {
  const box = (/** @type {string} */ summary, /** @type {string} */ text, open = false) => ({ type: 'details', summary, body: [text], open });
  await openMounted(page, site, article([box('First', 'a'), box('Second', 'b', true), box('Third', 'c')]));
  await page.run(() => {
    const [first, second] = /** @type {any} */ (window).root.querySelectorAll('details');
    first.open = true;
    second.open = false;
  });
  await update(page, article([box('New', 'x'), box('First', 'a, corrected'), box('Second', 'b', true), box('Third', 'c')]));
  const found = await page.run(() => [.../** @type {any} */ (window).root.querySelectorAll('details')].map((one) => `${one.querySelector('summary').textContent} ${one.open}`));
  assert.deepEqual(found, ['New false', 'First true', 'Second false', 'Third false']);
});

everywhere('another option changes what it is about', async (page, site) => {
  const value = article(paragraphs(6));
  await openMounted(page, site, value);
  const { all, kept } = await update(page, value, { headingLevel: 1, idPrefix: 'news' });
  assert.ok(all - kept <= 2, `${kept} of ${all} nodes stayed`);
  assert.equal(await page.run(() => /** @type {any} */ (window).root.querySelector('h1').id), 'news-headline');
  assert.deepEqual(await update(page, value, { headingLevel: 1, idPrefix: 'news' }), { all, kept: all });
});

everywhere('pictures that stay are not asked for again', async (page, site) => {
  site.route('/cat.svg', { type: 'image/svg+xml', headers: { 'cache-control': 'no-store' }, body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' });
  const image = (/** @type {string} */ caption) => ({ type: 'image', src: `${site.url}/cat.svg`, alt: 'A cat', width: 9, height: 9, caption });
  await openMounted(page, site, article([image('The cat'), 'Text.']));
  const count = () => site.requests.filter(({ path }) => path === '/cat.svg').length;
  await page.until(() => /** @type {any} */ (window).root.querySelector('img').naturalWidth > 0);
  assert.equal(count(), 1);
  await update(page, article(['Before.', image('The cat, corrected'), 'Text.']));
  await page.run(() => new Promise((resolve) => setTimeout(resolve, 100)));
  assert.equal(count(), 1);
});

everywhere('whatever an article was and becomes, it is as if it were fresh', async (page, site) => {
  let state = 7;
  const random = (/** @type {number} */ below) => (state = (state * 1103515245 + 12345) % 2 ** 31) % 65_536 % below;
  const pick = (/** @type {unknown[]} */ list) => list[random(list.length)];
  const word = () => pick(['tide', 'cat', 'boat', 'wall', 'light']);
  /** @returns {unknown} */
  const block = (depth = 0) => pick([
    `${word()} ${word()}`,
    { type: 'paragraph', text: [`${word()} `, { text: word(), marks: [pick(['em', 'strong'])] }, ` ${word()} `, { text: word(), url: `https://harbour.example/${word()}` }] },
    { type: 'heading', text: word() }, { type: 'divider' },
    { type: 'list', ordered: random(2) > 0, items: Array.from({ length: 1 + random(4) }, word) },
    { type: 'table', rows: Array.from({ length: 1 + random(3) }, () => [word(), word()]) },
    { type: 'image', src: `https://harbour.example/${word()}.jpg`, alt: word(), caption: word() },
    depth > 2 ? word() : { type: 'entry', title: word(), body: Array.from({ length: 1 + random(3) }, () => block(depth + 1)) },
  ]);
  const whole = () => article(Array.from({ length: random(12) + 1 }, () => block()), random(2) ? { headline: word(), keywords: [word()], lang: pick(['en', 'ar']) } : {});
  let value = whole();
  await openMounted(page, site, value);
  for (let round = 0; round < 25; round++) {
    const change = random(3);
    const body = [...value.body];
    if (change === 0) value = whole();
    else {
      for (let i = random(3); i >= 0; i--) body.splice(random(body.length + 1), random(2), block());
      if (change === 2) body.push(...body.splice(random(body.length), 1));
      value = { ...value, body };
    }
    await update(page, value);
    assert.equal(await isAsFresh(page, value), '', `round ${round}`);
  }
  await page.assertQuiet();
});

everywhere('an element keeps its nodes over a reload, another article property and another attribute', async (page, site) => {
  const value = article(paragraphs(4));
  const route = (/** @type {object} */ value) => site.route('/live.json', { type: 'application/json', headers: { 'cache-control': 'no-store' }, body: JSON.stringify(value) });
  route(value);
  await openPage(page, site, '<article-widget src="live.json"></article-widget>');
  const kept = (/** @type {number} */ count) => page.until((count) => {
    const scope = /** @type {any} */ (window);
    if (scope.events.length < count) return null;
    const nodes = [...(document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('[part~=body] > *') ?? [])];
    const same = nodes.filter((node) => scope.before?.has(node)).length;
    scope.before = new Set(nodes);
    return `${same} of ${nodes.length}`;
  }, count);
  await kept(1);
  route(article(['New.', ...paragraphs(4)]));
  await page.run(() => void /** @type {any} */ (document.querySelector('article-widget')).reload());
  assert.equal(await kept(2), '4 of 5');
  await page.run((value) => void Object.assign(/** @type {any} */ (document.querySelector('article-widget')), { article: value }), article(paragraphs(5)));
  assert.equal(await kept(3), '4 of 5', 'the paragraph before them is gone, and another one behind them is new');
  await page.run(() => void document.querySelector('article-widget')?.setAttribute('lang', 'de'));
  assert.equal(await kept(4), '5 of 5');
  await page.assertQuiet();
});

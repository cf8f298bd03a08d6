// Rare features: relative dates, embeds in place, the lightbox, looks of related links.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { held } from './support/held.mjs';
import { events, json, openPage, requested } from './widget-page.mjs';

/** A picture of 4 by 3 pixels. */
const PICTURE = { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="#678"/></svg>' };

/** The engines that check the hash of a module. @type {{ only: import('./support/drivers.mjs').Engine[] }} */
const enforcing = { only: ['chromium', 'firefox'] };

/**
 * Asserts which of the scripts for options were fetched. WebKit does not request a module again that it preloaded on an
 * earlier page.
 * @param {import('./support/page.mjs').Page} page @param {Parameters<typeof requested>[0]} site @param {...string} scripts
 */
function assertFetched(page, site, ...scripts) {
  const fetched = requested(site).filter((path) => /extras|lightbox/.test(path));
  const expected = scripts.map((name) => `/dist/${name}`);
  if (page.engine === 'webkit') assert.deepEqual(fetched.filter((path) => !expected.includes(path)), []);
  else assert.deepEqual(fetched, expected);
}

/** The state of the widget's shadow root in the browser. */
const times = () => [...document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('time') ?? []].map((time) => ({
  seen: time.querySelector('[aria-hidden]')?.textContent ?? null,
  read: time.querySelector('span:not([aria-hidden])')?.textContent ?? time.textContent,
  title: time.getAttribute('title'),
}));

everywhere('instants are shown as how long ago they were, and stay current', async (page, site) => {
  const ago = (/** @type {number} */ minutes) => `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19)}Z`;
  site.route('/news.json', json(JSON.stringify({
    lang: 'en', headline: 'News', datePublished: ago(180.5), dateModified: ago(4.995), body: ['One.'],
    related: { items: [['Old', ago(60 * 24 * 9)], ['Floating', ago(200).slice(0, -1)], ['Future', ago(-90)], ['Day', '2026-01-01']].map(([headline, datePublished], index) => ({ headline, datePublished, url: `https://news.example/${index}` })) },
  })));
  await openPage(page, site, '<article-widget src="news.json" dates="relative"></article-widget>');
  await events(page, 1);
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('time [aria-hidden]'));
  const [published, modified, ...others] = await page.run(times);
  assert.equal(published.seen, '3 hours ago');
  assert.match(published.read ?? '', /^\w+ \d+, \d{4} at /);
  assert.equal(published.title, published.read);
  assert.match(modified.seen ?? '', /^[45] minutes ago$/);
  assert.deepEqual(others.map(({ seen, title }) => [seen, title]), Array(4).fill([null, null]), 'no instants, of the future, or old');
  await page.until(() => [...document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('[part=modified] [aria-hidden]') ?? []].some(({ textContent }) => textContent === '5 minutes ago'));
  assertFetched(page, site, 'extras.js');
  await page.assertQuiet();
});

everywhere('without the options nothing more is fetched, and dates are absolute', async (page, site) => {
  site.route('/news.json', json(JSON.stringify({ lang: 'en', headline: 'News', datePublished: new Date().toISOString() })));
  await openPage(page, site, '<article-widget src="news.json"></article-widget>');
  await events(page, 1);
  assert.deepEqual((await page.run(times)).map(({ seen }) => seen), [null]);
  assertFetched(page, site);
});

const EMBEDS = JSON.stringify({
  lang: 'de', headline: 'Videos',
  body: [
    { type: 'embed', kind: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk&t=42', title: 'Ein Film', provider: 'YouTube' },
    { type: 'embed', kind: 'page', url: 'https://unknown.example/film', title: 'Etwas anderes' },
  ],
});

everywhere('an embed is shown in its place after a click, and nothing before', async (page, site) => {
  site.route('/embeds.json', json(EMBEDS));
  await openPage(page, site, '<article-widget src="embeds.json" embeds="load"></article-widget>', {
    headers: { 'content-security-policy': "frame-src 'none'" },
  });
  await events(page, 1);
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=embed-note]'));
  const before = await page.run(() => {
    const root = document.querySelector('article-widget')?.shadowRoot;
    return { frames: root?.querySelectorAll('iframe').length, notes: [...root?.querySelectorAll('[part=embed-note]') ?? []].map(({ textContent }) => textContent) };
  });
  assert.deepEqual(before, { frames: 0, notes: ['Lädt Inhalte von YouTube'] });
  const frame = await page.run(() => {
    const root = document.querySelector('article-widget')?.shadowRoot;
    /** @type {HTMLElement | null | undefined} */ (root?.querySelector('[part=embed-link]'))?.click();
    const frame = root?.querySelector('iframe');
    return frame && Object.fromEntries(['title', 'src', 'referrerpolicy', 'part'].map((name) => [name, frame.getAttribute(name)]));
  });
  assert.deepEqual(frame, {
    title: 'Ein Film',
    src: 'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&start=42',
    referrerpolicy: 'strict-origin-when-cross-origin',
    part: 'embed-frame',
  });
  // The page's policy forbids the frame here, so the link is back and works.
  await page.until(() => !document.querySelector('article-widget')?.shadowRoot?.querySelector('iframe'));
  const event = (await events(page, 2))[1];
  assert.deepEqual([event.type, event.detail.part], ['linkclick', 'embed-link']);
});

everywhere('a host that takes the click keeps the embed a link', async (page, site) => {
  site.route('/embeds.json', json(EMBEDS));
  await openPage(page, site, '<article-widget src="embeds.json" embeds="load"></article-widget>');
  await events(page, 1);
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=embed-note]'));
  const frames = await page.run(() => {
    const widget = document.querySelector('article-widget');
    widget?.addEventListener('linkclick', (event) => event.preventDefault());
    /** @type {HTMLElement | null | undefined} */ (widget?.shadowRoot?.querySelector('[part=embed-link]'))?.click();
    return widget?.shadowRoot?.querySelectorAll('iframe').length;
  });
  assert.equal(frames, 0);
  await page.assertQuiet();
});

everywhere('pictures open large, and the focus comes back', async (page, site) => {
  for (const name of ['one', 'two']) site.route(`/${name}.svg`, PICTURE);
  const image = (/** @type {string} */ name) => ({ type: 'image', src: `${site.url}/${name}.svg`, alt: `Picture ${name}`, width: 40, height: 30, caption: `The ${name}` });
  site.route('/pictures.json', json(JSON.stringify({ lang: 'fr', headline: 'Images', body: [image('one'), image('two'), { ...image('one'), alt: '' }] })));
  await openPage(page, site, '<article-widget src="pictures.json" lightbox></article-widget>');
  await events(page, 1);
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('a[part=zoom]').length === 2);
  assertFetched(page, site, 'extras.js');
  await page.run(() => {
    const links = document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('a[part=zoom]');
    const link = /** @type {HTMLElement} */ (links?.[1]);
    link.focus();
    link.click();
  });
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('dialog[open]'));
  const opened = await page.run(() => {
    const dialog = document.querySelector('article-widget')?.shadowRoot?.querySelector('dialog');
    const strip = /** @type {Element} */ (dialog?.querySelector('ul'));
    const [first, second] = [...strip.children].map((item) => Math.round(item.getBoundingClientRect().left));
    return {
      name: dialog?.getAttribute('aria-label'),
      buttons: [...dialog?.querySelectorAll('button') ?? []].map((button) => [button.getAttribute('aria-label'), button.disabled]),
      captions: [...dialog?.querySelectorAll('p') ?? []].map(({ textContent }) => textContent),
      second, left: first < 0, modal: dialog?.matches(':modal'),
    };
  });
  assert.deepEqual(opened, {
    name: 'Images',
    buttons: [['Fermer', false], ['Précédente', false], ['Suivante', true]],
    captions: ['The one', 'The two'],
    second: 0, left: true, modal: true,
  });
  await page.run(() => {
    const dialog = document.querySelector('article-widget')?.shadowRoot?.querySelector('dialog');
    dialog?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
  });
  await page.until(() => Math.abs(document.querySelector('article-widget')?.shadowRoot?.querySelector('dialog li')?.getBoundingClientRect().left ?? 9) < 1);
  const closed = await page.run(async () => {
    const root = document.querySelector('article-widget')?.shadowRoot;
    /** @type {HTMLElement | null | undefined} */ (root?.querySelector('[part=lightbox-close]'))?.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { dialog: Boolean(root?.querySelector('dialog')), focused: root?.activeElement?.querySelector('img')?.getAttribute('alt') };
  });
  assert.deepEqual(closed, { dialog: false, focused: 'Picture two' });
  assertFetched(page, site, 'extras.js', 'lightbox.js');
  await page.assertQuiet();
});

everywhere('a lightbox of other bytes than the script was built with is not run, and the link to the picture is followed', async (page, site) => {
  site.route('/dist/lightbox.js', { type: 'text/javascript', body: 'document.title = "evil"; export const openLightbox = () => { document.title = "evil"; };' });
  site.route('/picture.svg', PICTURE);
  site.route('/picture.json', json(JSON.stringify({ lang: 'en', headline: 'Picture', body: [{ type: 'image', src: `${site.url}/picture.svg`, alt: 'One' }] })));
  await openPage(page, site, '<article-widget src="picture.json" lightbox></article-widget>');
  await events(page, 1);
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=zoom]'));
  await page.run(() => /** @type {HTMLElement | null | undefined} */ (document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=zoom]'))?.click());
  await page.until(() => location.pathname === '/picture.svg' || document.title === 'evil');
  assert.equal(await page.run(() => location.pathname), '/picture.svg');
}, enforcing);

for (const { what, reply, options } of [
  { what: 'is missing', reply: { status: 404, body: 'Not found' }, options: {} },
  { what: 'is of other bytes', reply: { type: 'text/javascript', body: 'document.title = "evil";' }, options: enforcing },
]) {
  everywhere(`where the script of extras ${what}, the article is shown without, and another one takes its place`, async (page, site) => {
    site.route('/dist/extras.js', reply);
    for (const [name, text] of [['one', 'Before'], ['other', 'After']]) {
      site.route(`/${name}.json`, json(JSON.stringify({ lang: 'en', headline: 'Tide', datePublished: new Date().toISOString(), body: [text] })));
    }
    await openPage(page, site, '<article-widget src="one.json" dates="relative"><p>Fallback</p></article-widget>');
    await events(page, 1);
    await page.run(() => document.querySelector('article-widget')?.setAttribute('src', 'other.json'));
    assert.deepEqual((await events(page, 2)).map(({ type }) => type), ['load', 'load']);
    const shown = await page.run(() => {
      const root = document.querySelector('article-widget')?.shadowRoot;
      return { title: document.title, articles: root?.querySelectorAll('article').length, text: root?.querySelector('[part=body]')?.textContent, slots: root?.querySelectorAll('slot').length };
    });
    assert.deepEqual(shown, { title: 'Test', articles: 1, text: 'After', slots: 0 });
    await page.assertQuiet({ except: /extras\.js/ });
  }, options);
}

for (const look of ['list', 'cards', 'compact', 'carousel']) {
  everywhere(`related links as ${look} stay in the page and each in sight of the keyboard`, async (page, site) => {
    const items = Array.from({ length: 8 }, (_, index) => ({ headline: `The ${index}. ferry across the long bay`, url: `https://news.example/${index}`, source: 'Harbour', datePublished: '2026-09-01' }));
    site.route('/related.json', json(JSON.stringify({ lang: 'en', headline: 'Ferries', related: { title: 'More', more: { url: 'https://news.example/all' }, items } })));
    await openPage(page, site, `<div style="width:320px"><article-widget src="related.json" related="${look}"></article-widget></div>`);
    await events(page, 1);
    const found = await page.run(() => {
      const nav = document.querySelector('article-widget')?.shadowRoot?.querySelector('nav');
      const list = /** @type {Element} */ (nav?.querySelector('ul'));
      return {
        part: nav?.getAttribute('part'), links: list.querySelectorAll('a').length, stop: list.getAttribute('tabindex'),
        named: list.getAttribute('aria-labelledby') === nav?.getAttribute('aria-labelledby'),
        scrolls: list.scrollWidth > list.clientWidth + 1, overflows: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      };
    });
    const carousel = look === 'carousel';
    assert.deepEqual(found, {
      part: look === 'list' ? 'related' : `related related-${look}`, links: 8, stop: carousel ? '0' : null, named: carousel, scrolls: carousel, overflows: false,
    });
    await page.assertQuiet();
  });
}

everywhere('a picture without its size moves nothing when it comes', async (page, site) => {
  const late = held(PICTURE);
  site.route('/late.svg', late.route);
  site.route('/picture.json', json(JSON.stringify({ lang: 'en', headline: 'Picture', body: [{ type: 'image', src: `${site.url}/late.svg`, alt: 'Late' }, 'Below.'] })));
  await openPage(page, site, '<article-widget src="picture.json"></article-widget>');
  await events(page, 1);
  const top = () => page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part=body] > p')?.getBoundingClientRect().top);
  const before = await top();
  late.give();
  await page.until(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('img')?.naturalWidth);
  assert.equal(await top(), before);
  await page.assertQuiet();
});

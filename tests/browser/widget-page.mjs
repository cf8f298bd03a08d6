// Pages with widgets, for the tests of this folder.

/** @import { Page } from './support/page.mjs' */
/** @import { Site } from './support/browsers.mjs' */
/** @import { Failure, LinkClick, Report } from '../../www/entry/index.js' */

/** The script tag of type module. */
export const MODULE = '<script type="module" src="/dist/article-widget.js"></script>';

export const HEADLINE = 'The lighthouse keeper’s cat';

/** A small article, as JSON. */
export const ARTICLE = JSON.stringify({
  lang: 'en',
  headline: HEADLINE,
  body: ['It counts the ships.', { type: 'paragraph', text: { text: 'All of them', url: 'https://harbour.example/ships' } }],
});

/** Records the widgets' events in `window.events`; they do not bubble, and events named load do not reach the window. */
const RECORDER = `<script>
  window.events = [];
  for (const type of ['load', 'error', 'linkclick']) {
    document.addEventListener(type, (event) => { if (event instanceof CustomEvent) events.push({ type, detail: event.detail }); }, true);
  }
</script>`;

/**
 * A page of HTML with this body, which records the events of its widgets.
 * @param {string} body
 * @param {{ head?: string, lang?: string, headers?: Record<string, string>, recorder?: string }} [options]
 */
export function html(body, { head = MODULE, lang = 'en', headers, recorder = RECORDER } = {}) {
  const start = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Test</title>`;
  return { type: 'text/html; charset=utf-8', headers, body: `${start}${recorder}${head}</head><body>${body}</body></html>` };
}

/** A reply with JSON. @param {string} body */
export const json = (body) => ({ type: 'application/json', body });

/**
 * Opens a page with this body, and the small article at /article.json.
 * @param {Page} page @param {Site} site @param {string} body @param {Parameters<typeof html>[1]} [options]
 */
export async function openPage(page, site, body, options) {
  site.route('/article.json', json(ARTICLE));
  site.route('/page.html', html(body, options));
  await page.open('/page.html');
}

/**
 * Waits until a condition holds on the test's side, for example a request to the server, or for a minute; the
 * test checks the condition itself. In a page use `page.until`.
 * @param {() => unknown} isSo
 */
export async function waitFor(isSo) {
  for (let waited = 0; waited < 60_000 && !isSo(); waited += 10) await new Promise((resolve) => setTimeout(resolve, 10));
}

/**
 * The events so far, after as many as expected; waits a little longer, to detect a superfluous one.
 * @param {Page} page @param {number} count
 * @returns {Promise<{ type: string, detail: Report & Failure & LinkClick }[]>}  one of these
 */
export async function events(page, count) {
  await page.until((least) => /** @type {any} */ (window).events.length >= least, count);
  return page.run(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return /** @type {any} */ (window).events;
  });
}

/**
 * The visible content of an element: its article's text, its message, and whether its own content is rendered.
 * @param {Page} page @param {string} [selector]
 */
export function seen(page, selector = 'article-widget') {
  return page.run(async (selector) => {
    const host = /** @type {Element} */ (document.querySelector(selector));
    const root = /** @type {ShadowRoot} */ (host.shadowRoot);
    // A new region gets its message a moment later.
    while (root.querySelector('[part~=failed] > [part=message]:empty')) await new Promise((resolve) => setTimeout(resolve, 10));
    const fallback = /** @type {HTMLElement | null} */ (host.querySelector(':scope > p'));
    return {
      headline: root.querySelector('[part~=headline]')?.textContent ?? null,
      message: root.querySelector('[part=message]')?.textContent ?? '',
      retry: root.querySelector('[part=retry]')?.textContent ?? null,
      fallback: fallback ? fallback.getClientRects().length > 0 : null,
    };
  }, selector);
}

/** Requested paths, except those that every page requests. @param {Site} site */
export function requested(site) {
  return site.requests.map(({ path }) => path).filter((path) => !/^\/(favicon\.ico|__probe\.js|page\.html)$/.test(path));
}

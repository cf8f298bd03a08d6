// The package's files that a browser requests.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dist } from '../../pkg-config/project.mjs';
import { openPage } from './chromium.mjs';

/** @typedef {{ name: string, bytes: Buffer, integrity: string }} Fetched  `integrity` as in the attribute */

/**
 * The files that are fetched for an article of a format, in the order of their requests: the script first.
 * @param {import('./site.mjs').Site} site @param {import('./chromium.mjs').Browser} browser
 * @param {import('../articles/formats.mjs').Format} format
 * @returns {Promise<Fetched[]>}
 */
export async function fetchedByWidget(site, browser, format) {
  const context = await browser.newContext();
  const page = await openPage(context);
  /** @type {string[]} */
  const names = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/dist/')) names.push(pathname.slice('/dist/'.length));
  });
  const { json } = site.inputs(format, 10_000);
  const note = `<script>addEventListener('error', ({ detail }) => { failure = detail; }, true); failure = null</script>`;
  const html = `<!doctype html>${note}<script type="module" src="/dist/article-widget.js"></script><article-widget src="${json}"></article-widget>`;
  await page.goto(site.put(`/fetched-${format}.html`, 'html', html));
  await page.waitForFunction(
    () => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=body]') || /** @type {any} */ (globalThis).failure,
  );
  const failure = await page.evaluate(() => /** @type {any} */ (globalThis).failure);
  if (failure) throw new Error(`bench: the widget shows no article of ${format}: ${failure.message}`);
  await context.close();
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(dist, name));
      return { name, bytes, integrity: `sha256-${createHash('sha256').update(bytes).digest('base64')}` };
    }),
  );
}

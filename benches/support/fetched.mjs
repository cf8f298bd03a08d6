// Which of the package's files a browser asks for.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dist } from '../../pkg-config/project.mjs';
import { openPage } from './chromium.mjs';

/** @typedef {{ name: string, bytes: Buffer, integrity: string }} Fetched  `integrity` as an attribute has it */

/**
 * The files until an article with a body of HTML is shown, in the order they are asked for: the script first.
 * @param {import('./site.mjs').Site} site @param {import('./chromium.mjs').Browser} browser
 * @returns {Promise<Fetched[]>}
 */
export async function fetchedByWidget(site, browser) {
  const context = await browser.newContext();
  const page = await openPage(context);
  /** @type {string[]} */
  const names = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/dist/')) names.push(pathname.slice('/dist/'.length));
  });
  const { json } = site.inputs('html', 10_000);
  const html = `<!doctype html><script type="module" src="/dist/article-widget.js"></script><article-widget src="${json}"></article-widget>`;
  await page.goto(site.put('/fetched.html', 'html', html));
  await page.waitForFunction(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=body]'));
  await context.close();
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(dist, name));
      return { name, bytes, integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}` };
    }),
  );
}

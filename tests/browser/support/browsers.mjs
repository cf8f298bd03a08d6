// Browser tests: `everywhere(name, body)` runs a test in each engine, in parallel. Engines and the server are started
// once for all test files of a process, when the first test needs them.
//
//     import { everywhere } from './support/browsers.mjs';
//
//     everywhere('shows the headline', async (page, site) => {
//       site.route('/page.html', { type: 'text/html', body: '<!doctype html>…' });
//       await page.open('/page.html');
//       await page.until(() => document.querySelector('article-widget').shadowRoot?.querySelector('article'));
//       await page.assertQuiet();
//     });
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { serve } from '../../../pkg-config/serve/serve.mjs';
import { engines, start } from './drivers.mjs';
import { outside } from './outside.mjs';
import { Page } from './page.mjs';

export { engines };

/**
 * @typedef {import('../../../pkg-config/serve/serve.mjs').Server} Site  each engine has its own server
 * @typedef {{ page: Page, site: Site, asked: string[], tests: number, stop: () => Promise<void> }} Session
 */

/** WebKit keeps one process for all pages, which becomes slower: after as many tests it is started anew. */
const TESTS_OF_A_SESSION = { chromium: Infinity, firefox: Infinity, webkit: 50 };

/** @type {Map<import('./drivers.mjs').Engine, Promise<Session>>} */
const sessions = new Map();

/** @param {import('./drivers.mjs').Engine} engine @returns {Promise<Session>} */
async function open(engine) {
  const probe = await readFile(new URL('probe.js', import.meta.url), 'utf8');
  const [site, world] = await Promise.all([serve({ probe }), outside()]);
  const close = () => Promise.all([site.close(), world.close()]);
  try {
    const { driver, stop } = await start(engine, world.url);
    return { page: new Page(engine, driver, site.url), site, asked: world.asked, tests: 0, stop: () => stop().then(close).then(() => undefined) };
  } catch (error) {
    await close();
    throw error;
  }
}

after(async () => {
  await Promise.allSettled([...sessions.keys()].map(end));
});

/** @param {import('./drivers.mjs').Engine} engine */
async function end(engine) {
  const session = sessions.get(engine);
  sessions.delete(engine);
  await (await session)?.stop();
}

/**
 * The engine's session, with a reset page; a new session if the test asks for one, or if the engine crashed in the one
 * before.
 * @param {import('./drivers.mjs').Engine} engine @param {boolean} fresh @returns {Promise<Session>}
 */
async function ready(engine, fresh) {
  if (fresh || ((await sessions.get(engine))?.tests ?? 0) >= TESTS_OF_A_SESSION[engine]) await end(engine);
  const used = sessions.has(engine);
  if (!used) sessions.set(engine, open(engine));
  const session = await /** @type {Promise<Session>} */ (sessions.get(engine));
  try {
    await session.page.reset();
  } catch (error) {
    if (!used) throw error;
    return ready(engine, true);
  }
  session.tests += 1;
  session.site.reset();
  session.asked.length = 0;
  return session;
}

/**
 * Registers a test that runs in every engine at the same time, each with its own page and server. An engine that cannot
 * be started fails the test.
 * @param {string} name
 * @param {(page: Page, site: Site, asked: string[]) => Promise<string | void>} body  `asked`: see `outside`; returns
 *   the reason if it was skipped
 * @param {{ timeout?: number, only?: import('./drivers.mjs').Engine[], fresh?: boolean }} [options]
 *   `timeout` in milliseconds for one engine; `only` names the engines that support the test; `fresh` starts them anew
 */
export function everywhere(name, body, { timeout = 240_000, only = engines, fresh = false } = {}) {
  const chosen = engines.filter((engine) => only.includes(engine));
  if (chosen.length === 0) return;
  test(name, { concurrency: chosen.length }, async (context) => {
    await Promise.all(
      chosen.map((engine) =>
        context.test(engine, { timeout }, async (each) => {
          const { page, site, asked } = await ready(engine, fresh);
          const reason = await body(page, site, asked);
          if (reason) each.skip(reason);
        }),
      ),
    );
  });
}

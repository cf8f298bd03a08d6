/// <reference path="./bench-page.d.ts" />
// Chromium, driven by its own protocol, which alone offers throttling, caches and heaps.
import { onPath } from '../../pkg-config/project.mjs';
import { requirePackage } from './packages.mjs';

/**
 * The part of Playwright that the benches use.
 * @typedef {object} Page
 * @property {(url: string, options?: object) => Promise<unknown>} goto
 * @property {(work: (argument: any) => any, argument?: any) => Promise<any>} evaluate
 * @property {(work: (argument: any) => any, argument?: any) => Promise<unknown>} waitForFunction
 * @property {(event: string, listener: (value: any) => void) => void} on
 * @property {() => Promise<void>} close
 *
 * @typedef {{ send: (method: string, parameters?: object) => Promise<any>, on: (event: string, listener: (value: any) => void) => void }} Session
 * @typedef {{ newPage: () => Promise<Page>, newCDPSession: (page: Page) => Promise<Session>, close: () => Promise<void> }} Context
 * @typedef {{ newContext: (options?: object) => Promise<Context>, version: () => string, close: () => Promise<void> }} Browser
 */

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** @returns {Promise<Browser>} */
export async function openChromium() {
  const executablePath = programs.map(onPath).find((file) => file !== undefined);
  if (!executablePath) throw new Error(`bench: no Chromium on the PATH (${programs.join(', ')})`);
  return requirePackage('playwright-core').chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--js-flags=--expose-gc',
      // The articles' pictures do not exist; their requests must fail at once.
      '--host-resolver-rules=MAP news.example ~NOTFOUND',
    ],
  });
}

/** A page that throws its errors here, because a bench of a broken page is worthless. @param {Context} context */
export async function openPage(context) {
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`bench: the page threw ${error}`));
  return page;
}

/** Collects garbage and returns the bytes in use. @param {Session} session */
export async function heapBytes(session) {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  return { js: usedSize, dom: embedderHeapUsedSize, buffers: backingStorageSize };
}

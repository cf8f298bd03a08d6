// Cold start: from navigation to the article's largest text on the screen (largest contentful paint), with all fetches.
import { parts } from './articles/parts.mjs';
import { openPage } from './support/chromium.mjs';
import { fetchedByWidget } from './support/fetched.mjs';
import { bundlePage, peersFor } from './support/peers.mjs';
import { shuffled, spread } from './support/statistics.mjs';

/**
 * @typedef {import('./support/chromium.mjs').Session} Session
 * @typedef {import('./support/site.mjs').Site} Site
 * @typedef {{ impl: string, url: string }} Embedding
 * @typedef {{ time: number, requests: number, bytes: number }} Load
 * @typedef {{ slow: boolean, visits: number }} Setting  the last visit is measured; those before it fill the caches
 */

const slow4g = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

/** Records every candidate of the largest contentful paint. */
const observer = `<script>
  paints = [];
  new PerformanceObserver((list) => paints.push(...list.getEntries().map(({ startTime, size }) => ({ startTime, size }))))
    .observe({ type: 'largest-contentful-paint', buffered: true });
</script>`;

/** A page of a portal, whose own text is smaller than the article's. @param {string} head @param {string} body */
const page = (head, body) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Portal</title><link rel="icon" href="data:,">
${observer}${head}<style>body { margin: 0 auto; max-width: 720px }</style></head>
<body><h1>Portal</h1>${body}</body></html>`;

/** @type {import('./run.mjs').Bench} */
export async function cold({ site, browser, scale, say }) {
  const html = await embeddings(site, browser, 'html');
  const json = await embeddings(site, browser, 'json');
  // One peer of each kind: a page would choose among these.
  const few = (/** @type {Embedding[]} */ list) =>
    list.filter(({ impl }) => ['article-widget', 'createelement', 'lit-dompurify', 'preact-dompurify', 'static-html'].includes(impl));
  const slow = { slow: true, visits: 1 };

  /** @type {{ name: string, list: Embedding[], setting: Setting, runs: number }[]} */
  const cases = [
    { name: 'html, slow 4G, 4x CPU', list: html.plain, setting: slow, runs: 20 },
    { name: 'html, slow 4G, 4x CPU, format not named', list: few(html.unnamed), setting: slow, runs: 20 },
    { name: 'html, slow 4G, 4x CPU, preloads', list: html.preloaded, setting: slow, runs: 20 },
    { name: 'json, slow 4G, 4x CPU', list: few(json.plain), setting: slow, runs: 20 },
    { name: 'json, slow 4G, 4x CPU, preloads', list: few(json.preloaded), setting: slow, runs: 20 },
    { name: 'json, slow 4G, 4x CPU, rendered by the server', list: rendering(site, 'json'), setting: slow, runs: 20 },
    { name: 'json, slow 4G, 4x CPU, warm cache', list: few(json.plain), setting: { slow: true, visits: 3 }, runs: 10 },
    { name: 'json, unthrottled', list: few(json.plain), setting: { slow: false, visits: 1 }, runs: 20 },
  ];
  const results = [];
  for (const { name, list, setting, runs } of cases) {
    /** @type {Map<string, Load[]>} */
    const loads = new Map(list.map(({ impl }) => [impl, []]));
    const rounds = Math.max(2, Math.round(runs * scale));
    // The server compresses a file at its first request.
    for (const { url } of list) await load(browser, url, { slow: false, visits: 1 });
    for (let round = 0; round < rounds; round++) {
      if (round % 5 === 0) say(`${name}, run ${round + 1} of ${rounds}`);
      for (const { impl, url } of shuffled(list)) loads.get(impl)?.push(await load(browser, url, setting));
    }
    for (const [impl, all] of loads) {
      results.push({ bench: 'cold', case: name, impl, ...spread(all.map(({ time }) => time)), unit: 'ms' });
      results.push({ bench: 'cold', case: `${name}, requests`, impl, ...spread(all.map(({ requests }) => requests)), unit: '' });
      results.push({ bench: 'cold', case: `${name}, bytes received`, impl, ...spread(all.map(({ bytes }) => bytes / 1024)), unit: 'KB' });
    }
  }
  return results;
}

/**
 * The same article of 10 KB, embedded as in each peer's documentation, without and with `<link rel=preload>` for the
 * files that the script fetches.
 * @param {Site} site @param {import('./support/chromium.mjs').Browser} browser @param {'json' | 'html'} format
 * @returns {Promise<Record<'plain' | 'preloaded' | 'unnamed', Embedding[]>>} unnamed: the page does not name the format
 *   HTML
 */
async function embeddings(site, browser, format) {
  const { json, ready } = site.inputs(format, 10_000);
  const link = (/** @type {string} */ href, more = '') => `<link rel="preload" as="fetch" crossorigin href="${href}"${more}>`;
  const [loader, ...fetched] = await fetchedByWidget(site, browser, format);
  // A page that preloads knows the core that its articles need: the last one that was fetched.
  const needed = fetched.filter(({ name }) => name.endsWith('.wasm')).at(-1);
  const others = fetched.filter((file) => !file.name.endsWith('.wasm') || file === needed);
  // Only a fetch with the same integrity uses a preload; if there is one, the script contains it.
  const own = others.map(({ name, integrity }) =>
    link(`/dist/${name}`, loader.bytes.includes(integrity) ? ` integrity="${integrity}"` : ''),
  );
  const named = format === 'html' ? ' format="html"' : '';
  const list = [
    { impl: 'article-widget', script: '/dist/article-widget.js', body: `<article-widget src="${json}"${named} parts="${parts.join(' ')}"></article-widget>`, links: own.join('') + link(json) },
  ];
  for (const peer of peersFor(site.peers, format).filter(({ kind }) => kind !== 'any')) {
    const script = site.put(`/cold/${format}/${peer.impl}.js`, 'js', await bundlePage(peer));
    const source = peer.kind === 'ready' ? ready : json;
    list.push({ impl: peer.impl, script, body: `<div id="article" data-src="${source}"></div>`, links: link(source) });
  }
  const [still] = rendering(site, format);
  const made = (/** @type {'plain' | 'preloaded' | 'unnamed'} */ how) => [still, ...list.map(({ impl, script, body, links }) => {
    const head = `${how === 'preloaded' ? links : ''}<script type="module" src="${script}"></script>`;
    const html = page(head, how === 'unnamed' ? body.replace(named, '') : body);
    return { impl, url: site.put(`/cold/${format}/${impl}-${how}.html`, 'html', html) };
  })];
  return { plain: made('plain'), preloaded: made('preloaded'), unnamed: made('unnamed') };
}

/**
 * The article as HTML in the page itself, without and with the widget, which takes it over.
 * @param {Site} site @param {'json' | 'html'} format
 * @returns {Embedding[]}
 */
function rendering(site, format) {
  const { html } = site.known(format, 10_000);
  const { json } = site.inputs(format, 10_000);
  const root = `<template shadowrootmode="open"><link rel="stylesheet" href="/dist/article-widget.css">${html}</template>`;
  const script = '<script type="module" src="/dist/article-widget.js"></script>';
  const widget = `<article-widget src="${json}" parts="${parts.join(' ')}">${root}</article-widget>`;
  return [
    { impl: 'static-html', url: site.put(`/cold/${format}/static.html`, 'html', page('', `<div>${root}</div>`)) },
    { impl: 'article-widget', url: site.put(`/cold/${format}/rendered.html`, 'html', page(script, widget)) },
  ];
}

/** @param {import('./support/chromium.mjs').Browser} browser @param {string} url @param {Setting} setting @returns {Promise<Load>} */
async function load(browser, url, { slow, visits }) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await openPage(context);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let requests = 0, bytes = 0;
  /** @type {Set<string>} */
  const cached = new Set();
  session.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (cached.has(requestId) || encodedDataLength === 0) return;
    requests++;
    bytes += encodedDataLength;
  });
  if (slow) {
    await session.send('Network.emulateNetworkConditions', slow4g);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  let time = 0;
  for (let visit = 0; visit < visits; visit++) {
    requests = bytes = 0;
    cached.clear();
    await page.goto(url);
    time = await page.evaluate(painted);
  }
  await context.close();
  return { time, requests, bytes };
}

/**
 * Runs in the page: waits until the article is painted and nothing larger follows, and returns the time of that paint.
 */
async function painted() {
  const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const text = () => document.querySelector('article-widget, #article, div')?.shadowRoot?.querySelector('article p');
  const deadline = performance.now() + 60_000;
  /** @type {() => { startTime: number, size: number } | undefined} */
  const last = () => /** @type {any} */ (globalThis).paints.at(-1);
  // The heading of the page itself is far smaller than the article's largest paragraph.
  while (!text() || !((last()?.size ?? 0) > 20_000)) {
    if (performance.now() > deadline) throw new Error(`no article was painted: ${JSON.stringify(last())}, ${Boolean(text())}`);
    await wait(50);
  }
  await wait(400);
  return last()?.startTime;
}

// Attacks on sanitizers in whole server-rendered elements, with their JSON-LD in the head and their JSON inside. Each
// engine parses them, and the script takes them over. Nothing runs, and the tree is that of the element. Tests a
// twelfth of the payloads, or all of them with `HOSTILE=all`.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { everywhere } from './support/browsers.mjs';
import { MODULE } from './widget-page.mjs';

const { renderElement } = /** @type {typeof import('../../www/entry/server.js')} */ (
  await import(new URL('../../dist/server.js', import.meta.url).href)
);
const corpus = new URL('../../../shared/corpora/sanitizer/payloads.json', import.meta.url);
const STEP = process.env.HOSTILE === 'all' ? 1 : 12;
const CHUNK = 30;

/** @type {string[]} */
const payloads = existsSync(corpus)
  ? JSON.parse(readFileSync(corpus, 'utf8')).map((/** @type {{ payload: string }} */ { payload }) => payload).filter((/** @type {string} */ _, /** @type {number} */ index) => index % STEP === 0)
  : [];
if (payloads.length === 0) test('payloads', (context) => context.diagnostic('not run: there are no corpora next to the project'));

const template = await readFile(new URL('../hostile/own.json', import.meta.url), 'utf8');
/** The document with a payload in all its strings. @param {string} payload */
const filled = (payload) => template.replaceAll('PAYLOAD', () => JSON.stringify(payload).slice(1, -1));

/** Traps for a script of an article. */
const TRAPS = `<script>
  window.caught = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'setInterval', 'postMessage']) window[name] = () => caught.push(name);
  document.write = document.writeln = () => caught.push('document.write');
  window.addEventListener('error', (event) => { if (event instanceof ErrorEvent) caught.push('error: ' + event.message); });
  window.loads = 0;
  document.addEventListener('load', (event) => { if (event instanceof CustomEvent && event.detail.format) loads++; }, true);
</script>`;

for (let start = 0; start < payloads.length; start += CHUNK) {
  everywhere(`elements with payloads from ${start} on stay whole, and nothing of them runs`, async (page, site) => {
    const documents = payloads.slice(start, start + CHUNK).map(filled);
    const elements = documents.map((json) => renderElement(json, { styles: 'none', inlineArticle: true, canonical: true }));
    const heads = elements.map(({ head }) => head.slice(head.indexOf('<script')));
    const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elements</title><style>article-widget { display: block; height: 1px; contain: strict }</style>${TRAPS}${heads.join('')}</head><body>${elements.map(({ html }) => html).join('')}${MODULE}</body></html>`;
    site.route(`/elements-${start}.html`, { type: 'text/html; charset=utf-8', body });
    await page.open(`/elements-${start}.html`);
    await page.until((count) => /** @type {any} */ (globalThis).loads >= count, documents.length);
    const failures = await page.run((jsons) => {
      const failures = /** @type {string[]} */ ([.../** @type {any} */ (globalThis).caught]);
      const widgets = [...document.body.children].slice(0, -1);
      if (widgets.length !== jsons.length) failures.push(`${widgets.length} elements`);
      for (const [index, widget] of widgets.entries()) {
        const names = (/** @type {ParentNode | null | undefined} */ node) => [...node?.children ?? []].map(({ localName }) => localName).join(' ');
        const found = [widget.localName, names(widget.shadowRoot), names(widget.shadowRoot?.querySelector('div')), names(widget)].join('; ');
        if (!/^article-widget; div; article; (a )?script$/.test(found)) failures.push(`${index}: ${found}`);
        const script = widget.querySelector('script');
        if (JSON.stringify(JSON.parse(script?.textContent ?? '')) !== JSON.stringify(JSON.parse(jsons[index]))) failures.push(`${index}: another article`);
      }
      const facts = [...document.head.querySelectorAll('script[type="application/ld+json"]')];
      if (facts.length !== jsons.length || facts.some((script) => JSON.parse(script.textContent ?? '')['@graph'][0]['@type'] !== 'NewsArticle')) failures.push('other facts');
      return failures;
    }, documents);
    assert.deepEqual(failures, [], `payloads from ${start * STEP} on`);
  });
}

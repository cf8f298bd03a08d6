// Every payload of the corpus of attacks on sanitizers, in every place of an article, in four formats: rendered by a
// server and parsed by each engine, and built by the page. Only the widget's own script runs, only pictures are
// requested, all names are in the closed tables, both trees are equal, and a second pass changes nothing. No content
// security policy is in force; a report-only policy reports everything that it would have blocked. Each payload is in
// one of the documents in one engine, or in all of them in every engine with `HOSTILE=all`.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ATTRIBUTES, TAGS } from '../../www/render/names.js';
import { everywhere } from './support/browsers.mjs';
import { takes } from './support/drivers.mjs';

const corpus = new URL('../../../shared/corpora/sanitizer/payloads.json', import.meta.url);
const FORMATS = ['own', 'wordpress', 'portable-text', 'jsonfeed', 'media'];
/** The index of the document with players, which take WebKit a second each; the native tests give it every payload. */
const MEDIA = FORMATS.length - 1;
const all = process.env.HOSTILE === 'all';
const CHUNK = all ? 60 : 180;

/** @type {string[]} */
const payloads = existsSync(corpus)
  ? JSON.parse(readFileSync(corpus, 'utf8')).map((/** @type {{ payload: string }} */ { payload }) => payload)
  : [];
if (payloads.length === 0) test('payloads', (context) => context.diagnostic('not run: there are no corpora next to the project'));
else assert.ok(payloads.length >= 2520);

/** The documents of tests/hostile, with `PAYLOAD` as the placeholder. */
const templates = await Promise.all(
  FORMATS.map(async (name) => JSON.parse(await readFile(new URL(`../hostile/${name}.json`, import.meta.url), 'utf8'))),
);

/** Puts the payload into all strings of a document. @param {unknown} value @param {string} payload @returns {unknown} */
function filled(value, payload) {
  if (typeof value === 'string') return value.replaceAll('PAYLOAD', () => payload);
  if (Array.isArray(value)) return value.map((item) => filled(item, payload));
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, filled(member, payload)])) : value;
}

/** Traps for a script of the article, and for everything that a strict policy would block. */
const TRAPS = `<script nonce="test">
  window.caught = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'setInterval', 'postMessage', 'focus', 'stop']) {
    const trap = (_, __, args) => caught.push(name + '(' + args + ')');
    window[name] = new Proxy(window[name], { apply: trap, construct: trap });
  }
  document.write = document.writeln = document.open = () => caught.push('document.write');
  window.addEventListener('error', (event) => { if (event instanceof ErrorEvent) caught.push('error: ' + event.message); });
  window.addEventListener('hashchange', () => caught.push('hashchange'));
  window.addEventListener('submit', (event) => { event.preventDefault(); caught.push('submit'); });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => caught.push(effectiveDirective + ' ' + blockedURI + ' ' + sample));
  window.globals = [];
  window.globals = Object.getOwnPropertyNames(window);
</script>`;

const reported = "default-src 'none'; script-src 'self' 'nonce-test' 'wasm-unsafe-eval'; style-src 'nonce-test'; connect-src 'self'; img-src *; media-src *; base-uri 'none'; form-action 'none'";

/** A page with the server's output for the documents, each in a `main`. @param {unknown[]} documents */
async function serverPage(documents) {
  const { renderToString } = await import(String(new URL('../../dist/server.js', import.meta.url)));
  const articles = documents.map((document) => `<main>${renderToString(document).html}</main>`);
  return {
    type: 'text/html; charset=utf-8',
    headers: { 'content-security-policy-report-only': reported },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hostile</title><style nonce="test">main, div { height: 1px; contain: strict }</style>${TRAPS}<body>${articles.join('')}</body></html>`,
  };
}

/** Markup that parses differently, once: see `tests/corpora/payloads.rs`. */
const CHANGING = ['<figure part="embed', '<span part="alt">', '<code>\n'];

/** Returns the page's findings. */
const inPage = async (/** @type {string[]} */ documents, /** @type {string[]} */ bodies, /** @type {string[]} */ tags, /** @type {string[]} */ attributes, /** @type {string[]} */ changing) => {
  const [{ mount }, server] = await Promise.all(['index', 'server'].map((name) => import(`/dist/${name}.js`)));
  const failures = /** @type {string[]} */ ([]);
  const urls = /** @type {Set<string>} */ (new Set());
  const known = { tags: new Set(tags), attributes: new Set(attributes) };

  /** The tree as text; checks that its names are in the tables. @param {Node} node @returns {string} */
  const outline = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return JSON.stringify(node.nodeValue);
    if (!(node instanceof HTMLElement) || !known.tags.has(node.localName)) return failures.push(`a node ${node.nodeName}`), '';
    const list = [...node.attributes].map(({ name, value, namespaceURI }) => {
      if (!known.attributes.has(name) || namespaceURI) failures.push(`an attribute ${name}`);
      if (name === 'id' && !value.startsWith('article-')) failures.push(`an id ${value}`);
      if (/^(href|src|poster)$/.test(name) && !value.startsWith('#')) checkUrl(value, node.localName === 'source' ? 'source' : name);
      if (name === 'srcset') value.split(', ').forEach((candidate) => checkUrl(candidate.split(' ')[0], name));
      return ` ${name}=${JSON.stringify(value)}`;
    });
    return `<${node.localName}${list.sort().join('')}>${[...node.childNodes].map(outline).join('')}</>`;
  };
  /** @param {string} value @param {string} name */
  const checkUrl = (value, name) => {
    const url = new URL(value);
    const schemes = name === 'href' ? ['https:', 'http:', 'mailto:', 'tel:'] : ['https:', 'http:'];
    if (!schemes.includes(url.protocol) || url.username || url.password) failures.push(`a URL ${value}`);
    // Nothing of a video is fetched before it is played.
    if (name !== 'href' && name !== 'source') urls.add(url.host);
  };
  /** @param {string} json */
  const shown = async (json) => {
    const host = document.createElement('div');
    document.body.append(host);
    const { ready } = mount(host, new TextEncoder().encode(json));
    await ready;
    return { host, article: /** @type {Element} */ (host.shadowRoot?.querySelector('article')) };
  };

  const mains = [...document.querySelectorAll('main')];
  if (mains.length !== documents.length || document.body.children.length !== mains.length) failures.push('a page of another structure');
  for (const [index, json] of documents.entries()) {
    const { host, article } = await shown(json);
    const built = outline(article);
    const parsed = mains[index].firstElementChild ? outline(/** @type {Element} */ (mains[index].firstElementChild)) : '';
    if (built !== parsed || mains[index].childNodes.length !== 1) failures.push(`trees differ:\n${built}\n${parsed}\n${json}`);
    // Like a page that stores its own markup and inserts it again.
    const again = document.createElement('div');
    again.innerHTML = mains[index].innerHTML;
    if (outline(/** @type {Element} */ (again.firstElementChild)) !== parsed) failures.push(`not stable: ${json}`);
    host.remove();
  }
  server.initialize(new WebAssembly.Module(await (await fetch('/dist/article-widget-server.wasm')).arrayBuffer()));
  for (const html of bodies) {
    let inner = html;
    const passes = /** @type {string[]} */ ([]);
    while (passes.length < 3) {
      const { html } = server.renderToString({ headline: 'H', url: 'https://publisher.example/', body: { html: inner } }, { headingLevel: 1, parts: 'body' });
      inner = new DOMParser().parseFromString(html, 'text/html').querySelector('[part=body]')?.innerHTML ?? '';
      passes.push(html);
    }
    const [first, second, third] = passes;
    if (second !== third || (first !== second && !changing.some((part) => first.includes(part)))) failures.push(`a second pass changes ${html}:\n${passes.join('\n')}`);
  }
  // Waits for errors of pictures and other late events.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const mine = new Set(/** @type {any} */ (window).globals);
  const clobbered = Object.getOwnPropertyNames(window).filter((name) => !mine.has(name));
  return { failures, caught: /** @type {any} */ (window).caught, clobbered, urls: [...urls] };
};

everywhere('what runs and what is asked for is seen', async (page, site, asked) => {
  const reply = await serverPage([]);
  const live = '<img src="http://pictures.example/a" onerror="alert(1)"><iframe src="http://frames.example/"></iframe><form action="http://forms.example/"></form><p style="color:red">';
  site.route('/hostile.html', { ...reply, body: reply.body.replace('</body>', live) });
  await page.open('/hostile.html');
  await page.until(() => /** @type {any} */ (window).caught.includes('alert(1)'));
  const caught = await page.run(() => {
    document.forms[0].requestSubmit();
    return /** @type {any} */ (window).caught.map((/** @type {string} */ entry) => entry.replace(/ .*/, '')).sort();
  });
  assert.deepEqual([...new Set(caught)], ['alert(1)', 'frame-src', 'script-src-attr', 'style-src-attr', 'submit']);
  assert.deepEqual([...new Set(asked)].sort(), ['http://frames.example/', 'http://pictures.example/a']);
});

for (let start = 0; start < payloads.length; start += CHUNK) {
  const chunk = payloads.slice(start, start + CHUNK);
  everywhere(`payloads ${start + 1} to ${start + chunk.length}`, async (page, site, asked) => {
    const mine = (/** @type {number} */ index) => all || takes(page.engine, index);
    const documents = templates.flatMap((template, place) =>
      chunk.filter((_, index) => (place === MEDIA ? (start + index) % 840 === 0 : all || (mine(index) && index % MEDIA === place))).map((payload) => filled(template, payload)));
    site.route('/hostile.html', await serverPage(documents));
    await page.open('/hostile.html');
    const { failures, caught, clobbered, urls } = await page.run(inPage, documents.map((document) => JSON.stringify(document)), chunk.filter((_, index) => mine(index)), [...TAGS], [...ATTRIBUTES], CHANGING);
    assert.deepEqual(failures.slice(0, 3), [], `${failures.length} in all`);
    assert.deepEqual(caught.slice(0, 9), [], String(caught.length));
    assert.deepEqual(clobbered, [], 'names on the window');
    assert.deepEqual([...new Set(asked.map((url) => new URL(url).host))].filter((host) => !urls.includes(host)), []);
    const own = /^\/(hostile\.html|favicon\.ico|__probe\.js|dist\/(npm\/)?[a-z.-]+)$/;
    assert.deepEqual(site.requests.map(({ path }) => path).filter((path) => !own.test(path)), []);
    // WebKit's process crashes after some thousands of such documents, regardless of their content.
  }, { fresh: all && start % 600 === 0 });
}

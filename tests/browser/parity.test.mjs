// Server output, when parsed, is the same tree as the page builds: in every engine, for every golden file.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { everywhere } from './support/browsers.mjs';
import { html } from './widget-page.mjs';

const golden = new URL('../golden/', import.meta.url);
const names = (await readdir(golden)).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)).sort();

/** The golden files: the input, and the output, or undefined if it is refused. */
const fixtures = await Promise.all(
  names.map(async (name) => ({
    name,
    json: await readFile(new URL(`${name}.json`, golden), 'utf8'),
    html: await readFile(new URL(`${name}.html`, golden), 'utf8').catch(() => null),
  })),
);

everywhere('HTML parses into the tree that the page builds', async (page, site) => {
  // An article is never shown before its labels come: no timer of a second or more ends.
  const head = '<script>{ const timer = setTimeout.bind(window); window.setTimeout = (run, delay, ...args) => (delay >= 1000 ? 0 : timer(run, delay, ...args)); }</script>';
  site.route('/parity.html', html('', { head }));
  await page.open('/parity.html');
  const outcomes = await page.run(async (inputs) => {
    const [{ mount }, server, wasm] = await Promise.all([
      ...['index', 'server'].map((name) => import(`/dist/${name}.js`)),
      fetch('/dist/article-widget-server.wasm').then((response) => response.arrayBuffer()),
    ]);
    server.initialize(new WebAssembly.Module(wasm));

    /** A line for each node. @param {Node} node @param {string} indent @returns {string} */
    const outline = (node, indent = '') => {
      if (node.nodeType === Node.TEXT_NODE) return `${indent}${JSON.stringify(node.nodeValue)}\n`;
      const element = /** @type {Element} */ (node);
      const attributes = [...element.attributes].map(({ name, value }) => `${indent} ${name}=${JSON.stringify(value)}\n`).sort();
      const children = [...element.childNodes].map((child) => outline(child, `${indent} `));
      return `${indent}<${element.namespaceURI} ${element.localName}>\n${attributes.join('')}${children.join('')}`;
    };

    const outcomes = [];
    for (const { json } of inputs) {
      const host = document.createElement('div');
      document.body.append(host);
      const widget = mount(host, new TextEncoder().encode(json));
      try {
        await widget.ready;
        const built = /** @type {Element} */ (host.shadowRoot?.querySelector('article'));
        const written = server.renderToString(json).html;
        const parsed = new DOMParser().parseFromString(`<body>${written}`, 'text/html').body;
        outcomes.push({ built: outline(built), parsed: [...parsed.childNodes].map((node) => outline(node)).join(''), written });
      } catch (error) {
        outcomes.push({ error: String(error) });
      }
      widget.remove();
      host.remove();
    }
    return outcomes;
  }, fixtures.map(({ json }) => ({ json })));

  assert.equal(outcomes.length, fixtures.length);
  for (const [index, { name, html }] of fixtures.entries()) {
    const { built, parsed, written, error } = /** @type {Record<string, string | undefined>} */ (outcomes[index]);
    if (html === null) {
      assert.ok(error, `${name}: shown, though it should be refused`);
      continue;
    }
    assert.equal(error, undefined, name);
    assert.equal(parsed, built, name);
    // Dates and numbers have the engine's words and digits; the golden files have ISO 8601 dates.
    if (!/<time|part="reading-time"/.test(html)) assert.equal(`${written?.replaceAll('><', '>\n<')}\n`, html, name);
  }
  const complaints = await page.complaints();
  assert.deepEqual(complaints.filter(({ type }) => type !== 'resource'), [], 'pictures that are not there may be missed, no more');
});

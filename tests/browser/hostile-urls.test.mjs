// Hostile URLs, in links, pictures and `srcset`: a URL that the widget accepts has the same meaning for each engine's
// own parser: an allowed scheme and the same host, without user name or password.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { everywhere } from './support/browsers.mjs';
import { html } from './widget-page.mjs';

/** @type {string[]} */
const urls = JSON.parse(await readFile(new URL('../hostile/urls.json', import.meta.url), 'utf8'));

/** Shows each URL as the only one of an article, and returns the output and the engine's reading of it. */
const inPage = async (/** @type {string} */ inputs, /** @type {string | undefined} */ base) => {
  const server = await import(/** @type {any} */ ('/dist/server.js'));
  server.initialize(new WebAssembly.Module(await (await fetch('/dist/article-widget-server.wasm')).arrayBuffer()));
  // As JSON, because drivers change lone surrogates.
  return JSON.stringify(JSON.parse(inputs).map((/** @type {string} */ input) => {
    const article = {
      headline: 'H', url: base,
      body: [
        { type: 'paragraph', text: { text: 'Link', url: input } },
        { type: 'image', src: input, alt: 'Picture' },
        { type: 'image', src: 'https://pictures.example/a.jpg', srcset: `${input} 320w, https://pictures.example/b.jpg 640w`, alt: 'Sizes' },
      ],
    };
    const document = new DOMParser().parseFromString(server.renderToString(article).html, 'text/html');
    const [link, ...pictures] = document.querySelectorAll('p a, img');
    const images = link instanceof HTMLAnchorElement ? pictures : [link, ...pictures];
    const sizes = images[images.length - 1].getAttribute('srcset') ?? '';
    const written = [
      ['href', link instanceof HTMLAnchorElement ? link.getAttribute('href') : null],
      ['src', images.length > 1 ? images[0].getAttribute('src') : null],
      ...sizes.split(', ').map((candidate) => ['srcset', candidate.replace(/ \d+w$/, '')]),
    ].filter(([, url]) => url !== null && url !== 'https://pictures.example/b.jpg');
    return written.map(([attribute, url]) => {
      // Against another base, which an absolute URL ignores.
      try {
        const { protocol, hostname, port, username, password } = new URL(String(url), 'https://host-page.example/x/');
        return { attribute, url: String(url), protocol, hostname, port, user: username + password };
      } catch {
        return { attribute, url: String(url), protocol: '', hostname: '', port: '', user: '' };
      }
    });
  }));
};

/** The host and port in the text of a URL. @param {string} url */
const believed = (url) => {
  const [, scheme, host, port] = /^(https?):\/\/([^/?#]*?)(?::(\d*))?(?:[/?#]|$)/.exec(url) ?? [];
  return { host, port: port === { http: '80', https: '443' }[scheme] ? '' : (port ?? '').replace(/^0+(?=\d)/, '') };
};

/** The parsers' spelling of an ASCII host; for others, their labels. @param {string} host */
const shape = (host) => host.split('.').map((label) => (/^[\x00-\x7f]*$/.test(label) && !label.startsWith('xn--') ? label : 'xn--'));

for (const base of ['https://publisher.example/news/1', undefined]) {
  everywhere(`hostile URLs ${base ? 'beside an address of the article' : 'without any base'}`, async (page, site) => {
    site.route('/page.html', html('', { head: '' }));
    await page.open('/page.html');
    /** @type {{ attribute: string, url: string, protocol: string, hostname: string, port: string, user: string }[][]} */
    const found = JSON.parse(await page.run(inPage, JSON.stringify(urls), base));
    const wrong = [];
    let shown = 0;
    for (const [index, uses] of found.entries()) {
      for (const { attribute, url, protocol, hostname, port, user } of uses) {
        shown++;
        // A host with forbidden letters leads nowhere.
        if (protocol === '' && !/^[!-~]*$/.test(url.replaceAll('xn--', '\u{80}'))) continue;
        const allowed = attribute === 'href' ? ['http:', 'https:', 'mailto:', 'tel:'] : ['http:', 'https:'];
        const said = believed(url);
        const read = protocol === 'mailto:' || protocol === 'tel:' || (`${said.host}`.startsWith('[') ? hostname.startsWith('[') : String(shape(said.host ?? '')) === String(shape(hostname)));
        if (!allowed.includes(protocol) || user || !read || port !== (said.port ?? '')) wrong.push(`${attribute} ${JSON.stringify(urls[index])}: ${url} is ${protocol}//${user}${user && '@'}${hostname}:${port}`);
        if (/[\x00-\x20"<>\\]/.test(url)) wrong.push(`${attribute} ${JSON.stringify(urls[index])}: written as ${url}`);
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(shown > 80, `${shown} of ${urls.length} were shown at all`);
    await page.assertQuiet();
  });
}

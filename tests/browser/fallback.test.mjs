// Pages where WebAssembly is forbidden: the JavaScript build replaces the core, and only there.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dist } from '../../pkg-config/project.mjs';
import { everywhere as inEngines } from './support/browsers.mjs';
import { HEADLINE, MODULE as MODULE_IN_DIST, events, json, openPage, requested, seen } from './widget-page.mjs';

/** @import { Page } from './support/page.mjs' */
/** @import { Site } from './support/browsers.mjs' */

const element = '<article-widget src="article.json"><p>Fallback</p></article-widget>';
const withoutWasm = '<script>delete window.WebAssembly</script>';
const names = (await readdir(dist)).filter((name) => /\.(js|css|wasm|tsv)$/.test(name));

let copies = 0;
/**
 * The folder of the package in the current test: WebKit does not request a module again that it got on an earlier page.
 */
let folder = '';

/**
 * A test with its own folder for the package.
 * @param {string} name @param {(page: Page, site: Site) => Promise<void>} body @param {Parameters<typeof inEngines>[2]} [options]
 */
const everywhere = (name, body, options) => {
  const copy = `/copy-${++copies}/`;
  inEngines(name, async (page, site) => {
    folder = copy;
    for (const name of names) site.route(copy + name, { file: join(dist, name) });
    await body(page, site);
  }, options);
};

/** The script tag of type module. */
const moduleTag = () => MODULE_IN_DIST.replace('/dist/', folder);
/** The classic script tag, which inserts an article after itself. */
const classicTag = () => `<script async src="${folder}article-widget.classic.js" data-src="article.json"></script>`;

/** The requested files of cores. @param {Site} site */
const cores = (site) => requested(site).filter((path) => /\.(wasm|fallback\.js)$/.test(path)).map((path) => path.slice(folder.length));

/**
 * Records the widgets' events and the page's complaints, with the policy's nonce, which the tests' own probe does not
 * have.
 */
const recorder = `<script nonce="test">
  window.events = [];
  window.complaints = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => complaints.push(effectiveDirective + ' ' + blockedURI));
  for (const type of ['error', 'unhandledrejection']) addEventListener(type, (event) => { if (!(event instanceof CustomEvent)) complaints.push(type + ' ' + (event.message ?? event.target.src ?? event.target.href)); }, true);
  for (const level of ['error', 'warn']) console[level] = (...values) => complaints.push(values.join(' '));
  for (const type of ['load', 'error']) document.addEventListener(type, (event) => { if (event instanceof CustomEvent) events.push({ type, detail: event.detail }); }, true);
</script>`;

/** @param {Page} page @param {Site} site @param {string} scripts  the policy's `script-src` @param {string} head */
const openStrict = (page, site, scripts, head) =>
  openPage(page, site, element, {
    head: head.replaceAll('<script ', '<script nonce="test" '),
    recorder,
    headers: {
      'content-security-policy': `default-src 'none'; script-src ${scripts}; connect-src 'self'; img-src 'self'; `
        + "require-trusted-types-for 'script'; trusted-types 'none'",
    },
  });

for (const classic of [false, true]) {
  everywhere(`without WebAssembly the JavaScript build shows the article, by the ${classic ? 'classic script' : 'module'}`, async (page, site) => {
    await openPage(page, site, classic ? classicTag() : element, { head: withoutWasm + (classic ? '' : moduleTag()) });
    assert.equal((await events(page, 1))[0].type, 'load');
    assert.equal((await seen(page)).headline, HEADLINE);
    assert.deepEqual(cores(site), ['article-widget.fallback.js']);
    assert.equal(await page.run(() => document.querySelectorAll('link').length), 0, 'nothing is left in the page');
    await page.assertQuiet();
  });
}

everywhere('where WebAssembly works, nothing of it is fetched', async (page, site) => {
  site.route('/html.json', json('{"headline":"In HTML","body":{"html":"<p>Text</p>"}}'));
  await openPage(page, site, element + element.replace('article.json', 'html.json'), { head: moduleTag() });
  assert.deepEqual((await events(page, 2)).map(({ type }) => type), ['load', 'load']);
  assert.deepEqual(cores(site).filter((name) => !name.endsWith('.wasm')), []);
  await page.assertQuiet();
});

everywhere('without WebAssembly every format is read', async (page, site) => {
  site.route('/html.json', json('{"headline":"In HTML","body":{"html":"<p>Text</p>"}}'));
  site.route('/ghost.json', json('{"posts":[{"title":"A ghost","html":"<p>Boo</p>","url":"https://ghost.example/a"}]}'));
  for (const [path, headline, format] of [['html.json', 'In HTML', ''], ['ghost.json', 'A ghost', ' format="ghost"'], ['article.json', HEADLINE, '']]) {
    await openPage(page, site, `<article-widget src="${path}"${format}></article-widget>`, { head: withoutWasm + moduleTag() });
    const [{ type, detail }] = await events(page, 1);
    assert.deepEqual([type, detail.headline, detail.warnings], ['load', headline, []]);
  }
  await page.assertQuiet();
});

everywhere('without WebAssembly twenty elements share one core, and the next one after a crash has a fresh one', async (page, site) => {
  const head = `${withoutWasm}<script>
    const { slice } = Uint32Array.prototype;
    window.setBroken = (broken) => { Uint32Array.prototype.slice = broken ? () => { throw new RangeError('broken page'); } : slice; };
  </script>${moduleTag()}`;
  await openPage(page, site, element.repeat(20), { head });
  assert.deepEqual(new Set((await events(page, 20)).map(({ type }) => type)), new Set(['load']));
  for (const broken of [true, false]) {
    await page.run((broken) => {
      /** @type {any} */ (window).setBroken(broken);
      /** @type {any} */ (document.querySelector('article-widget')).reload();
    }, broken);
    await events(page, broken ? 21 : 22);
  }
  const [failed, again] = (await events(page, 22)).slice(20);
  assert.deepEqual([failed.type, failed.detail.code, again.type], ['error', 'crash', 'load']);
  assert.deepEqual(cores(site), ['article-widget.fallback.js']);
  await page.assertQuiet();
});

everywhere('without WebAssembly memory grows for a large article', async (page, site) => {
  const paragraph = 'It counts the ships, one by one, and never sleeps. '.repeat(40);
  site.route('/large.json', json(JSON.stringify({ headline: 'Long', body: Array(500).fill(paragraph) })));
  await openPage(page, site, `<article-widget src="large.json"></article-widget>${element}`, { head: withoutWasm + moduleTag() });
  assert.deepEqual((await events(page, 2)).map(({ type }) => type), ['load', 'load']);
  assert.equal(await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelectorAll('p').length), 500);
  await page.assertQuiet();
});

// WebKit allows WebAssembly under every policy.
const enforcing = { only: /** @type {('chromium' | 'firefox')[]} */ (['chromium', 'firefox']) };

for (const scripts of ["'self' 'nonce-test'", "'nonce-test'", "'nonce-test' 'strict-dynamic'"]) {
  for (const classic of [false, true]) {
    everywhere(`a policy of scripts from ${scripts} without 'wasm-unsafe-eval', ${classic ? 'classic script' : 'module'}`, async (page, site) => {
      await openStrict(page, site, scripts, classic ? `<script defer src="${folder}article-widget.classic.js"></script>` : moduleTag());
      assert.equal((await events(page, 1))[0].type, 'load');
      assert.equal((await seen(page)).headline, HEADLINE);
      assert.deepEqual(cores(site), ['article-widget.fallback.js'], 'nothing is fetched that cannot be used');
      const complaints = /** @type {string[]} */ (await page.run(() => /** @type {any} */ (window).complaints));
      // The browser reports the attempt, without which the widget cannot know.
      assert.deepEqual(complaints.filter((line) => !line.includes('__probe.js') && !line.endsWith('favicon.ico')), ['script-src wasm-eval']);
    }, enforcing);
  }
}

for (const { what, reply } of [
  { what: 'missing', reply: { status: 404, body: 'Not found' } },
  { what: 'cut off', reply: { type: 'text/javascript', body: await readFile(join(dist, 'article-widget.fallback.js')), truncateAt: 20_000 } },
]) {
  everywhere(`a JavaScript build that is ${what} is an error with a code`, async (page, site) => {
    site.route(`${folder}article-widget.fallback.js`, reply);
    await openPage(page, site, element, { head: withoutWasm + moduleTag() });
    const [{ type, detail }] = await events(page, 1);
    assert.deepEqual([type, detail.code], ['error', 'wasm-unavailable']);
    assert.match(detail.message, /^the renderer could not be loaded: .+; WebAssembly is not allowed on this page: ReferenceError: /);
    assert.deepEqual(await seen(page), { headline: null, message: 'The article could not be shown.', retry: null, fallback: true });
    // Browsers report a script that cannot be fetched; the widget adds no further message.
    await page.assertQuiet({ except: /^resource: .*fallback\.js$/ });
  });
}

everywhere('a JavaScript build of other bytes than the script was built with is not run', async (page, site) => {
  site.route(`${folder}article-widget.fallback.js`, { type: 'text/javascript', body: 'window.evil = true; export const instantiate = () => {}, render = () => "{}";' });
  await openPage(page, site, element, { head: withoutWasm + moduleTag() });
  const [{ type, detail }] = await events(page, 1);
  assert.deepEqual([type, detail.code], ['error', 'wasm-unavailable']);
  assert.equal(await page.run(() => 'evil' in window), false);
  // WebKit does not check the hash of modules.
}, enforcing);

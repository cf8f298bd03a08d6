// The harness itself: it records each kind of complaint in each engine, so that a quiet page means something.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';

/** @param {string} script @param {Record<string, string>} [headers] */
const pageWith = (script, headers) => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html><head><meta charset="utf-8"><title>Test</title></head><body>${script}</body></html>`,
  headers,
});

const complaints = [
  { kind: 'console.error', body: '<script>console.error("first", 1)</script>', message: /^first 1$/ },
  { kind: 'console.warn', body: '<script>console.warn("second")</script>', message: /^second$/ },
  { kind: 'exception', body: '<script>throw new TypeError("third")</script>', message: /TypeError: third/ },
  { kind: 'rejection', body: '<script>Promise.reject(new RangeError("fourth"))</script>', message: /RangeError: fourth/ },
  { kind: 'resource', body: '<img src="/missing.png" alt="">', message: /\/missing\.png$/ },
];

for (const { kind, body, message } of complaints) {
  everywhere(`the harness sees: ${kind}`, async (page, site) => {
    site.route('/page.html', pageWith(body));
    await page.open('/page.html');
    const seen = await page.complaints();
    assert.deepEqual(seen.map(({ type }) => type), [kind]);
    assert.match(seen[0].message, message);
    await assert.rejects(page.assertQuiet(), /the page complained/);
    await page.assertQuiet({ except: new RegExp(`^${kind}: `) });
  });
}

everywhere('the harness sees what a content security policy blocks', async (page, site) => {
  site.route('/page.html', pageWith('<script>document.title = "ran"</script>', { 'content-security-policy': "script-src 'self'" }));
  await page.open('/page.html');
  const seen = await page.until(() => (window.__probe?.length ? window.__probe : null));
  assert.deepEqual(seen?.map(({ type }) => type), ['csp']);
  assert.match(seen?.[0].message ?? '', /^script-src(-elem)? blocked inline$/);
  assert.equal(await page.run(() => document.title), 'Test');
});

everywhere('a quiet page is quiet', async (page, site) => {
  site.route('/page.html', pageWith('<script>console.log("nothing"); Promise.reject(0).catch(() => {})</script>'));
  await page.open('/page.html');
  await page.assertQuiet();
});

everywhere('a page without the probe is not taken for a quiet one', async (page) => {
  await page.open('about:blank');
  await assert.rejects(page.assertQuiet(), /the probe did not run/);
});

everywhere('scripts give back values, promises and errors', async (page, site) => {
  site.route('/page.html', pageWith(''));
  await page.open('/page.html');
  assert.deepEqual(await page.run((a, b) => ({ sum: a + b }), 2, 3), { sum: 5 });
  assert.equal(await page.run(() => new Promise((resolve) => setTimeout(resolve, 30, 'late'))), 'late');
  await assert.rejects(page.run(() => Promise.reject(new Error('from the page'))), /from the page/);
});

everywhere('the viewport can be narrow and wide', async (page, site) => {
  site.route('/page.html', pageWith('<p>Text</p>'));
  await page.open('/page.html');
  for (const [width, height] of [[360, 640], [1280, 800]]) {
    await page.resize(width, height);
    assert.deepEqual(await page.run(() => [innerWidth, innerHeight]), [width, height]);
    const picture = await page.screenshot();
    assert.equal(picture.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [width, height]);
  }
});

everywhere(
  'the color scheme can be set',
  async (page, site) => {
    site.route('/page.html', pageWith(''));
    await page.open('/page.html');
    for (const scheme of /** @type {const} */ (['dark', 'light'])) {
      await page.preferColorScheme(scheme);
      assert.equal(await page.run((name) => matchMedia(`(prefers-color-scheme: ${name})`).matches, scheme), true);
    }
  },
  { only: ['chromium', 'firefox'] },
);

everywhere('the server answers as a test wants it to', async (page, site) => {
  site.route('/page.html', pageWith(''));
  site.route('/broken.json', { status: 500, body: '{"error":true}', type: 'application/json' });
  site.route('/cut.txt', { body: 'x'.repeat(1000), type: 'application/octet-stream', truncateAt: 10 });
  site.route('/slow.txt', { body: 'slow', type: 'text/plain', delay: 200 });
  site.route('/wrong.json', { body: '{}', type: 'text/html' });
  await page.open('/page.html');
  const seen = await page.run(async () => {
    const broken = await fetch('/broken.json');
    const cut = await fetch('/cut.txt').then((answer) => answer.text()).then(() => 'whole', () => 'cut');
    const start = performance.now();
    const slow = await fetch('/slow.txt').then((answer) => answer.text());
    const waited = performance.now() - start;
    const wrong = await fetch('/wrong.json');
    const missing = await fetch('/none.json');
    return { broken: broken.status, cut, slow, waited, wrong: wrong.headers.get('content-type'), missing: missing.status };
  });
  assert.ok(seen.waited >= 190, `answered after ${seen.waited} ms`);
  assert.deepEqual({ ...seen, waited: 0 }, { broken: 500, cut: 'cut', slow: 'slow', waited: 0, wrong: 'text/html', missing: 404 });
  assert.deepEqual(
    site.requests.map(({ path }) => path).filter((path) => path !== '/favicon.ico'),
    ['/page.html', '/__probe.js', '/broken.json', '/cut.txt', '/slow.txt', '/wrong.json', '/none.json'],
  );
});

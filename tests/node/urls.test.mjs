// Compares addresses with the engine's own `new URL`: an accepted address has the same meaning as the input, and a
// non-ASCII host is read as written. The WHATWG's suites are not part of the project; without ../shared they are
// skipped.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CHUNK, hosts, misread, SPELLINGS } from '../hostile/hosts.mjs';

const { renderToString } = /** @type {typeof import('../../www/entry/server.js')} */ (
  await import(new URL('../../dist/server.js', import.meta.url).href)
);

const suites = new URL('../../../shared/suites/url/', import.meta.url);
const skip = existsSync(suites) ? false : 'skipped: ../shared/suites is absent';

/** The cases of a suite, without the comments between them. @param {string} name @returns {any[]} */
const cases = (name) => JSON.parse(readFileSync(new URL(name, suites), 'utf8')).filter((/** @type {unknown} */ one) => typeof one === 'object');

/**
 * The address in the link for an input; undefined if it is refused.
 * @param {string} url @param {string} [baseUrl]
 */
function shown(url, baseUrl) {
  const { html } = renderToString({ headline: 'H', body: [{ type: 'paragraph', text: { text: 'x', url } }] }, { baseUrl });
  const written = /<a [^>]*href="([^"]*)"/.exec(html)?.[1];
  return written?.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/** @param {string} url */
const plain = (url) => url.replaceAll('%5C', '\\');

/** The engine's spelling of an address; undefined if it is not one. @param {string} url @param {string} [base] */
function read(url, base) {
  try {
    return new URL(url, base).href;
  } catch {
    return undefined;
  }
}

test('addresses of the suite of the URL Standard are the same, or refused', { skip }, () => {
  const wrong = [];
  let same = 0;
  for (const { input, base, href, failure } of cases('urltestdata.json')) {
    // Drivers and JSON change lone surrogates; a base must be of the web.
    if (!input.isWellFormed() || (base && !/^https?:/.test(base))) continue;
    // Without a base, an address without a scheme counts as https here, but is invalid in the standard.
    if (!base && /^[/\\]{2}/.test(input)) continue;
    const written = shown(input, base ?? undefined);
    if (written === undefined) continue;
    const meant = read(written);
    // A host that the engine refuses leads nowhere; a backslash after the path is encoded; a `mailto:` keeps less.
    if (meant === undefined ? failure || read(input, base ?? undefined) === undefined : plain(meant) === plain(href ?? '')) same++;
    else if (!/^mailto:/.test(href ?? '') || !href.startsWith(meant)) wrong.push(`${JSON.stringify(input)} at ${base}: ${written}, for ${href}`);
  }
  assert.deepEqual(wrong, []);
  assert.ok(same > 150, `${same} are the same`);
});

for (const name of ['toascii.json', 'IdnaTestV2.json']) {
  test(`hosts of ${name} are the same, or refused`, { skip }, () => {
    const wrong = [];
    let same = 0;
    for (const { input, output } of cases(name)) {
      if (!input.isWellFormed()) continue;
      const written = shown(`https://${input}/x`);
      if (written === undefined) continue;
      const { hostname } = URL.canParse(written) ? new URL(written) : { hostname: null };
      // If the standard finds no host, the engine may refuse it too.
      if (hostname === output || (output === null && hostname === null)) same++;
      // Engines with an older version of Unicode refuse hosts that a newer suite accepts, and the reverse.
      else if (hostname !== null && hostname !== read(`https://${input}/x`)?.split('/')[2]) wrong.push(`${JSON.stringify(input)}: ${written} is ${hostname}, for ${output}`);
    }
    assert.deepEqual(wrong, []);
    assert.ok(same > 20, `${same} are the same`);
  });
}

test('every character in a host is read by the engine as it stands, or refused', () => {
  let accepted = 0;
  for (let first = 0; first < 0x110000; first += CHUNK) {
    for (const spell of Object.keys(SPELLINGS)) {
      const { html } = renderToString({ headline: 'H', body: hosts(first, spell) }, { maxNodes: 1e6, maxBytes: 1e8 });
      const { wrong, count } = misread(html, spell);
      assert.deepEqual(wrong, []);
      accepted += count;
    }
  }
  assert.ok(accepted > 250_000, `${accepted} were let through`);
});

test('hosts of people’s own scripts are let through', () => {
  for (const host of [
    'bücher.example', 'BÜCHER.example', '例え.jp', '例え.テスト', '中文.example', 'пример.рф', 'παράδειγμα.ελ', 'مثال.السعودية', 'مثال.ایران',
    'उदाहरण.भारत', 'উদাহরণ.বাংলা', 'உதாரணம்.இலங்கை', 'ตัวอย่าง.ไทย', 'ทำ.ไทย', '실례.한국', 'דוגמה.ישראל', 'օրինակ.հայ', 'მაგალითი.გე', 'ตํา.ไทย',
    'ຕົວຢ່າງ.ລາວ', 'ဥပမာ.မြန်မာ', 'ឧទាហរណ៍.ខ្មែរ', 'ምሳሌ.ኢትዮ', 'đường.vn', 'łódź.pl', 'øl.no', 'þing.is', 'straße.de', 'col·lecció.cat', 'ⴰⵎⴰⵣⵉⵖ.example', '🍕.example',
    '例。jp'.replace('。', '.'),
  ]) {
    const written = shown(`https://${host}/`);
    assert.ok(written, host);
    assert.equal(new URL(written).href, new URL(`https://${host}/`).href);
  }
});

test('letters and calls go to whom they say', () => {
  for (const [url, written] of [
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['mailto: a@b.example ', 'mailto:a@b.example'],
    ['mailto:a+b@c.example,d@e.example?subject=x y&body=1%0D%0A2', 'mailto:a+b@c.example,d@e.example?subject=x%20y&body=1%0D%0A2'],
    ['mailto:a@b.example?cc=c@d.example&subject=x&bcc=e@f.example&%62cc=g&to=h@i.example&attach=/etc/passwd#f', 'mailto:a@b.example?subject=x'],
    ['mailto:?SUBJECT=x&Body=y', 'mailto:?SUBJECT=x&Body=y'],
    ['mailto:иван@пример.рф', 'mailto:иван@пример.рф'],
    ['tel:+49-30-1', 'tel:+49-30-1'],
    ['tel:1-800-FLOWERS;ext=12', 'tel:1-800-FLOWERS;ext=12'],
    ...['mailto:bank.example:pw@evil.example', 'mailto://bank.example@evil.example', 'mailto:user@bank.example@evil.example', 'mailto:user%40bank.example@evil.example',
      'mailto:user\u202e@b.example', 'mailto:user@b\u{1ccd6}.example', 'mailto:"a"<b@c.example>', 'mailto:', 'mailto:?cc=a@b.example', 'mailto:a@b.example%0ACc:c@d.example', 'mailto:/a@b.example',
      'mailto:\\\\a@b.example', 'tel:user:pw@evil.example', 'tel://user@evil.example', 'tel:user@evil.example', 'tel:', 'tel:1?x', 'tel:1#2', 'tel:\\\\1'].map((url) => [url, undefined]),
  ]) {
    assert.equal(shown(/** @type {string} */ (url)), written, url);
  }
  const { warnings } = renderToString({ headline: 'H', body: [{ type: 'paragraph', text: { text: 'x', url: 'mailto:a@b.example?cc=c@d.example' } }] }).report;
  assert.deepEqual(warnings, [{ code: 'unsafe-url', path: '/body/0/text/url', message: 'only subject and body are kept' }]);
});

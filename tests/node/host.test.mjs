// The callbacks of the core: dates in words, and its results.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Host } from '../../www/render/core-callbacks.js';

const host = new Host();
const instant = Date.UTC(2024, 0, 3, 22, 13, 46);
/** Replaces all kinds of spaces by one, because platforms differ in them. @param {string} text */
const spaced = (text) => text.replace(/\s/g, ' ');
/** @param {Uint8Array} bytes */
const words = (bytes) => new TextDecoder().decode(bytes);

for (const { lang, zone, precision, expected } of [
  { lang: 'zh-CN', zone: 'UTC', precision: 2, expected: '2024年1月3日 22:13:46' },
  { lang: 'zh-CN', zone: 'UTC', precision: 0, expected: '2024年1月3日' },
  { lang: 'de', zone: 'UTC', precision: 1, expected: '3. Januar 2024 um 22:13' },
  { lang: 'ja', zone: 'Asia/Tokyo', precision: 1, expected: '2024年1月4日 7:13' },
  { lang: 'en-GB', zone: 'Asia/Kathmandu', precision: 1, expected: '4 January 2024 at 03:58' },
]) {
  test(`a date in ${lang}, ${zone}, precision ${precision}`, () => {
    assert.equal(spaced(words(host.date(lang, instant, zone, precision))), expected);
  });
}

for (const { what, args } of /** @type {{ what: string, args: [string, number, string, number] }[]} */ ([
  { what: 'a language tag that is none', args: ['no language', instant, 'UTC', 0] },
  { what: 'a time zone that is none', args: ['en', instant, 'Mars/Olympus', 0] },
  { what: 'a time beyond dates', args: ['en', 9e15, 'UTC', 0] },
  { what: 'no number', args: ['en', NaN, 'UTC', 0] },
])) {
  test(`${what} gives no text and no exception`, () => {
    assert.equal(words(host.date(...args)), '');
    assert.equal(words(host.date(...args)), '', 'the second time too');
  });
}

test('a format is made once for a language, a zone and a precision', (context) => {
  const made = context.mock.method(Intl, 'DateTimeFormat');
  for (let i = 0; i < 50; i++) new Host().date('sw', instant + i * 86_400_000, 'UTC', 0);
  assert.equal(made.mock.callCount(), 1);
});

test('the batch outlives the memory it came in', () => {
  const memory = Uint32Array.of(9, 1, 0, 9);
  const receiver = new Host();
  receiver.take(memory.subarray(1, 3), '{}text', 2);
  memory.fill(7);
  assert.deepEqual([...receiver.ops], [1, 0]);
  assert.deepEqual([receiver.report, receiver.text], ['{}', 'text']);
});

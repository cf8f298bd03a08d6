// The player of batches, on a minimal DOM.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document } from './fake-document.mjs';

const { player } = await import('../../www/render/apply-ops.js');
const { ATTRIBUTES, TAGS } = await import('../../www/render/names.js');

const close = 0;
/** @param {string} tag */
const open = (tag) => (indexIn(TAGS, tag) << 2) | 1;
/** @param {string} name @param {string} value */
const attribute = (name, value) => ((value.length << 10) | (indexIn(ATTRIBUTES, name) << 2) | 2) >>> 0;
/** @param {string} value */
const text = (value) => (value.length << 2) | 3;

/** @param {readonly string[]} table @param {string} name */
function indexIn(table, name) {
  const index = table.indexOf(name);
  assert.notEqual(index, -1, `${name} is in the table`);
  return index;
}

/** @param {number[]} ops @param {string} [words] */
function played(ops, words = '') {
  const fragment = document.createDocumentFragment();
  player(document, Uint32Array.from(ops), words, fragment)();
  return String(fragment);
}

test('elements, attributes and text come out in order', () => {
  const ops = [open('p'), attribute('lang', 'ja'), attribute('dir', 'ltr'), text('猫は'), open('em'), text('静か'), close, text('だ'), close];
  assert.equal(played(ops, 'jaltr猫は静かだ'), '<p lang="ja" dir="ltr">猫は<em>静か</em>だ</p>');
});

test('lengths count UTF-16 units, so that characters beyond the BMP stay whole', () => {
  assert.equal(played([open('p'), text('🐈𠮷'), close, open('p'), text('x'), close], '🐈𠮷x'), '<p>🐈𠮷</p><p>x</p>');
});

test('markup in a text or a value stays text', () => {
  const value = '"><img src=x>';
  assert.equal(played([open('a'), attribute('lang', value), text('<b>'), close], `${value}<b>`), '<a lang="&#34;&#62;&#60;img src=x&#62;">&#60;b&#62;</a>');
});

test('an empty batch is an empty fragment', () => {
  assert.equal(played([]), '');
});

test('an element outside the table is left out with what it holds', () => {
  const unknown = (TAGS.length << 2) | 1;
  const ops = [open('p'), text('a'), unknown, attribute('lang', 'x'), open('em'), text('b'), close, close, text('c'), close];
  assert.equal(played(ops, 'axbc'), '<p>ac</p>');
});

test('an attribute outside the table is left out, and what follows keeps its text', () => {
  const unknown = (3 << 10) | (255 << 2) | 2;
  assert.ok(ATTRIBUTES.length < 255);
  assert.equal(played([open('p'), unknown, text('c'), close], 'abcc'), '<p>c</p>');
});

test('an attribute with no element, closes without opens and a cut-off text do no harm', () => {
  assert.equal(played([attribute('lang', 'x'), close, close, open('p'), text('long'), close], 'lo'), '<p>lo</p>');
});

test('deep nesting does not recurse', () => {
  const depth = 100_000;
  const fragment = document.createDocumentFragment();
  assert.ok(player(document, Array(depth).fill(open('div')), '', fragment)());
  assert.equal(fragment.childNodes.length, 1);
});

test('a batch can be played in slices of any size', () => {
  const ops = [open('ul'), ...['a', 'b', 'c'].flatMap((word) => [open('li'), attribute('lang', 'en'), text(word), close]), close];
  const words = 'enaenbenc';
  const whole = played(ops, words);
  assert.equal(whole, '<ul><li lang="en">a</li><li lang="en">b</li><li lang="en">c</li></ul>');
  for (const budget of [1, 2, 3, 5, 100]) {
    const fragment = document.createDocumentFragment();
    const play = player(document, Uint32Array.from(ops), words, fragment);
    let steps = 1;
    while (!play(budget)) steps++;
    assert.equal(String(fragment), whole, `in slices of ${budget}`);
    // The attributes and the text of the last operation are played with it.
    assert.ok(steps <= Math.ceil(ops.length / budget) && steps >= Math.ceil(ops.length / (budget + 2)), `${steps} slices of ${budget}`);
    assert.equal(play(budget), true, 'nothing is played twice');
    assert.equal(String(fragment), whole);
  }
});

test('the tables are closed: without duplicates, nothing that runs, styles or clobbers', () => {
  for (const table of [TAGS, ATTRIBUTES]) {
    assert.equal(new Set(table).size, table.length);
  }
  const harmful = /^(script|style|link|meta|base|iframe|object|embed|form|input|svg|math|template|slot|.*-.*)$/;
  assert.deepEqual(TAGS.filter((tag) => harmful.test(tag)), []);
  assert.deepEqual(ATTRIBUTES.filter((name) => /^(on.*|style|class|name|is|slot|srcdoc|action|formaction|ping|nonce)$/.test(name)), []);
});

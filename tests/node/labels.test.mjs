// The labels of every language: their files, and how the page finds them.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { LABELS } from '../../pkg-config/project.mjs';
import { addLabels, fileOf, labelsOf } from '../../www/loading/labels.js';
import { messages } from '../../www/element/messages.js';

const read = (/** @type {string} */ name) => readFile(new URL(`../../src/render/${name}`, import.meta.url), 'utf8');
const table = await read('labels-more.tsv');
const rows = table.trimEnd().split('\n').map((row) => row.split('\t'));

test('a language is looked for where the build puts it', () => {
  for (const [tags] of rows) {
    for (const tag of tags.split(' ')) {
      const letter = LABELS[fileOf(tag)]?.match(/labels-(.)-(.)/);
      assert.ok(letter && tag[0] >= letter[1] && tag[0] <= letter[2], tag);
      assert.equal(fileOf(tag), fileOf(tags), `${tag} stands in the row of ${tags}`);
    }
  }
});

test('the last labels are the messages, which are English until there are others', () => {
  const english = { loading: 'Loading the article…', failed: 'The article could not be shown.', retry: 'Try again' };
  assert.deepEqual(messages('ko'), { lang: 'en', ...english });
  addLabels(table);
  assert.equal(messages('ko').failed, '기사를 표시할 수 없습니다.');
  assert.deepEqual([messages('no language').lang, messages('xx').lang, messages('').lang], ['en', 'en', 'en']);
});

test('a row is found by language and script, by the names of today', () => {
  addLabels(table);
  const found = (/** @type {string} */ lang) => labelsOf(lang).split('\t')[0];
  for (const [lang, row] of Object.entries({
    'zh': 'zh-Hans', 'zh-TW': 'zh-Hant yue', 'zh-Hans-HK': 'zh-Hans', 'yue': 'zh-Hant yue', 'cmn': 'zh-Hans',
    'sr-ME': 'sr-Latn', 'sr-Cyrl-ME': 'sr sr-Cyrl', 'sh': 'sr-Latn', 'uz-Cyrl-UZ': 'uz-Cyrl', 'uz-UZ': 'uz',
    'no': 'nb no nn', 'iw': 'he', 'in': 'id', 'tl': 'fil', 'mo': 'ro', 'DE-at': 'de', 'pt-BR': 'pt', 'xx': '', 'en-GB': '',
  })) {
    assert.equal(found(lang), row, lang);
  }
});

test('labels of the news services of a corpus are there', async (context) => {
  const corpus = new URL('../../../shared/corpora/bbc/service-strings.json', import.meta.url);
  const services = await readFile(corpus, 'utf8').then(JSON.parse).catch(() => null);
  if (!services) return context.skip('the corpus is not here');
  addLabels(table);
  for (const [name, { lang }] of /** @type {[string, { lang: string }][]} */ (Object.entries(services))) {
    assert.ok(lang.startsWith('en') || labelsOf(lang), `${name}: ${lang}`);
  }
});

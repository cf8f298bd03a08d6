// The list of languages in www/labels.js is that of the file which is fetched for them.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { MORE } from '../../www/labels.js';

test('labels.js knows the languages of labels-more.tsv', async () => {
  const table = await readFile(new URL('../../src/render/labels-more.tsv', import.meta.url), 'utf8');
  assert.deepEqual(MORE, table.trimEnd().split('\n').map((row) => row.split('\t')[0]));
});

// The published types, as a host uses them: tsc accepts correct code and finds mistakes.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the types fit what hosts write', { timeout: 60_000 }, async () => {
  const args = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022,dom,dom.iterable', '--types', '', 'tests/node/types/consumer.ts'];
  const output = await new Promise((resolve) => {
    execFile(`${root}node_modules/.bin/tsc`, args, { cwd: root }, (error, stdout, stderr) => resolve(error ? stdout + stderr || String(error) : ''));
  });
  assert.equal(output, '');
});

// The packed package under all methods by which TypeScript and Node resolve imports.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { CommandError, run } from '../../pkg-config/command.mjs';
import { dist } from '../../pkg-config/project.mjs';
import { install, tarball } from './project.mjs';

/** Files that pages fetch by address, and that tools read: nobody imports them for types. */
const FETCHED = /\.(wasm|css|tsv|json|fallback\.js|classic\.js)$/;

/** @param {string} program @param {string[]} args */
async function quiet(program, args) {
  const folder = await install('lint');
  await run(join(folder, 'node_modules/.bin', program), args).catch((error) => assert.fail(error instanceof CommandError ? error.output : error));
}

test('publint has nothing to say', () => quiet('publint', ['--strict', dist]));

test('types are found by every resolution', { timeout: 300_000 }, async () => {
  const { exports } = JSON.parse(await readFile(join(dist, 'package.json'), 'utf8'));
  const fetched = Object.keys(exports).filter((name) => FETCHED.test(name));
  // The package has only ES modules, which `require` accepts from Node 20.19 on.
  await quiet('attw', [await tarball(), '--ignore-rules', 'cjs-resolves-to-esm', '--exclude-entrypoints', ...fetched]);
});

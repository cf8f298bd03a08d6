// Runs all browser tests in one process, so that each engine is started once: `node tests/browser/support/all.mjs`.
// A single file runs too: `node --test tests/browser/NAME.test.mjs`.
import { readdir } from 'node:fs/promises';

const folder = new URL('../', import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith('.test.mjs')).sort();
if (files.length === 0) throw new Error('tests/browser has no tests');
for (const file of files) await import(new URL(file, folder).href);

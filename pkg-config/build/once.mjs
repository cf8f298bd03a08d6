// Skips steps of the build whose inputs have not changed.
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, target } from '../project.mjs';

/** Scripts of the build, as inputs of steps that must run again when one of them changes. @param {string[]} names */
export const scripts = (...names) => Promise.all(names.map((name) => readFile(join(root, 'pkg-config/build', `${name}.mjs`))));

/**
 * Does a step, unless its last run had the same inputs and its outputs still exist.
 * @param {string} step @param {(Buffer | string)[]} inputs @param {string[]} outputs @param {() => Promise<unknown>} work
 */
export async function once(step, inputs, outputs, work) {
  const hash = createHash('sha256');
  for (const input of [await readFile(join(root, 'Cargo.lock')), await readFile(join(root, 'package-lock.json')), ...inputs]) {
    hash.update(input).update('\0');
  }
  const key = hash.digest('hex');
  const stamp = join(target, `${step}.sha256`);
  const made = await Promise.all([readFile(stamp, 'utf8'), ...outputs.map((file) => readFile(file))]).catch(() => ['']);
  if (made[0] === key) return;
  await rm(stamp, { force: true });
  await work();
  await writeFile(stamp, key);
}

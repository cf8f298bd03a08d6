// The packages of benches/package.json: installed at first use, in the versions of its own lock file.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run, secondsSince } from '../../pkg-config/command.mjs';
import { root } from '../../pkg-config/project.mjs';

export const benches = join(root, 'benches');
const lock = join(benches, 'package-lock.json');
const stamp = join(benches, 'node_modules/.package-lock.sha256');

/** Imports from benches/node_modules; untyped, because the project is type-checked without these packages. */
export const requirePackage = createRequire(join(benches, 'package.json'));

export async function installPackages() {
  const hash = createHash('sha256').update(await readFile(lock)).digest('hex');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === hash) return;
  const start = performance.now();
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: benches });
  await writeFile(stamp, hash);
  console.log(`bench: peers installed (${secondsSince(start)})`);
}

/** The versions of the compared packages. @returns {Promise<Record<string, string>>} */
export async function packageVersions() {
  const { dependencies } = JSON.parse(await readFile(join(benches, 'package.json'), 'utf8'));
  return dependencies;
}

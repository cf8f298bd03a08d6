// `node pkg-config/release/check.mjs`: reports unmet conditions of a release; see RELEASING.md.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, fail, run } from '../command.mjs';
import { build } from '../build/build.mjs';
import { dist, isMain, lockedVersion, packageVersion, root } from '../project.mjs';
import { setUp } from '../setup/setup.mjs';

/** Versions that differ, and a changelog without an entry for this one. @returns {Promise<string[]>} */
export async function stale() {
  const version = packageVersion();
  const npm = JSON.parse(await readFile(join(dist, 'package.json'), 'utf8')).version;
  const changelog = await readFile(join(root, 'CHANGELOG.md'), 'utf8');
  /** @type {string[]} */
  const found = [];
  if (npm !== version) found.push(`dist/package.json has version ${npm}, Cargo.toml ${version}`);
  if (lockedVersion('article-widget') !== version) found.push(`Cargo.lock has version ${lockedVersion('article-widget')}, Cargo.toml ${version}`);
  if (!changelog.includes(`\n## ${version}`)) found.push(`CHANGELOG.md has no entry "## ${version}"`);
  return found;
}

/** Failures of the two registries' own checks. @returns {Promise<string[]>} */
async function refused() {
  /** @type {string[]} */
  const found = [];
  /** @type {[string, string[], string][]} */
  const commands = [
    ['npm', ['publish', '--dry-run', '--offline'], dist],
    ['cargo', ['publish', '--dry-run', '--locked', '--allow-dirty'], root],
  ];
  for (const [program, args, cwd] of commands) {
    console.log(`release: ${program} ${args.join(' ')} …`);
    await run(program, args, { cwd }).catch((error) => {
      const output = error instanceof CommandError ? error.output.trimEnd().split('\n').slice(-10).join('\n') : String(error);
      found.push(`${program} ${args.join(' ')} failed:\n${output}`);
    });
  }
  return found;
}

async function main() {
  await setUp('build');
  await build();
  const found = [...(await stale()), ...(await refused())];
  for (const line of found) console.error(`release: ${line}`);
  if (found.length > 0) process.exitCode = 1;
  else console.log('release: ready');
}

if (isMain(import.meta.url)) await main().catch(fail);

// Prepares a target's project: its files, its locked packages, the packed article-widget, its build.
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../pkg-config/command.mjs';
import { dist, root, target } from '../../pkg-config/project.mjs';

const sources = join(root, 'tests/ecosystem');
const projects = join(target, 'ecosystem');

/** Turns off all prompts and reports of build tools. */
const env = { CI: '1', NEXT_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: undefined };

/** The packed package, made once. @type {Promise<string> | undefined} */
let packed;

/** The packed package. @returns {Promise<string>} the tarball's file */
export const tarball = () => (packed ??= pack());

/** Packs dist/ as `npm publish` would. */
async function pack() {
  await mkdir(projects, { recursive: true });
  const output = await run('npm', ['pack', dist, '--pack-destination', projects, '--json']);
  return join(projects, JSON.parse(output.slice(output.indexOf('['))).at(0).filename);
}

/** A hash of all files below a folder. @param {string} folder */
async function hashOf(folder) {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const file of files) hash.update(file.slice(folder.length)).update(await readFile(file));
  return hash.digest('hex');
}

/** The files of the test itself. */
const ownFiles = [new URL('ecosystem.test.mjs', import.meta.url), new URL('project.mjs', import.meta.url)];

/**
 * Whether a target passed with the same package, project and test; `passed` records that.
 * @param {string} name
 */
export async function stampOf(name) {
  const file = join(projects, `${name}.passed`);
  const test = createHash('sha256');
  for (const own of ownFiles) test.update(await readFile(own));
  const key = `${test.digest('hex')} ${await hashOf(dist)} ${await hashOf(join(sources, name))} ${await hashOf(join(sources, 'shared'))}`;
  return {
    isFresh: (await readFile(file, 'utf8').catch(() => '')) === key,
    passed: () => writeFile(file, key),
  };
}

/**
 * Copies a target's project, and installs its locked packages and the packed package in it.
 * @param {string} name
 * @returns {Promise<string>} the project's folder
 */
export async function install(name) {
  const folder = join(projects, name);
  const lock = await readFile(join(sources, name, 'package-lock.json'), 'utf8');
  const stamp = join(folder, 'node_modules', '.installed-lock');
  const installed = (await readFile(stamp, 'utf8').catch(() => '')) === lock;
  await mkdir(folder, { recursive: true });
  for (const old of await readdir(folder)) if (old !== 'node_modules' || !installed) await rm(join(folder, old), { recursive: true, force: true });
  await cp(join(sources, name), folder, { recursive: true });
  await mkdir(join(folder, 'src'), { recursive: true });
  await cp(join(sources, 'shared'), join(folder, 'src'), { recursive: true });
  if (!installed) {
    // Not `npm ci`, which refuses a lock file without the optional packages of other systems.
    await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, env });
    await writeFile(stamp, lock);
  }
  // A dependency as in an application, because plugins search there for packages that they must compile.
  const manifest = JSON.parse(await readFile(join(sources, name, 'package.json'), 'utf8'));
  manifest.dependencies = { ...manifest.dependencies, 'article-widget': '*' };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  const place = join(folder, 'node_modules/article-widget');
  await rm(place, { recursive: true, force: true });
  await mkdir(place);
  await run('tar', ['-xzf', await tarball(), '--strip-components=1', '-C', place]);
  return folder;
}

/** Runs a script of a project's package.json. @param {string} folder @param {string} script */
export const build = (folder, script) => run('npm', ['run', '--silent', script], { cwd: folder, env: { ...env, PATH: `${join(folder, 'node_modules/.bin')}:${process.env.PATH}` } });

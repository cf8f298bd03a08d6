// `node pkg-config/build/reproduce.mjs`: builds the committed sources from scratch in two other folders, and compares
// the packages byte for byte. Takes some minutes; no test of the project runs it.
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fail, run, secondsSince } from '../command.mjs';
import { root } from '../project.mjs';
import { setUp } from '../setup/setup.mjs';

/** Builds a copy of the sources in a new folder. @param {string} folder @returns {Promise<Map<string, Buffer>>} by name */
async function builtIn(folder) {
  const start = performance.now();
  const files = (await run('git', ['ls-files', '-z'])).split('\0').filter(Boolean);
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(root, file), join(folder, file));
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await run(process.execPath, [join(folder, 'pkg-config/build/build.mjs')], { cwd: folder });
  const dist = join(folder, 'dist');
  const made = await Promise.all((await readdir(dist)).sort().map(async (name) => /** @type {const} */ ([name, await readFile(join(dist, name))])));
  console.log(`reproduce: ${made.length} files made in ${folder} (${secondsSince(start)})`);
  return new Map(made);
}

try {
  await setUp('build');
  const place = await mkdtemp(join(tmpdir(), 'reproduce-'));
  try {
    const one = await builtIn(join(place, 'one'));
    const other = await builtIn(join(place, 'a-longer-path/to/the/other'));
    const names = [...new Set([...one.keys(), ...other.keys()])];
    const different = names.filter((name) => !one.get(name)?.equals(other.get(name) ?? Buffer.alloc(0)));
    if (different.length > 0) throw new Error(`reproduce: not the same in both: ${different.join(', ')}`);
    console.log(`reproduce: all ${names.length} files are the same in both`);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
} catch (error) {
  fail(error);
}

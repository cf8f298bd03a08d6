// What the numbers were measured on.
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { run } from '../../pkg-config/command.mjs';
import { packageVersion } from '../../pkg-config/project.mjs';
import { packageVersions } from './packages.mjs';

/** @param {string} chromium  its version @param {number} scale  of the number of rounds */
export async function machine(chromium, scale) {
  const commit = (await run('git', ['rev-parse', '--short', 'HEAD']).catch(() => 'unknown')).trim();
  return {
    cpu: cpus()[0].model.trim(),
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()}`,
    /** Processes that wanted a core, on average over the last minute, when the run began. */
    load: Number(loadavg()[0].toFixed(1)),
    date: new Date().toISOString().slice(0, 16) + 'Z',
    commit,
    scale,
    versions: {
      'article-widget': packageVersion(), chromium, node: process.versions.node,
      rustc: (await run('rustc', ['--version'])).split(' ')[1], ...(await packageVersions()),
    },
  };
}

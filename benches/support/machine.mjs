// The machine and the time of a measurement.
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { run } from '../../pkg-config/command.mjs';
import { packageVersion } from '../../pkg-config/project.mjs';
import { packageVersions } from './packages.mjs';

/** @param {string} chromium  its version */
export async function machine(chromium) {
  return {
    cpu: cpus()[0].model.trim(),
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()}`,
    versions: {
      'article-widget': packageVersion(), chromium, node: process.versions.node,
      rustc: (await run('rustc', ['--version'])).split(' ')[1], ...(await packageVersions()),
    },
  };
}

/**
 * Describes one run of a bench, which begins now.
 * @param {number} scale  of the number of rounds
 */
export async function runOf(scale) {
  return {
    date: new Date().toISOString().slice(0, 16) + 'Z',
    commit: (await run('git', ['rev-parse', '--short', 'HEAD']).catch(() => 'unknown')).trim(),
    scale,
    /** Processes that wanted a processor core, on average over the last minute. */
    load: Number(loadavg()[0].toFixed(1)),
  };
}

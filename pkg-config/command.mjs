// Runs a program and returns its output. Imports no npm package, because set-up uses it.
import { spawn } from 'node:child_process';
import { root, toolEnv } from './project.mjs';

/** A program that failed; `output` is everything that it printed. */
export class CommandError extends Error {
  /** @param {string} message @param {string} output */
  constructor(message, output) {
    super(message);
    this.output = output;
  }
}

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string | undefined>} [env]
 * @property {string} [cwd]
 * @property {number} [minutes]  after which the program and its child processes are ended
 * @property {(text: string) => void} [onOutput]  gets each piece of output when it arrives
 */

/**
 * Runs a program in the project's root, with the project's tools on the PATH.
 * @param {string} program
 * @param {string[]} [args]
 * @param {RunOptions} [options]
 * @returns {Promise<string>} its stdout and stderr, in order of arrival
 * @throws {CommandError} if it cannot be started, fails, or takes too long
 */
export function run(program, args = [], { env = {}, cwd = root, minutes, onOutput } = {}) {
  return new Promise((resolve, reject) => {
    // Its own process group, so that its child processes end with it.
    const child = spawn(program, args, { cwd, env: { ...toolEnv, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: minutes !== undefined });
    let output = '';
    let late = false;
    const keep = (/** @type {string} */ text) => {
      output += text;
      onOutput?.(text);
    };
    const end = () => {
      try {
        process.kill(-Number(child.pid), 'SIGKILL');
      } catch {
        // The group has ended already.
      }
    };
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    if (minutes !== undefined) {
      process.once('exit', end);
      timer = setTimeout(() => {
        late = true;
        end();
        // A process that left the group may keep them open.
        child.stdout.destroy();
        child.stderr.destroy();
      }, minutes * 60_000);
    }
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => reject(new CommandError(`${program} could not be started: ${error.message}`, output)));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      process.off('exit', end);
      if (code === 0) resolve(output);
      else if (late) reject(new CommandError(`${program} was ended after ${minutes} minutes`, output));
      else reject(new CommandError(`${program} ended with ${signal ?? `code ${code}`}`, output));
    });
  });
}

/** Seconds since a `performance.now()` mark, as text. @param {number} mark */
export const secondsSince = (mark) => `${((performance.now() - mark) / 1000).toFixed(1)} s`;

/** Prints why a script failed, with the output of the failed program, and sets the exit code. @param {unknown} error */
export function fail(error) {
  if (error instanceof CommandError && error.output) console.error(error.output.trimEnd());
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

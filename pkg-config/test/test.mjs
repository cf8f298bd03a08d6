// `npm test`: sets up, then runs all parts, in parallel unless they need the same lock. `npm test -- NAME …` runs only
// these parts and those they need. `npm run check` runs the parts for daily work. The last line, `N passed, N failed`,
// sums the runners' own counts; a part without a count counts as one.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MODULES } from '../build/build.mjs';
import { CommandError, fail, run, secondsSince } from '../command.mjs';
import { root } from '../project.mjs';
import { setUp } from '../setup/setup.mjs';

/** @import { RunOptions } from '../command.mjs' */

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {'cargo' | 'package'} lane  parts of one lane run one after the other, because cargo's parts share its lock
 * @property {true} [named]  runs only if it is named
 * @property {string} [needs]  an earlier part of the same lane that must pass
 * @property {number} minutes  it may take on two processor cores; after twice as many it is ended
 * @property {(options: RunOptions) => Promise<string>} run  returns its output, or throws
 *
 * @typedef {{ part: Part, output: string, failed: boolean, passes: number, failures: number, time: string }} Result
 */

const node = process.execPath;
const script = (/** @type {string} */ name) => (/** @type {RunOptions} */ options) => run(node, [join(root, 'pkg-config/build', name)], options);
const cargo = (/** @type {string[]} */ ...args) => (/** @type {RunOptions} */ options) => run('cargo', args, options);

/** @type {Part[]} */
const parts = [
  { name: 'fmt', lane: 'cargo', minutes: 1, run: cargo('fmt', '--check') },
  { name: 'rust', lane: 'cargo', minutes: 15, run: cargo('test', '--locked', '--all-features', '--no-fail-fast') },
  {
    name: 'rust-quick',
    lane: 'cargo',
    named: true,
    minutes: 15,
    run: cargo('test', '--locked', '--all-features', '--lib', '--test', 'article', '--test', 'readers'),
  },
  { name: 'clippy', lane: 'cargo', minutes: 5, run: cargo('clippy', '--locked', '--all-features', '--all-targets', '--', '-D', 'warnings') },
  { name: 'clippy-wasm', lane: 'cargo', minutes: 5, run: clippyWasm },
  // The usual command of Rust developers, which builds all tests and examples for the web. Few of them run there.
  {
    name: 'rust-wasm',
    lane: 'cargo',
    minutes: 10,
    run: (options) => run('wasm-pack', ['test', '--headless', '--chrome'], { ...options, env: { CARGO_PROFILE_TEST_OPT_LEVEL: '0' } }),
  },
  { name: 'build', lane: 'package', minutes: 15, run: script('build.mjs') },
  { name: 'size', lane: 'package', needs: 'build', minutes: 2, run: script('size.mjs') },
  {
    name: 'types',
    lane: 'package',
    needs: 'build',
    minutes: 2,
    run: (options) => run(join(root, 'node_modules/.bin/tsc'), ['-p', 'pkg-config/tsconfig.json'], options),
  },
  { name: 'node', lane: 'package', needs: 'build', minutes: 5, run: nodeTests },
  {
    name: 'browser',
    lane: 'package',
    needs: 'build',
    minutes: 25,
    run: browserTests,
  },
  { name: 'ecosystem', lane: 'package', needs: 'build', minutes: 10, run: ecosystem },
];

const wasmTarget = 'wasm32-unknown-unknown';

/**
 * The library on the web: for Rust web apps, and the smallest and the largest of the npm package's modules; `build`
 * compiles those between them.
 * @param {RunOptions} options
 */
async function clippyWasm(options) {
  const args = ['clippy', '--locked', '--lib', '--target', wasmTarget];
  const modules = Object.values(MODULES);
  let output = await run('cargo', [...args, '--', '-D', 'warnings'], options);
  for (const features of [modules[0], modules[modules.length - 1]]) {
    output += await run('cargo', [...args, '--no-default-features', '--features', features, '--', '-D', 'warnings'], options);
  }
  return output;
}

/** @param {RunOptions} options */
async function nodeTests(options) {
  const folder = join(root, 'tests/node');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.test.mjs')).sort();
  if (files.length === 0) throw new Error('tests/node has no tests');
  return run(node, ['--test', '--test-reporter=spec', ...files.map((name) => join(folder, name))], options);
}

/** The engines side by side, each in a process of its own, so that none waits for another. @param {RunOptions} options */
async function browserTests(options) {
  // The drivers are installed by set-up.
  const { engines } = await import('../../tests/browser/support/drivers.mjs');
  const runs = engines.map((engine) => run(node, ['--test-reporter=spec', 'tests/browser/support/all.mjs'], { ...options, env: { ENGINES: engine } }));
  const ended = await Promise.allSettled(runs);
  const output = ended.map((one) => (one.status === 'fulfilled' ? one.value : one.reason instanceof CommandError ? one.reason.output : '')).join('\n');
  const failed = ended.flatMap((one, index) => (one.status === 'rejected' ? [`${engines[index]}: ${one.reason.message}`] : []));
  if (failed.length > 0) throw new CommandError(failed.join('\n'), output);
  return output;
}

/** All projects, or those in TARGETS. @param {RunOptions} options */
function ecosystem(options) {
  const files = process.env.TARGETS ? ['ecosystem'] : ['ecosystem', 'runtimes', 'lint'];
  return run(node, ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files.map((name) => `tests/ecosystem/${name}.test.mjs`)], options);
}

/** Counts the tests in the output of `cargo test`, `wasm-pack test` and `node:test`. @param {string} output */
function countTests(output) {
  const plain = output.replace(/\x1b\[[0-9;]*m/g, '');
  const sum = (/** @type {RegExp} */ pattern) => [...plain.matchAll(pattern)].reduce((total, found) => total + Number(found[1]), 0);
  return {
    passes: sum(/^test result: \w+\. (\d+) passed;/gm) + sum(/^ℹ pass (\d+)$/gm),
    failures: sum(/^test result: \w+\. \d+ passed; (\d+) failed;/gm) + sum(/^ℹ (?:fail|cancelled) (\d+)$/gm),
  };
}

/**
 * The slowest tests in the output of `node:test`, and the slowest crates in that of `cargo test`, which does not time
 * single tests; a line each, the slowest first.
 * @param {string[]} outputs @param {number} most
 */
function slowest(outputs, most) {
  /** @type {{ name: string, seconds: number }[]} */
  const timed = [];
  for (const output of outputs) {
    let crate = '';
    for (const line of output.replace(/\x1b\[[0-9;]*m/g, '').split('\n')) {
      crate = /^ +(?:Running (?:unittests )?(\S+)|Doc-tests )/.exec(line)?.[1] ?? crate;
      const [, name, milliseconds] = /^✔ (.+) \(([\d.]+)ms\)$/.exec(line) ?? [];
      const [, seconds] = /^test result: .* finished in ([\d.]+)s$/.exec(line) ?? [];
      if (name) timed.push({ name, seconds: Number(milliseconds) / 1000 });
      if (seconds) timed.push({ name: `cargo test: ${crate}`, seconds: Number(seconds) });
    }
  }
  const sorted = timed.sort((a, b) => b.seconds - a.seconds).slice(0, most);
  return sorted.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);
}

/** @param {Part} part @returns {Promise<Result>} */
async function result(part) {
  const start = performance.now();
  let output = '';
  let failed = false;
  let last = '';
  console.log(`──── ${part.name}: started`);
  const progress = setInterval(() => console.log(`     ${part.name} (${secondsSince(start)}): ${last}`), 60_000);
  const onOutput = (/** @type {string} */ text) => (last = text.trimEnd().split('\n').at(-1)?.trim().slice(0, 100) || last);
  try {
    output = await part.run({ minutes: 2 * part.minutes, onOutput });
  } catch (error) {
    failed = true;
    output = error instanceof CommandError ? `${error.output.trimEnd()}\n${error.message}\n` : `${error}\n`;
  } finally {
    clearInterval(progress);
  }
  const counted = countTests(output);
  const passes = counted.passes || (failed ? 0 : 1);
  const failures = counted.failures || (failed ? 1 : 0);
  const time = secondsSince(start);
  console.log(`\n──── ${part.name}: ${failed ? 'FAILED' : 'passed'} (${time})\n${output.trimEnd()}`);
  return { part, output, failed: failed || failures > 0, passes, failures, time };
}

/** Runs the parts of a lane in turn. @param {Part[]} lane @returns {Promise<Result[]>} */
async function inTurn(lane) {
  /** @type {Result[]} */
  const results = [];
  for (const part of lane) {
    if (results.some((before) => before.failed && before.part.name === part.needs)) {
      const output = `not run, because ${part.needs} failed`;
      console.log(`\n──── ${part.name}: ${output}`);
      results.push({ part, output, failed: true, passes: 0, failures: 1, time: output });
    } else {
      results.push(await result(part));
    }
  }
  return results;
}

/** The parts with these names and those they need; all parts if there are no names. @param {string[]} names */
function chosen(names) {
  const unknown = names.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}; there are ${parts.map((part) => part.name).join(', ')}`);
  const needed = names.map((name) => parts.find((part) => part.name === name)?.needs);
  return names.length === 0 ? parts.filter(({ named }) => !named) : parts.filter((part) => names.includes(part.name) || needed.includes(part.name));
}

async function main() {
  const start = performance.now();
  const wanted = chosen(process.argv.slice(2));
  await setUp('test');
  const lanes = ['cargo', 'package'].map((lane) => wanted.filter((part) => part.lane === lane));
  const results = (await Promise.all(lanes.map(inTurn))).flat();

  console.log(`\n──── summary (${secondsSince(start)})`);
  for (const { part, failed, passes, failures, time } of results) {
    console.log(`${failed ? 'FAILED' : 'passed'}  ${part.name.padEnd(12)} ${passes} passed, ${failures} failed (${time})`);
  }
  console.log(`\nthe ten slowest tests\n${slowest(results.map(({ output }) => output), 10).join('\n')}\n`);
  const total = (/** @type {'passes' | 'failures'} */ what) => results.reduce((sum, one) => sum + one[what], 0);
  console.log(`${total('passes')} passed, ${total('failures')} failed`);
  if (results.some(({ failed }) => failed)) process.exitCode = 1;
}

// An interrupted run ends its child processes.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
await main().catch(fail);

// Set-up: installs the tools that a script needs, unless they are installed.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, fail, run, secondsSince } from '../command.mjs';
import { isMain, lockedVersion, onPath, root, tools } from '../project.mjs';

/**
 * @typedef {'build' | 'test'} Level  the purpose of the set-up; `test` includes `build`
 * @typedef {object} Part
 * @property {string} name
 * @property {Level} level
 * @property {string} lane  parts of one lane run one after the other, lanes run in parallel
 * @property {() => Promise<boolean>} ready  whether it is installed
 * @property {() => Promise<unknown>} install
 * @property {string} byHand  the command for a person if `install` fails
 * @property {string} [without]  the effect of its absence, if it is optional
 */

const debianPackages = [
  'chromium', 'chromium-driver', 'firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth',
  'fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji', 'fonts-dejavu-core',
  // Libraries for the tests of hostile pages.
  'libjs-prototype', 'libjs-mootools',
];
const browserPrograms = ['chromium', 'chromedriver', 'firefox-esr', 'WebKitWebDriver', 'Xvfb'];

/** Whether the current toolchain has a path under its `lib/rustlib`. @param {string} path */
const inToolchain = async (path) =>
  existsSync(join((await run('rustc', ['--print', 'sysroot'])).trim(), 'lib/rustlib', path));

/** Whether the standard library's sources are installed, which its small build needs. */
export const hasRustSource = () => inToolchain('src/rust/library/std');

/** @returns {Part[]} */
const parts = () => [
  {
    name: 'Rust target wasm32-unknown-unknown',
    level: 'build',
    lane: 'rustup',
    ready: () => inToolchain('wasm32-unknown-unknown/lib'),
    install: () => run('rustup', ['target', 'add', 'wasm32-unknown-unknown']),
    byHand: 'rustup target add wasm32-unknown-unknown',
  },
  {
    name: 'Rust component rust-src',
    level: 'build',
    lane: 'rustup',
    ready: hasRustSource,
    install: () => run('rustup', ['component', 'add', 'rust-src']),
    byHand: 'rustup component add rust-src',
    without: 'the wasm is built on the ready-made standard library, and is larger',
  },
  cargoTool('build', 'wasm-bindgen-cli', 'wasm-bindgen', lockedVersion('wasm-bindgen')),
  cargoTool('test', 'wasm-pack', 'wasm-pack', '0.15.1'),
  cargoTool('test', 'geckodriver', 'geckodriver', '0.37.1'),
  {
    name: 'npm packages',
    level: 'build',
    lane: 'npm',
    ready: async () => (await readFile(npmStamp, 'utf8').catch(() => '')) === (await npmLockHash()),
    install: async () => {
      await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
      await writeFile(npmStamp, await npmLockHash());
    },
    byHand: 'npm ci',
  },
  {
    name: 'browsers and fonts',
    level: 'test',
    lane: 'apt',
    ready: hasBrowsers,
    install: installBrowsers,
    byHand: `install, as Debian calls them: ${debianPackages.join(' ')}`,
  },
];

/**
 * A command-line tool from crates.io, in a fixed version: taken from the PATH, or else built into the project's own
 * folder.
 * @param {Level} level @param {string} crate @param {string} program @param {string} version
 * @returns {Part}
 */
function cargoTool(level, crate, program, version) {
  return {
    name: `${crate} ${version}`,
    level,
    lane: 'cargo',
    ready: async () => {
      const said = await run(program, ['--version']).catch(() => '');
      return said.split(/\s+/).includes(version);
    },
    // Without `--locked`, because the tool's lock file may name a newer dependency than the registry in use serves. A
    // low optimisation level halves the build time; these tools run for a moment.
    install: () =>
      run('cargo', ['install', crate, '--version', version, '--root', tools, '--target-dir', toolBuilds], {
        env: { CARGO_PROFILE_RELEASE_OPT_LEVEL: '1', CARGO_PROFILE_RELEASE_LTO: 'off', CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16' },
      }),
    byHand: `cargo install ${crate} --version ${version}`,
  };
}
const toolBuilds = join(tools, 'build');

const npmStamp = join(root, 'node_modules', '.package-lock.sha256');
const npmLockHash = async () =>
  createHash('sha256').update(await readFile(join(root, 'package-lock.json'))).digest('hex');

async function hasBrowsers() {
  if (!onPath('dpkg-query')) return browserPrograms.every(onPath);
  const listed = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...debianPackages]).catch(
    (error) => (error instanceof CommandError ? error.output : ''),
  );
  return debianPackages.every((name) => listed.split('\n').includes(`${name} installed`));
}

async function installBrowsers() {
  if (!onPath('apt-get')) throw new Error('this machine has no apt-get');
  if (process.getuid?.() !== 0) throw new Error('apt-get needs root');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...debianPackages], { env });
}

/**
 * Prepares the machine for a level; prints a line for each installation.
 * @param {Level} level
 * @throws {Error} if a required part is missing and could not be installed
 */
export async function setUp(level) {
  const start = performance.now();
  const wanted = parts().filter((part) => level === 'test' || part.level === 'build');
  const states = await Promise.all(wanted.map((part) => part.ready()));
  const missing = wanted.filter((_, index) => !states[index]);
  if (missing.length === 0) return;

  const lanes = [...new Set(missing.map((part) => part.lane))];
  const inLane = (/** @type {string} */ lane) => missing.filter((part) => part.lane === lane);
  const failures = (await Promise.all(lanes.map((lane) => installInTurn(inLane(lane))))).flat();
  await rm(toolBuilds, { recursive: true, force: true });
  if (failures.length > 0) throw new Error(`set-up: ${failures.length} of ${missing.length} failed:\n${failures.join('\n')}`);
  console.log(`set-up: ready (${secondsSince(start)})`);
}

/** Installs the parts of a lane; returns a line for each required part that failed. @param {Part[]} lane */
async function installInTurn(lane) {
  const failures = [];
  for (const part of lane) {
    const start = performance.now();
    console.log(`set-up: installing ${part.name} …`);
    try {
      await part.install();
      if (!(await part.ready())) throw new Error('it was installed, but is not found');
      console.log(`set-up: ${part.name} installed (${secondsSince(start)})`);
    } catch (error) {
      if (error instanceof CommandError) console.error(error.output.trimEnd().split('\n').slice(-20).join('\n'));
      const reason = error instanceof Error ? error.message : String(error);
      const line = `  ${part.name}: ${reason}. By hand: ${part.byHand}`;
      if (part.without) console.log(`set-up: without ${part.name}, ${part.without}.\n${line}`);
      else failures.push(line);
    }
  }
  return failures;
}

if (isMain(import.meta.url)) {
  await setUp(process.argv[2] === 'test' ? 'test' : 'build').catch(fail);
}

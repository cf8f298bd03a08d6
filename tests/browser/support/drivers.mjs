// Starts the three engines by WebDriver: Chromium, Firefox, and WebKitGTK's MiniBrowser instead of Safari.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Builder, Capabilities } from 'selenium-webdriver';
import { onPath, toolEnv } from '../../../pkg-config/project.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

/** @type {Engine[]} */
const known = ['chromium', 'firefox', 'webkit'];

/** The engines of the tests: those in the variable ENGINES (comma-separated), by default all. @type {Engine[]} */
export const engines = chosen(process.env.ENGINES);

/**
 * Returns whether an engine takes a piece of work that all engines share.
 * @param {Engine} engine @param {number} index  of the piece
 */
export const takes = (engine, index) => index % known.length === known.indexOf(engine);

/** @param {string | undefined} list @returns {Engine[]} */
function chosen(list) {
  if (!list) return known;
  return list.split(',').map((name) => {
    const engine = known.find((one) => one === name.trim());
    if (!engine) throw new Error(`ENGINES: "${name}" is none of ${known.join(', ')}`);
    return engine;
  });
}

/** The same fonts on every machine. */
const FONTCONFIG_FILE = fileURLToPath(new URL('fonts.conf', import.meta.url));

// Browsers refuse to run sandboxed as root, the user in containers.
const asRoot = process.getuid?.() === 0;

/**
 * @typedef {object} Started
 * @property {import('selenium-webdriver').WebDriver} driver
 * @property {() => Promise<void>} stop
 */

/**
 * Starts an engine with a fresh profile.
 * @param {Engine} engine
 * @param {string} proxy  URL of the proxy for all requests to other machines
 * @returns {Promise<Started>}
 */
export async function start(engine, proxy) {
  const cleanups = /** @type {(() => unknown)[]} */ ([]);
  const stop = async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
    cleanups.length = 0;
  };
  try {
    const { program, args, capabilities, env } = await launch[engine](cleanups, proxy);
    const port = await freePort();
    const child = spawn(needed(program), [...args, `--port=${port}`], { env: { ...toolEnv, FONTCONFIG_FILE, ...env }, stdio: 'ignore' });
    cleanups.push(() => ended(child));
    await listening(port, child, program);
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(new Capabilities(capabilities))
      .build();
    cleanups.push(() => driver.quit().catch(() => undefined));
    await driver.manage().setTimeouts({ script: 180_000, pageLoad: 120_000, implicit: 0 });
    return { driver, stop };
  } catch (error) {
    await stop();
    throw new Error(`${engine} could not be started: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/** The proxy's address, as a WebDriver capability. @param {string} proxy */
const proxied = (proxy) => {
  const { host } = new URL(proxy);
  return { proxyType: 'manual', httpProxy: host, sslProxy: host, noProxy: ['127.0.0.1', 'localhost'] };
};

/**
 * How each engine is launched; actions for the end are added to `cleanups`.
 * @type {Record<Engine, (cleanups: (() => unknown)[], proxy: string) => Promise<{ program: string, args: string[], capabilities: object, env?: Record<string, string> }>>}
 */
const launch = {
  async chromium(cleanups, proxy) {
    const profile = temporaryFolder('chromium', cleanups);
    return {
      program: 'chromedriver',
      args: [],
      capabilities: {
        browserName: 'chrome',
        proxy: proxied(proxy),
        'goog:chromeOptions': {
          binary: needed('chromium'),
          args: [
            '--headless', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync', `--user-data-dir=${profile}`,
            ...(asRoot ? ['--no-sandbox'] : []),
          ],
        },
      },
    };
  },

  async firefox(_, proxy) {
    return {
      program: 'geckodriver',
      // Its default port for BiDi is the same for all runs on a machine.
      args: ['--allow-system-access', `--websocket-port=${await freePort()}`],
      capabilities: {
        browserName: 'firefox',
        proxy: proxied(proxy),
        webSocketUrl: true,
        'moz:firefoxOptions': { binary: onPath('firefox') ?? needed('firefox-esr'), args: ['-headless'] },
      },
    };
  },

  async webkit(cleanups, proxy) {
    const config = temporaryFolder('webkit', cleanups);
    mkdirSync(join(config, 'gtk-3.0'));
    writeFileSync(join(config, 'gtk-3.0', 'gtk.css'), narrowToolbar);
    const display = await virtualDisplay(cleanups);
    return {
      program: 'WebKitWebDriver',
      args: [],
      // Its driver would make it speak TLS to the proxy for https addresses.
      env: {
        DISPLAY: display, GDK_BACKEND: 'x11', XDG_CONFIG_HOME: config,
        http_proxy: proxy, https_proxy: proxy, no_proxy: '127.0.0.1,localhost',
      },
      capabilities: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
      },
    };
  },
};

/** MiniBrowser's toolbar keeps the window wider than a phone, unless its parts are small. */
const narrowToolbar = '* { font-size: 1px; min-width: 0; padding: 0; margin: 0; border-width: 0; -gtk-icon-transform: scale(0.1); }';

/** A new folder that is deleted at the end. @param {string} name @param {(() => unknown)[]} cleanups */
function temporaryFolder(name, cleanups) {
  const folder = mkdtempSync(join(tmpdir(), `article-widget-${name}-`));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** The file of a program. @param {string} program @throws {Error} if it is not installed */
function needed(program) {
  const file = onPath(program);
  if (!file) throw new Error(`${program} is not installed; \`node pkg-config/setup/setup.mjs test\` does it, or says how`);
  return file;
}

/** MiniBrowser is in a private folder of WebKitGTK, whose name contains the machine's type and the API's version. */
function miniBrowser() {
  const files = readdirSync('/usr/lib', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('-linux-'))
    .flatMap((entry) => ['4.1', '6.0', '4.0'].map((api) => `/usr/lib/${entry.name}/webkit2gtk-${api}/MiniBrowser`));
  const found = files.find((file) => existsSync(file));
  if (!found) throw new Error('MiniBrowser is not installed; `node pkg-config/setup/setup.mjs test` does it, or says how');
  return found;
}

/** Starts an X server without a screen. @param {(() => unknown)[]} cleanups @returns {Promise<string>} its display */
async function virtualDisplay(cleanups) {
  const child = spawn(needed('Xvfb'), ['-displayfd', '3', '-screen', '0', '2000x1600x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  cleanups.push(() => ended(child));
  const pipe = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  return new Promise((resolve, reject) => {
    pipe.on('data', (data) => resolve(`:${String(data).trim()}`));
    child.once('error', reject);
    child.once('exit', () => reject(new Error('Xvfb ended')));
  });
}

/** A free port. @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
        server.close(() => resolve(port));
      });
  });
}

/** Waits until a driver answers. @param {number} port @param {import('node:child_process').ChildProcess} child @param {string} program */
async function listening(port, child, program) {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`${program} ended with code ${child.exitCode}`);
    if (await fetch(`http://127.0.0.1:${port}/status`).then((answer) => answer.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${program} does not answer`);
}

/** Ends a child and waits for it. @param {import('node:child_process').ChildProcess} child @returns {Promise<void>} */
function ended(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const force = setTimeout(() => child.kill('SIGKILL'), 3000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

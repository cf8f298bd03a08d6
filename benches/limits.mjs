// Limits: the cost of the articles of tests/support/attacks.mjs, at the largest accepted size. Natively, in Node and in
// browsers; marks costs over the limits of SECURITY.md. Not a part of `npm run bench`, because its peers have no
// limits:
//
//     node benches/limits.mjs [native] [node] [chromium] [firefox] [webkit] [--bytes=4194304] [--only=tables]
//
// Needs `cargo build --release --features cli` and `npm run build`.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../pkg-config/serve/serve.mjs';
import { start } from '../tests/browser/support/drivers.mjs';
import { outside } from '../tests/browser/support/outside.mjs';
import { ATTACKS, attack } from '../tests/support/attacks.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
/** @param {string} name */
const option = (name) => process.argv.map((argument) => argument.split('=')).find(([key]) => key === `--${name}`)?.[1];
const bytes = Number(option('bytes') ?? 4 << 20);
const names = Object.keys(ATTACKS).filter((name) => name.includes(option('only') ?? ''));

/** @typedef {{ ms: number, mb: number, output?: number, width?: number, outcome?: string }} Cost  in browsers, of the longest task */

/** Limits: milliseconds, megabytes of memory, bytes of output, milliseconds until the article is complete. */
const limits = { ms: 2000, mb: 400, output: 32e6 };
const inBrowsers = { ms: 1000, whole: 10_000 };

/** Runs a program to its end, and measures it. @param {string} program @param {string[]} args @param {string} folder @returns {Promise<Cost>} */
function run(program, args, folder) {
  return new Promise((resolve) => {
    const out = join(folder, 'out');
    const began = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', openSync(out, 'w'), 'ignore'] });
    let mb = 0;
    const look = () => {
      try {
        mb = Math.max(mb, Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
      } catch {
        // The process has ended.
      }
    };
    const looking = setInterval(look, 5);
    const killing = setTimeout(() => child.kill('SIGKILL'), 30_000);
    child.on('exit', (code) => {
      clearInterval(looking);
      clearTimeout(killing);
      resolve({ ms: performance.now() - began, mb, output: statSync(out).size, outcome: `${code}` });
    });
  });
}

/** The script for Node: the time and the memory of only the rendering. */
const IN_NODE = `
  import { readFileSync } from 'node:fs';
  const { renderToString } = await import(process.argv[1]);
  renderToString({ headline: 'H' });
  const json = readFileSync(process.argv[2]);
  const began = performance.now();
  let outcome = 'load', output = 0;
  try { output = Buffer.byteLength(renderToString(new Uint8Array(json)).html); } catch (error) { outcome = error.code; }
  console.log(JSON.stringify({ ms: performance.now() - began, mb: process.resourceUsage().maxRSS / 1024, output, outcome }));
`;

/** @param {string} file @returns {Cost} */
function inNode(file) {
  const args = ['--input-type=module', '-e', IN_NODE, join(root, 'dist/server.js'), file];
  try {
    return JSON.parse(execFileSync(process.execPath, args, { timeout: 30_000 }).toString());
  } catch (error) {
    return { ms: 30_000, mb: 0, outcome: String(error).slice(0, 100) };
  }
}

const PAGE = `<!doctype html><meta charset=utf-8><title>Limits</title><script>
  let longest = 0, last = performance.now(), whole = 0, outcome = '';
  setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; }, 4);
  const began = performance.now();
  for (const type of ['load', 'error']) document.addEventListener(type, (event) => {
    if (!(event instanceof CustomEvent)) return;
    outcome = event.detail.code ?? type;
    requestAnimationFrame(() => setTimeout(() => { whole = performance.now() - began; }));
  }, true);
</script><script type=module src=/dist/article-widget.js></script><article-widget src=/attack.json></article-widget>`;

/** @param {import('../tests/browser/support/drivers.mjs').Engine} engine */
async function inBrowser(engine) {
  const [site, world] = await Promise.all([serve({}), outside()]);
  let { driver, stop } = await start(engine, world.url);
  return {
    /** @param {Uint8Array} json @returns {Promise<Cost & { whole: number }>} */
    async cost(json) {
      site.route('/attack.json', { type: 'application/json', body: /** @type {any} */ (Buffer.from(json)) });
      site.route('/limits.html', { type: 'text/html', body: PAGE });
      try {
        await driver.get(new URL('/limits.html', site.url).href);
        const script = `const done = arguments[0]; const wait = () => {
          if (!whole) return setTimeout(wait, 50);
          const before = whole;
          setTimeout(() => {
            const page = document.documentElement;
            done({ ms: longest, whole: before, outcome, width: page.scrollWidth - page.clientWidth, mb: (performance.memory?.usedJSHeapSize ?? 0) / 1e6 });
          }, 300);
        }; wait();`;
        return /** @type {any} */ (await driver.executeAsyncScript(script));
      } catch (error) {
        await stop().catch(() => {});
        ({ driver, stop } = await start(engine, world.url));
        return { ms: 20_000, whole: 20_000, mb: 0, outcome: String(error).slice(0, 80) };
      }
    },
    stop: () => Promise.all([stop(), site.close(), world.close()]),
  };
}

/** @param {string} where @param {string} name @param {Cost & { whole?: number }} cost @param {boolean} over */
function say(where, name, cost, over) {
  const { ms, whole, mb, output, width, outcome } = cost;
  const parts = [`${Math.round(ms)} ms`, whole === undefined ? '' : `whole ${Math.round(whole)} ms`, `${Math.round(mb)} MB`,
    output === undefined ? '' : `${(output / 1e6).toFixed(1)} MB out`, width ? `${width} px too wide` : '', outcome ?? ''];
  console.log(`${over ? 'OVER ' : '     '}${where.padEnd(9)}${name.padEnd(62)}${parts.filter(Boolean).join(', ')}`);
}

const folder = mkdtempSync(join(tmpdir(), 'article-widget-'));
try {
  for (const where of chosen.length > 0 ? chosen : ['native', 'node', 'chromium', 'firefox', 'webkit']) {
    const browser = where === 'native' || where === 'node' ? undefined : await inBrowser(/** @type {any} */ (where));
    for (const name of names) {
      const json = attack(name, bytes);
      const file = join(folder, 'article.json');
      writeFileSync(file, json);
      if (browser) {
        const cost = await browser.cost(json);
        say(where, name, cost, cost.ms > inBrowsers.ms || cost.whole > inBrowsers.whole || Number(cost.width) > 0 || !/^(load|empty-article|unknown-format)$/.test(cost.outcome ?? ''));
      } else {
        const cost = where === 'node' ? inNode(file) : await run(join(root, 'target/release/article-widget'), ['render', file], folder);
        say(where, name, cost, cost.ms > limits.ms || cost.mb > limits.mb || Number(cost.output) > limits.output);
      }
    }
    await browser?.stop();
  }
} finally {
  rmSync(folder, { recursive: true });
}

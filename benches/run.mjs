// `npm run bench`: builds, runs every bench with its peers, prints the tables, writes target/bench.json and RESULTS.md.
// `npm run bench -- NAME …` runs only these benches; the others keep their last results. `--scale=0.2` runs a fifth of
// the rounds.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from '../pkg-config/build/build.mjs';
import { fail, secondsSince } from '../pkg-config/command.mjs';
import { target } from '../pkg-config/project.mjs';
import { setUp } from '../pkg-config/setup/setup.mjs';
import { openChromium } from './support/chromium.mjs';
import { machine, runOf } from './support/machine.mjs';
import { installPackages } from './support/packages.mjs';
import { writeReport } from './support/report.mjs';
import { openSite } from './support/site.mjs';
import { tables } from './support/table.mjs';
import { cold } from './cold.mjs';
import { edge } from './edge.mjs';
import { growth } from './growth.mjs';
import { mainThread } from './main-thread.mjs';
import { memory } from './memory.mjs';
import { pictures } from './pictures.mjs';
import { size } from './size.mjs';
import { ssr } from './ssr.mjs';
import { update } from './update.mjs';
import { warm } from './warm.mjs';

/**
 * @typedef {import('./support/table.mjs').Result} Result
 * @typedef {import('./support/report.mjs').Runs} Runs
 *
 * @typedef {object} Setting
 * @property {import('./support/site.mjs').Site} site
 * @property {import('./support/chromium.mjs').Browser} browser
 * @property {number} scale  of the number of rounds
 * @property {(text: string) => void} say  reports progress
 *
 * @typedef {(setting: Setting) => Promise<Result[]>} Bench
 */

/** @type {Record<string, Bench>} */
const benches = { size, cold, warm, growth, 'main-thread': mainThread, update, memory, ssr, edge, pictures };

/** The impl with the ratio 1 in a bench's tables. */
const base = 'article-widget';

async function main() {
  const args = process.argv.slice(2);
  const scale = Number(args.find((arg) => arg.startsWith('--scale='))?.slice('--scale='.length) ?? 1);
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0 || !(scale > 0)) throw new Error(`bench: the benches are ${Object.keys(benches).join(', ')}; --scale=NUMBER`);

  await setUp('build');
  if (!args.includes('--no-build')) await build();
  await installPackages();
  const site = await openSite();
  const browser = await openChromium();
  const file = join(target, 'bench.json');
  const kept = await readFile(file, 'utf8').then(JSON.parse, () => ({ results: [] }));
  const about = await machine(browser.version());
  /** @type {Runs} */
  const runs = { ...kept.runs };
  /** @type {Result[]} */
  let results = kept.results;
  try {
    for (const name of names.length > 0 ? names : Object.keys(benches)) {
      runs[name] = await runOf(scale);
      const start = performance.now();
      const say = (/** @type {string} */ text) => console.error(`bench: ${name}: ${text} (${secondsSince(start)})`);
      const fresh = await benches[name]({ site, browser, scale, say });
      console.log(`\n## ${name}\n\n${tables(fresh, base)}`);
      const order = Object.keys(benches);
      results = [...results.filter(({ bench }) => bench !== name), ...fresh]
        .sort((a, b) => order.indexOf(a.bench) - order.indexOf(b.bench));
      await writeFile(file, `${JSON.stringify({ machine: about, runs, results }, null, 1)}\n`);
    }
  } finally {
    await browser.close();
    await site.close();
  }
  await writeReport(about, runs, results, base);
}

await main().catch(fail);

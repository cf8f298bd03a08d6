// Writes benches/RESULTS.md from the numbers of a run.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benches } from './packages.mjs';
import { digits, tables } from './table.mjs';

/**
 * @typedef {import('./table.mjs').Result} Result
 *
 * @typedef {object} Budget  of the design
 * @property {string} what
 * @property {number} must
 * @property {number} goal
 * @property {string} unit
 * @property {(median: (bench: string, name: string, impl?: string) => number) => number} value
 */

const slow = 'slow 4G, 4x CPU';
const fetched = 'everything for a first article of json, brotli';

/** @param {string} name @returns {Budget['value']} */
function overLit(name) {
  return (of) => of('cold', name) / of('cold', name, 'lit-dompurify');
}

/** @type {Budget[]} */
const budgets = [
  { what: 'everything for a first article: JS, wasm, CSS; brotli; own format', must: 45, goal: 30, unit: 'KB', value: (of) => of('size', fetched) },
  { what: 'wasm, raw', must: 128, goal: 90, unit: 'KB', value: (of) => of('size', 'wasm, raw', 'article-widget.wasm') },
  { what: 'JS loader before wasm, brotli', must: 8, goal: 5, unit: 'KB', value: (of) => of('size', 'files of article-widget for json, brotli', 'article-widget.js') },
  { what: 'warm render of 1 MB over innerHTML of ready-made HTML', must: 1.6, goal: 1.2, unit: '', value: (of) => of('warm', 'json 1 MB') / of('warm', 'json 1 MB', 'innerhtml') },
  { what: 'the same, to the frame that shows it', must: 1.6, goal: 1.2, unit: '', value: (of) => of('warm', 'json 1 MB, to the frame') / of('warm', 'json 1 MB, to the frame', 'innerhtml') },
  { what: 'warm render of 10 KB over hand-written createElement', must: 1.5, goal: 1.1, unit: '', value: (of) => of('warm', 'json 10 KB') / of('warm', 'json 10 KB', 'createelement') },
  { what: 'cold start over lit + DOMPurify, body of HTML', must: 1.1, goal: 0.85, unit: '', value: overLit(`html, ${slow}`) },
  { what: 'the same, both with preloads', must: 1.1, goal: 0.85, unit: '', value: overLit(`html, ${slow}, preloads`) },
  { what: 'the same without preloads, the format not named', must: 1.1, goal: 0.85, unit: '', value: overLit(`html, ${slow}, format not named`) },
  { what: 'cold start over lit without DOMPurify, own JSON', must: 1.1, goal: 0.85, unit: '', value: overLit(`json, ${slow}`) },
  { what: 'the same, both with preloads', must: 1.1, goal: 0.85, unit: '', value: overLit(`json, ${slow}, preloads`) },
  { what: 'server-rendered article over the same as static HTML', must: 1.1, goal: 1.02, unit: '', value: (of) => of('cold', `json, ${slow}, rendered by the server`) / of('cold', `json, ${slow}, rendered by the server`, 'static-html') },
  { what: 'longest task, 1 MB, 4x CPU', must: 200, goal: 50, unit: 'ms', value: (of) => of('main-thread', '1 MB, 4x CPU: longest task') },
  { what: 'growth of the heaps after 1,000 mounts and removals', must: 5, goal: 0, unit: '%', value: (of) => of('memory', 'growth after 1,000 mounts and removals') },
];

/** @param {object} about */
const entries = (about) => Object.entries(about).map(([name, value]) => `${name}: ${value}`);

const file = join(benches, 'RESULTS.md');

/**
 * @typedef {Record<string, Awaited<ReturnType<typeof import('./machine.mjs').runOf>>>} Runs  the last one of each bench
 *
 * @param {Awaited<ReturnType<typeof import('./machine.mjs').machine>>} machine
 * @param {Runs} runs
 * @param {Result[]} results
 * @param {string} base
 */
export async function writeReport(machine, runs, results, base) {
  const { versions, ...about } = machine;
  const before = await readFile(file, 'utf8').catch(() => '');
  // The tables of the last report by their names: benches whose numbers are not on this machine keep them.
  const kept = new Map(before.split('\n## ').slice(1).map((section) => [section.slice(0, section.indexOf('\n')), section.trim()]));
  const rows = (kept.get('Budgets') ?? '').split('\n').filter((row) => row.startsWith('| ')).slice(1);
  kept.delete('Budgets');
  const measured = new Set(results.map(({ bench }) => bench));
  const names = [...new Set([...kept.keys(), ...measured])];
  const tablesOf = (/** @type {string} */ name) => [`## ${name}`, entries(runs[name]).join(', '), tables(results.filter(({ bench }) => bench === name), base)];
  const text = [
    '# Results',
    'Written by `npm run bench`. [README.md](README.md) describes what is measured, and how.',
    entries(about).map((entry) => `- ${entry}`).join('\n'),
    `Versions: ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ')}.`,
    'The load beside each bench is the number of processes that wanted a processor core when the bench began. If it is above the number of cores, compare ratios instead of times. The scale multiplies the number of rounds.',
    `Ratios are over ${base}'s median of the same table.`,
    '## Budgets', budgetTable(results, rows),
    ...names.flatMap((name) => (measured.has(name) ? tablesOf(name) : [`## ${kept.get(name)}`])),
  ].join('\n\n');
  await writeFile(file, `${text}\n`);
  console.log(`\n${budgetTable(results, rows)}`);
}

/** @param {Result[]} results @param {string[]} rows  of the last report */
function budgetTable(results, rows) {
  const median = (/** @type {string} */ bench, /** @type {string} */ name, impl = 'article-widget') =>
    results.find((one) => one.bench === bench && one.case === name && one.impl === impl)?.median ?? NaN;
  const lines = budgets.map(({ what, must, goal, unit, value }, index) => {
    const measured = value(median);
    // Some budgets have the same name as others.
    if (Number.isNaN(measured) && rows[index]?.startsWith(`| ${what} |`)) return rows[index];
    const verdict = Number.isNaN(measured) ? 'not measured' : measured <= goal ? 'goal' : measured <= must ? 'must' : '**over**';
    const shown = Number.isNaN(measured) ? '' : `${digits(measured)} ${unit}`;
    return `| ${what} | ${shown} | ${must} ${unit} | ${goal} ${unit} | ${verdict} |`;
  });
  return ['| budget | measured | must | goal | reached |', '|---|--:|--:|--:|---|', ...lines].join('\n');
}

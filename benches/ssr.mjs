// Servers: from the bytes of an article to its HTML, article-widget in Node and natively, compared with other
// renderers.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { run } from '../pkg-config/command.mjs';
import { dist, root, target } from '../pkg-config/project.mjs';
import { article } from './articles/formats.mjs';
import { parts } from './articles/parts.mjs';
import { benches } from './support/packages.mjs';
import { shuffled, spread } from './support/statistics.mjs';

/**
 * @import { Bench } from './run.mjs'
 *
 * @typedef {(bytes: Uint8Array) => string} Render
 * @typedef {{ impl: string, time: (times: number) => number | Promise<number> }} Runner  milliseconds for that many
 *   renderings
 */

const sizes = [
  { name: '10 KB', bytes: 10_000, repetitions: 20, warming: 30, rounds: 40 },
  { name: '100 KB', bytes: 100_000, repetitions: 3, warming: 20, rounds: 30 },
];

/** @type {Bench} */
export async function ssr({ scale, say }) {
  const results = [];
  const folder = await mkdtemp(join(tmpdir(), 'article-widget-ssr-'));
  try {
    const peers = await loadPeers();
    for (const format of /** @type {const} */ (['json', 'html'])) {
      for (const { name, bytes, repetitions, warming, rounds } of sizes) {
        say(`${format} ${name}`);
        const input = new TextEncoder().encode(JSON.stringify(article(format, bytes)));
        const file = join(folder, `${format}-${bytes}.json`);
        await writeFile(file, input);
        const renders = peers(format);
        compare(renders, input);
        const native = await openNative(file);
        const runners = [...Object.entries(renders).map(([impl, render]) => runner(impl, render, input)), { impl: 'article-widget native', time: native.time }];
        for (let round = 0; round < warming; round++) for (const { time } of runners) await time(repetitions);
        const samples = new Map(runners.map(({ impl }) => [impl, /** @type {number[]} */ ([])]));
        for (let round = 0; round < Math.max(3, Math.round(rounds * scale)); round++) {
          for (const { impl, time } of shuffled(runners)) samples.get(impl)?.push((await time(repetitions)) / repetitions);
        }
        native.close();
        for (const [impl, times] of samples) results.push({ bench: 'ssr', case: `${format} ${name}`, impl, ...spread(times), unit: 'ms' });
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return results;
}

/** @param {string} impl @param {Render} render @param {Uint8Array} input @returns {Runner} */
function runner(impl, render, input) {
  return {
    impl,
    time(times) {
      const start = performance.now();
      for (let time = 0; time < times; time++) render(input);
      return performance.now() - start;
    },
  };
}

/** The renderers of a format, by name. */
async function loadPeers() {
  const { renderToString } = await import(join(dist, 'server.js'));
  const [react, preact, template, { sanitizers }] = await Promise.all(['react.jsx', 'preact.jsx', 'template.js', 'sanitizers.js'].map(load));
  return (/** @type {'json' | 'html'} */ format) => {
    /** @type {Record<string, Render>} */
    const renders = { 'article-widget': (bytes) => renderToString(bytes, { parts }).html };
    for (const [name, peer] of Object.entries({ 'react-dom/server': react, 'preact-render-to-string': preact, template })) {
      if (format === 'json') renders[name] = peer.json;
      else for (const [sanitizer, sanitize] of Object.entries(sanitizers)) renders[`${name} + ${sanitizer}`] = peer.html(sanitize);
    }
    return renders;
  };
}

/** A peer, built for production; its packages are not bundled, as on a server. @param {string} name */
async function load(name) {
  const { build } = await import('esbuild');
  const outfile = join(benches, 'node_modules/.servers', name.replace(/\.jsx?$/, '.mjs'));
  await build({
    entryPoints: [join(benches, 'servers', name)], outfile, bundle: true, format: 'esm', platform: 'node', packages: 'external', logLevel: 'warning',
    jsx: 'automatic', jsxImportSource: name.startsWith('preact') ? 'preact' : 'react',
  });
  return import(outfile);
}

/** Asserts that all show the same text. @param {Record<string, Render>} renders @param {Uint8Array} input */
function compare(renders, input) {
  const [[, own], ...others] = Object.entries(renders);
  const expected = textOf(own(input));
  for (const [impl, render] of others) {
    const text = textOf(render(input));
    const at = [...text].findIndex((character, index) => character !== expected[index]);
    if (text !== expected) throw new Error(`bench: ${impl} shows another text: ${text.slice(at - 40, at + 40)} in place of ${expected.slice(at - 40, at + 40)}`);
  }
}

/** The text of HTML, without its spaces. @param {string} html */
const textOf = (html) =>
  html.replace(/<[^>]*>/g, '').replace(/&(?:#x?\w+|\w+);/g, (entity) => ENTITIES[entity] ?? entity).replace(/\s+/g, '');

/** @type {Record<string, string>} */
const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&nbsp;': '\u00A0' };

/** Renders natively, in a separate process that takes commands. @param {string} file */
async function openNative(file) {
  const folder = join(target, 'bench-native');
  await run('cargo', ['build', '--release', '--locked', '--manifest-path', join(benches, 'native/Cargo.toml'), '--target-dir', folder]);
  const program = join(folder, 'release/article-widget-bench');
  const child = spawn(program, [file], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    time: async (/** @type {number} */ times) => {
      child.stdin.write(`0 ${times}\n`);
      return Number((await lines.next()).value) / 1e6;
    },
    close: () => child.stdin.end(),
  };
}

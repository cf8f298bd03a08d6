// The handler `article-widget/worker` under load, on loopback, in Cloudflare's own runtime and in Node: requests a
// second, the 95th percentile, memory. Requests and connections are bounded; client and servers share the machine.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { serve } from '../pkg-config/serve/serve.mjs';
import { install } from '../tests/ecosystem/project.mjs';
import { startWorkerd } from '../tests/ecosystem/workerd.mjs';
import { article } from './articles/formats.mjs';

/** @typedef {import('./support/table.mjs').Result} Result */

/** Number of busy connections. */
const CONNECTIONS = 32;

/** Rounds of each case. */
const ROUNDS = 3;

/**
 * Requests addresses, several at a time, and measures the time of each.
 * @param {string[]} addresses @param {Record<string, string>} headers @param {number} status  that all have
 * @returns {Promise<{ perSecond: number, p95: number }>}
 */
async function load(addresses, headers, status) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  /** @type {number[]} */
  const times = [];
  let next = 0;
  const began = performance.now();
  const ask = (/** @type {string} */ address) => new Promise((resolve, reject) => {
    const start = performance.now();
    get(address, { agent, headers }, (response) => {
      response.resume().on('end', () => {
        times.push(performance.now() - start);
        if (response.statusCode === status) resolve(undefined);
        else reject(new Error(`status ${response.statusCode} from ${address}`));
      });
    }).on('error', reject);
  });
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    while (next < addresses.length) await ask(addresses[next++]);
  }));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p95: times[Math.floor(times.length * 0.95)] };
}

/** Memory of a process, current and peak, in MB. @param {number} pid */
async function memoryOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const [now, most] = ['VmRSS', 'VmHWM'].map((name) => Number(new RegExp(`${name}:\\s*(\\d+)`).exec(status)?.[1]) / 1000);
  return { now, most };
}

/** Starts the handler in Node. @param {string} folder @param {string} origin */
async function startNode(folder, origin) {
  const child = spawn(process.execPath, ['src/serve.js', origin], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`Node ended with code ${code}`)));
    child.stdout.setEncoding('utf8').on('data', (text) => resolve(text.trim()));
  });
  return { url: `http://127.0.0.1:${port}`, pid: /** @type {number} */ (child.pid), close: async () => void (child.removeAllListeners('exit'), child.kill()) };
}

/** @type {(setting: import('./run.mjs').Setting) => Promise<Result[]>} */
export async function edge({ scale, say }) {
  const folder = await install('runtimes');
  const json = JSON.stringify(article('json', 10_000));
  const site = await serve({ mounts: {} });
  const reply = { body: json, type: 'application/json', headers: { 'cache-control': 'max-age=600' } };
  const count = Math.max(200, Math.round(3000 * scale));
  /** @type {Result[]} */
  const results = [];
  try {
    for (const impl of ['workerd', 'Node']) {
      const server = impl === 'workerd' ? await startWorkerd(folder, 'src/bench.js', new URL(site.url).host) : await startNode(folder, site.url);
      const origin = impl === 'workerd' ? 'https://news.example' : site.url;
      const at = (/** @type {string} */ path) => `${server.url}/?url=${encodeURIComponent(origin + path)}`;
      site.route('/kept.json', reply);
      const { headers } = await fetch(at('/kept.json'));
      const memory = await memoryOf(server.pid);
      /** @type {Record<string, { addresses: (round: number) => string[], headers?: Record<string, string>, status?: number }>} */
      const cases = {
        'a page of 10 KB from memory': { addresses: () => new Array(count).fill(at('/kept.json')) },
        'the same, not changed (304)': { addresses: () => new Array(count).fill(at('/kept.json')), headers: { 'if-none-match': headers.get('etag') ?? '' }, status: 304 },
        'a page of 10 KB that is fetched and rendered': {
          addresses: (round) => Array.from({ length: Math.round(count / 3) }, (_, index) => {
            site.route(`/${round}-${index}.json`, reply);
            return at(`/${round}-${index}.json`);
          }),
        },
      };
      for (const [name, { addresses, headers: sent = {}, status = 200 }] of Object.entries(cases)) {
        const rounds = [];
        for (let round = 0; round < ROUNDS; round++) {
          say(`${impl}: ${name}, round ${round + 1}`);
          rounds.push(await load(addresses(round), sent, status));
        }
        const row = (/** @type {string} */ what, /** @type {number[]} */ values, /** @type {string} */ unit) => {
          const [min, median, max] = [...values].sort((a, b) => a - b);
          results.push({ bench: 'edge', case: `${name}${what}`, impl, median, min, max, unit });
        };
        row(', requests', rounds.map(({ perSecond }) => perSecond), '/s');
        row(', 95th percentile', rounds.map(({ p95 }) => p95), 'ms');
      }
      const { most } = await memoryOf(server.pid);
      results.push({ bench: 'edge', case: 'memory of the process after the first page', impl, median: memory.now, min: memory.now, max: memory.now, unit: 'MB' });
      results.push({ bench: 'edge', case: 'memory of the process at most', impl, median: most, min: most, max: most, unit: 'MB' });
      await server.close();
      site.reset();
    }
  } finally {
    await site.close();
  }
  return results.sort((a, b) => a.case.localeCompare(b.case));
}

// Articles of any size, as a neutral list of blocks that ./formats.mjs writes in each format.
import { seeded } from './random.mjs';
import { scripts } from './words.mjs';

/**
 * @typedef {{ text: string, marks: ('strong' | 'em')[], url?: string }} Span
 *
 * @typedef {{ type: 'paragraph', spans: Span[] }
 *   | { type: 'heading', text: string }
 *   | { type: 'list', ordered: boolean, items: string[] }
 *   | { type: 'quote', text: string }
 *   | { type: 'image', src: string, alt: string, width: number, height: number, caption: string }} Block
 *
 * @typedef {object} Draft
 * @property {string} headline
 * @property {string} description
 * @property {string} datePublished  ISO 8601 with `Z`
 * @property {string} author
 * @property {Block[]} blocks
 */

/** The host of links and pictures. Nothing is fetched from it, because pictures load lazily, off the screen. */
const site = 'https://news.example';

/**
 * An article whose size by `measure` is at least `bytes`; slightly larger, because blocks are whole.
 * @param {number} seed @param {number} bytes @param {(block: Block) => number} measure
 * @returns {Draft}
 */
export function draft(seed, bytes, measure) {
  const random = seeded(seed);
  const [latin] = scripts;
  /** @type {Draft} */
  const article = {
    headline: sentence(random, latin, 7),
    description: sentence(random, latin, 18),
    datePublished: '2026-09-01T07:30:00Z',
    author: 'Mara Lindt',
    blocks: [],
  };
  let size = 300;
  while (size < bytes) {
    const made = block(random, article.blocks.length);
    article.blocks.push(made);
    size += measure(made);
  }
  return article;
}

/** @param {import('./random.mjs').Random} random @param {number} index @returns {Block} */
function block(random, index) {
  const script = scriptFor(random);
  // The first screen is text, so that the largest contentful paint is text of the article and not a picture.
  const kind = index < 8 ? 0 : random.next();
  if (kind < 0.82) return paragraph(random, script);
  if (kind < 0.88) return { type: 'heading', text: sentence(random, script, 5) };
  if (kind < 0.93) {
    const items = Array.from({ length: random.integer(3, 6) }, () => sentence(random, script, random.integer(4, 10)));
    return { type: 'list', ordered: random.chance(0.4), items };
  }
  if (kind < 0.97) return { type: 'quote', text: sentence(random, script, 20) };
  return {
    type: 'image', src: `${site}/pictures/${index}.jpg`, alt: sentence(random, script, 6), width: 1200, height: 800,
    caption: sentence(random, script, 9),
  };
}

/** @param {import('./random.mjs').Random} random @param {import('./words.mjs').Script} script @returns {Block} */
function paragraph(random, script) {
  /** @type {Span[]} */
  const spans = [];
  for (let left = random.integer(2, 5); left > 0; left--) {
    spans.push({ text: `${sentence(random, script, random.integer(6, 16))} `, marks: [] });
    const kind = random.next();
    const text = sentence(random, script, 2);
    if (kind < 0.12) spans.push({ text, marks: ['strong'] });
    else if (kind < 0.24) spans.push({ text, marks: ['em'] });
    else if (kind < 0.34) spans.push({ text, marks: [], url: `${site}/articles/${random.integer(1, 9999)}` });
    else continue;
    spans.push({ text: ' ', marks: [] });
  }
  spans.push({ text: sentence(random, script, 6), marks: [] });
  return { type: 'paragraph', spans: joined(spans) };
}

/** Joins neighbours without marks into one run of text, as editors write them. @param {Span[]} spans */
function joined(spans) {
  /** @type {Span[]} */
  const list = [];
  for (const span of spans) {
    const last = list.at(-1);
    const plain = (/** @type {Span | undefined} */ one) => one && one.marks.length === 0 && one.url === undefined;
    if (last && plain(last) && plain(span)) last.text += span.text;
    else list.push({ ...span });
  }
  return list;
}

/** @param {import('./random.mjs').Random} random */
function scriptFor(random) {
  let at = random.next();
  return scripts.find(({ weight }) => (at -= weight) < 0) ?? scripts[0];
}

/** @param {import('./random.mjs').Random} random @param {import('./words.mjs').Script} script @param {number} words */
function sentence(random, script, words) {
  const list = Array.from({ length: words }, () => random.pick(script.words));
  const text = list.join(script.space) + script.stop.trimEnd();
  return text[0].toUpperCase() + text.slice(1);
}

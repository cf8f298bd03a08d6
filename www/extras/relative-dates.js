// How long ago things were, kept current: fetched for `dates="relative"` alone.
import { bare } from '../render/bare.js';
import { call, element, own } from '../render/dom.js';
import { kept } from '../loading/memoize.js';
import { locales } from './locales.js';

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;

/** From this age on a date says more. */
const OLD = 7 * DAY;

/** An instant: a date with a time and an offset. Without the offset nobody knows how long ago it was. */
const INSTANT = /T.*(Z|[+-]\d\d:\d\d)$/;

/**
 * The articles that are kept current. All else stands in their nodes, which an update may change at any time.
 * @type {Set<Element>}
 */
const articles = new Set();

/** @type {ReturnType<typeof setTimeout> | undefined} the one timer of the page: runs while a time is shown and seen */
let timer;

/**
 * Shows the instants of an article as how long ago they were. The date stays in the tooltip, and is what assistive
 * technology reads. Dates that are no instants, of the future, or of a week ago stay as they are.
 * @param {Element} article
 */
export function makeRelative(article) {
  for (const time of timesOf(article)) {
    const age = ageOf(time);
    if (shownIn(time) || !isRecent(age)) continue;
    const absolute = time.textContent ?? '';
    const shown = element(time.ownerDocument, 'span', { 'aria-hidden': 'true' });
    shown.textContent = inWords(time, age)[0];
    const read = element(time.ownerDocument, 'span');
    read.textContent = absolute;
    // Out of sight and still read; by rules of the node itself, since this file is rarely here.
    Object.assign(read.style, { position: 'absolute', inlineSize: '1px', blockSize: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' });
    time.title = absolute;
    time.replaceChildren(shown, read);
  }
}

/**
 * Keeps current what `makeRelative` has made, for as long as the article is in the page.
 * @param {Element} article
 */
export function keepCurrent(article) {
  articles.add(article);
  call(document, 'addEventListener', 'visibilitychange', update);
  update();
}

/** @param {Element} article @returns {NodeListOf<HTMLElement>} */
const timesOf = (article) => article.querySelectorAll('time[datetime]');

/** Where a time says how long ago it was. @param {Element} time */
const shownIn = (time) => time.querySelector('[aria-hidden]');

/** How long ago a time is, in milliseconds; not a number where it is no instant. @param {Element} time */
function ageOf(time) {
  const instant = time.getAttribute('datetime') ?? '';
  return Date.now() - (INSTANT.test(instant) ? Date.parse(instant) : NaN);
}

/** @param {number} age */
const isRecent = (age) => age >= 0 && age < OLD;

/**
 * An age in the language of the text, and in how many milliseconds these words will be others.
 * @param {Element} time @param {number} age
 * @returns {[string, number]}
 */
function inWords(time, age) {
  const languages = locales(/** @type {HTMLElement | null} */ (time.closest('[lang]'))?.lang || 'en');
  /** @type {[number, Intl.RelativeTimeFormatUnit]} */
  const [length, unit] = age < HOUR ? [MINUTE, 'minute'] : age < DAY ? [HOUR, 'hour'] : [DAY, 'day'];
  const count = Math.floor(age / length);
  // Of its own words a language has for none ("now") but not for one: yesterday is no matter of 24 hours.
  const numeric = count === 0 ? 'auto' : 'always';
  const format = kept(`ago ${numeric} ${languages}`, () => new Intl.RelativeTimeFormat(languages, bare({ numeric })));
  return [count === 0 ? format.format(0, 'second') : format.format(-count, unit), length - (age % length)];
}

/** Brings all times up to date, and does so again when the next of them changes. */
function update() {
  clearTimeout(timer);
  let next = Infinity;
  for (const article of articles) {
    let some = false;
    for (const time of article.isConnected ? timesOf(article) : []) {
      const shown = shownIn(time);
      const age = ageOf(time);
      if (!shown) continue;
      if (isRecent(age)) {
        const [words, milliseconds] = inWords(time, age);
        if (shown.textContent !== words) shown.textContent = words;
        next = Math.min(next, milliseconds);
        some = true;
      } else {
        time.textContent = shown.nextSibling?.textContent ?? '';
        time.removeAttribute('title');
      }
    }
    if (!some) articles.delete(article);
  }
  if (articles.size === 0) call(document, 'removeEventListener', 'visibilitychange', update);
  else if (!own(document, 'hidden')) timer = setTimeout(update, next);
}

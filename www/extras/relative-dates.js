// Relative dates, kept current: fetched only for `dates="relative"`.
import { bare } from '../render/bare.js';
import { call, element, own } from '../render/dom.js';
import { kept } from '../loading/memoize.js';
import { locales } from './locales.js';

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;

/** From this age on the date is shown instead. */
const OLD = 7 * DAY;

/** An instant: a date with a time and an offset. Without an offset its age is unknown. */
const INSTANT = /T.*(Z|[+-]\d\d:\d\d)$/;

/**
 * The articles that are kept current. All other state is in their nodes, which an update may change at any time.
 * @type {Set<Element>}
 */
const articles = new Set();

/**
 * @type {ReturnType<typeof setTimeout> | undefined} the page's only timer: runs while a relative date is visible
 */
let timer;

/**
 * Shows the instants of an article as relative dates. The date stays in the tooltip, and assistive technology reads it.
 * Dates that are not instants, are in the future, or are a week old stay as they are.
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
    // Invisible but read aloud. Inline styles, because few pages load this script.
    Object.assign(read.style, { position: 'absolute', inlineSize: '1px', blockSize: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' });
    time.title = absolute;
    time.replaceChildren(shown, read);
  }
}

/**
 * Keeps the relative dates of `makeRelative` current while the article is in the page.
 * @param {Element} article
 */
export function keepCurrent(article) {
  articles.add(article);
  call(document, 'addEventListener', 'visibilitychange', update);
  update();
}

/** @param {Element} article @returns {NodeListOf<HTMLElement>} */
const timesOf = (article) => article.querySelectorAll('time[datetime]');

/** The element with the relative date of a `time`. @param {Element} time */
const shownIn = (time) => time.querySelector('[aria-hidden]');

/** The age of a time in milliseconds; NaN if it is not an instant. @param {Element} time */
function ageOf(time) {
  const instant = time.getAttribute('datetime') ?? '';
  return Date.now() - (INSTANT.test(instant) ? Date.parse(instant) : NaN);
}

/** @param {number} age */
const isRecent = (age) => age >= 0 && age < OLD;

/**
 * An age in the language of the text, and the milliseconds until these words change.
 * @param {Element} time @param {number} age
 * @returns {[string, number]}
 */
function inWords(time, age) {
  const languages = locales(/** @type {HTMLElement | null} */ (time.closest('[lang]'))?.lang || 'en');
  /** @type {[number, Intl.RelativeTimeFormatUnit]} */
  const [length, unit] = age < HOUR ? [MINUTE, 'minute'] : age < DAY ? [HOUR, 'hour'] : [DAY, 'day'];
  const count = Math.floor(age / length);
  // Uses a language's own word for 0 ("now") but not for 1: "yesterday" does not mean 24 hours ago.
  const numeric = count === 0 ? 'auto' : 'always';
  const format = kept(`ago ${numeric} ${languages}`, () => new Intl.RelativeTimeFormat(languages, bare({ numeric })));
  return [count === 0 ? format.format(0, 'second') : format.format(-count, unit), length - (age % length)];
}

/** Updates all relative dates, and again when the next of them changes. */
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

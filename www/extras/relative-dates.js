// How long ago things were, kept current: fetched for `dates="relative"` alone.
import { element } from '../render/dom.js';

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;

/** From this age on a date says more. */
const OLD = 7 * DAY;

/** An instant: a date with a time and an offset. Without the offset nobody knows how long ago it was. */
const INSTANT = /T.*(Z|[+-]\d\d:\d\d)$/;

/** @type {Map<HTMLElement, { shown: HTMLElement, at: number, absolute: string, format: Intl.RelativeTimeFormat }>} by `<time>` */
const kept = new Map();

/** @type {ReturnType<typeof setTimeout> | undefined} the one timer of the page: runs while a time is shown and seen */
let timer;

/**
 * Shows the instants of an article as how long ago they were. The date stays in the tooltip, and is what assistive
 * technology reads. Dates that are no instants, of the future, or of a week ago stay as they are.
 * @param {Element} article
 */
export function keepRelative(article) {
  for (const time of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll('time[datetime]'))) {
    const at = Date.parse(time.getAttribute('datetime') ?? '');
    if (kept.has(time) || !INSTANT.test(time.getAttribute('datetime') ?? '') || !isRecent(at)) continue;
    const absolute = time.textContent ?? '';
    const lang = /** @type {HTMLElement | null} */ (time.closest('[lang]'))?.lang || 'en';
    const shown = element(time.ownerDocument, 'span', { 'aria-hidden': 'true' });
    const read = element(time.ownerDocument, 'span');
    read.textContent = absolute;
    // Out of sight and still read; by rules of the node itself, since this file is rarely here.
    Object.assign(read.style, { position: 'absolute', inlineSize: '1px', blockSize: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' });
    time.title = absolute;
    time.replaceChildren(shown, read);
    kept.set(time, { shown, at, absolute, format: new Intl.RelativeTimeFormat([lang, 'en'], { numeric: 'auto' }) });
  }
  document.addEventListener('visibilitychange', update);
  update();
}

/** @param {number} at */
const isRecent = (at) => at <= Date.now() && Date.now() - at < OLD;

/** Brings all times up to date, and does so again when the next of them changes. */
function update() {
  clearTimeout(timer);
  let next = Infinity;
  for (const [time, { shown, at, absolute, format }] of kept) {
    if (!time.isConnected) {
      kept.delete(time);
    } else if (!isRecent(at)) {
      time.replaceChildren(absolute);
      time.removeAttribute('title');
      kept.delete(time);
    } else {
      const age = Date.now() - at;
      const [length, unit] = age < HOUR ? [MINUTE, 'minute'] : age < DAY ? [HOUR, 'hour'] : [DAY, 'day'];
      const count = Math.floor(age / length);
      // Of its own words a language has for none ("now") but not for one: yesterday is no matter of 24 hours.
      const text = count === 0 ? format.format(0, 'second') : numeric(format).format(-count, /** @type {Intl.RelativeTimeFormatUnit} */ (unit));
      if (shown.textContent !== text) shown.textContent = text;
      next = Math.min(next, length - (age % length));
    }
  }
  if (kept.size === 0) document.removeEventListener('visibilitychange', update);
  else if (!document.hidden) timer = setTimeout(update, next);
}

/** @type {Map<string, Intl.RelativeTimeFormat>} */
const formats = new Map();

/** The same in numbers always. @param {Intl.RelativeTimeFormat} format */
function numeric(format) {
  const { locale } = format.resolvedOptions();
  let found = formats.get(locale);
  if (!found) formats.set(locale, found = new Intl.RelativeTimeFormat(locale));
  return found;
}

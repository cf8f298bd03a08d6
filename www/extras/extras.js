// What few pages need: relative dates, embeds in their place and the lightbox, for which there are options; changes to a
// shown article; the JavaScript build of the core. Fetched then.
import { element } from '../render/dom.js';
import { keepOpened, openEmbed, prepareEmbeds } from './embeds.js';
import { morph } from './morph.js';
import { keepCurrent, makeRelative } from './relative-dates.js';
import { verified } from '../loading/module-integrity.js';

export { loadFallback } from './fallback.js';
export { layOutAround } from './note-links.js';

/** @import { Options } from '../entry/index.d.ts' */

/** @typedef {(lang: string) => string} LabelsOf  the row of labels in a language */

/** @type {WeakMap<ShadowRoot, Options>} the options of the article that a root shows now */
const shown = new WeakMap();

/**
 * Extends the article of a root as the options say.
 * @param {ShadowRoot} root
 * @param {Options} options
 * @param {LabelsOf} labelsOf
 * @param {AbortSignal} signal  of the widget's end
 */
export function extend(root, options, labelsOf, signal) {
  const article = /** @type {HTMLElement | null} */ (root.querySelector('[part~=article]'));
  if (!article) return;
  prepare(article, options, labelsOf);
  if (options.dates === 'relative') attempt(() => keepCurrent(article));
  const listens = shown.has(root);
  shown.set(root, options);
  if (listens) return;
  // Behind the widget's own listener, which lets the host have the click.
  const listener = (/** @type {Event} */ event) => attempt(() => click(/** @type {MouseEvent} */ (event), shown.get(root), labelsOf));
  root.addEventListener('click', listener);
  signal.addEventListener('abort', () => {
    shown.delete(root);
    root.removeEventListener('click', listener);
  });
}

/**
 * Makes the shown article the fresh one, in pauses after each node. The fresh one is first extended as the shown one is, so
 * that what did not change is the same.
 * @param {HTMLElement} article
 * @param {HTMLElement} fresh
 * @param {WeakSet<Element> | undefined} boxes  those of the shown article that it says are open; of one that a server rendered
 *   nobody knows, and what is open is taken for it
 * @param {Options} options
 * @param {LabelsOf} labelsOf
 */
export function* update(article, fresh, boxes, options, labelsOf) {
  prepare(fresh, options, labelsOf);
  if (options.embeds === 'load') attempt(() => keepOpened(article, fresh));
  const opened = boxes ?? new WeakSet(article.querySelectorAll('details[open]'));
  for (const box of fresh.querySelectorAll('details[open]')) opened.add(box);
  yield* morph(article, fresh, opened);
}

/** @param {HTMLElement} article @param {Options} options @param {LabelsOf} labelsOf */
function prepare(article, options, labelsOf) {
  if (options.dates === 'relative') attempt(() => makeRelative(article));
  if (options.embeds === 'load') attempt(() => prepareEmbeds(article, labelsOf(article.lang)));
  if (options.lightbox) attempt(() => linkPictures(article));
}

/** Does one thing, which no other one and no page is to suffer from: the article can be read without it. @param {() => void} work */
function attempt(work) {
  try {
    work();
  } catch {
    // as said
  }
}

/**
 * Makes the pictures of an article links to their files, which keyboards reach, as far as they lead nowhere else and
 * have words for it.
 * @param {Element} article
 */
function linkPictures(article) {
  for (const picture of /** @type {NodeListOf<HTMLImageElement>} */ (article.querySelectorAll('img[part~=image]:not([alt=""])'))) {
    if (picture.closest('a')) continue;
    const link = element(picture.ownerDocument, 'a', { part: 'zoom', rel: 'noopener noreferrer', href: picture.src });
    link.style.cursor = 'zoom-in';
    picture.replaceWith(link);
    link.append(picture);
  }
}

/**
 * @param {MouseEvent} event
 * @param {Options | undefined} options
 * @param {LabelsOf} labelsOf
 */
function click(event, options, labelsOf) {
  const { altKey, button, ctrlKey, defaultPrevented, metaKey, shiftKey, target } = event;
  if (!options || defaultPrevented || button || altKey || ctrlKey || metaKey || shiftKey) return;
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (target).closest('a[href]'));
  const part = link?.getAttribute('part');
  if (link && options.lightbox && part === 'zoom') {
    event.preventDefault();
    const { lang } = /** @type {HTMLElement} */ (link.closest('[part~=article]'));
    lightbox().then(({ openLightbox }) => openLightbox(link, labelsOf(lang))).catch(() => attempt(() => location.assign(link.href)));
  } else if (link && options.embeds === 'load' && part === 'embed-link' && openEmbed(link)) {
    event.preventDefault();
  }
}

/** The script of the lightbox, once the browser found it to be the one that was built. */
async function lightbox() {
  if (__OWN_FILES__) await verified('./lightbox.js', __LIGHTBOX_INTEGRITY__);
  return import('./lightbox.js');
}

// Features that few pages need, fetched on demand: relative dates, embeds in place and the lightbox, which have
// options; changes to a shown article; the JavaScript build of a core.
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
 * Adds the extras to the article of a root, by the options.
 * @param {ShadowRoot} root
 * @param {Options} options
 * @param {LabelsOf} labelsOf
 * @param {AbortSignal} signal  that ends with the widget
 */
export function extend(root, options, labelsOf, signal) {
  const article = /** @type {HTMLElement | null} */ (root.querySelector('[part~=article]'));
  if (!article) return;
  prepare(article, options, labelsOf);
  if (options.dates === 'relative') attempt(() => keepCurrent(article));
  const listens = shown.has(root);
  shown.set(root, options);
  if (listens) return;
  // After the widget's own listener, which offers the click to the host.
  const listener = (/** @type {Event} */ event) => attempt(() => click(/** @type {MouseEvent} */ (event), shown.get(root), labelsOf));
  root.addEventListener('click', listener);
  signal.addEventListener('abort', () => {
    shown.delete(root);
    root.removeEventListener('click', listener);
  });
}

/**
 * Changes the shown article into the fresh one, with a pause after each node. The fresh one first gets the same extras
 * as the shown one, so that unchanged nodes are equal.
 * @param {HTMLElement} article
 * @param {HTMLElement} fresh
 * @param {WeakSet<Element> | undefined} boxes  boxes that the shown article itself opened. Unknown for a
 *   server-rendered article, whose open boxes all count as such
 * @param {Options} options
 * @param {LabelsOf} labelsOf
 */
export function* update(article, fresh, boxes, options, labelsOf) {
  prepare(fresh, options, labelsOf);
  attempt(() => keepAddresses(article, fresh));
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

/**
 * Leaves out the other widths of pictures whose host refused one, which would be requested again.
 * @param {Element} article @param {Element} fresh
 */
function keepAddresses(article, fresh) {
  const refused = new Set([...article.querySelectorAll('img[sizes]:not([srcset])')].map((image) => image.getAttribute('src')));
  for (const image of fresh.querySelectorAll('img[srcset]')) {
    if (refused.has(image.getAttribute('src'))) image.removeAttribute('srcset');
  }
}

/**
 * Runs one feature. Its failure must not affect other features or the page: the article is readable without it.
 * @param {() => void} work
 */
function attempt(work) {
  try {
    work();
  } catch {
    // see above
  }
}

/**
 * Turns the pictures of an article into links to their files, which keyboards reach. Leaves out pictures that are links
 * already, and those without a text.
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

/** The script of the lightbox, after the browser has checked its hash. */
async function lightbox() {
  if (__OWN_FILES__) await verified('./lightbox.js', __LIGHTBOX_INTEGRITY__);
  return import('./lightbox.js');
}

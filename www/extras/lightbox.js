// Shows the pictures of an article large: fetched at the first click on one, with the option `lightbox`.
import { bare } from '../render/bare.js';
import { detach, element, own } from '../render/dom.js';

/** Words in English, if there is no row of labels. */
const ENGLISH = ['Pictures', 'Close', 'Previous', 'Next'];

/** Their positions in a row of labels, from its end. */
const [FROM, TO] = [-8, -4];

const CSS = `
  [part~="lightbox"] { all: initial; position: fixed; inset: 0; inline-size: 100%; block-size: 100%; background: #000e; color: #fff; font: 16px/1.5 system-ui, sans-serif; overscroll-behavior: contain; }
  [part~="lightbox"]:not([open]) { display: none; }
  [part~="lightbox"]::backdrop { background: #000c; }
  [part~="lightbox-strip"] { display: flex; inline-size: 100%; block-size: 100%; margin: 0; padding: 0; list-style: none; overflow: auto hidden; scroll-snap-type: inline mandatory; scrollbar-width: none; }
  [part~="lightbox-item"] { flex: none; display: flex; flex-direction: column; justify-content: center; align-items: center; gap: .6em; inline-size: 100%; block-size: 100%; margin: 0 !important; padding: 56px 16px 16px; scroll-snap-align: center; scroll-snap-stop: always; box-sizing: border-box; }
  [part~="lightbox-image"] { min-block-size: 0; inline-size: auto; block-size: auto; max-inline-size: 100%; max-block-size: 100%; object-fit: contain; }
  [part~="lightbox-caption"] { max-inline-size: 44em; max-block-size: 30%; overflow: auto; text-align: center; }
  :is([part~="lightbox-close"], [part~="lightbox-previous"], [part~="lightbox-next"]) { all: unset; position: absolute; z-index: 1; inline-size: 44px; block-size: 44px; text-align: center; font-size: 24px; line-height: 44px; border-radius: 50%; background: #0009; cursor: pointer; }
  [part~="lightbox"] :focus-visible { outline: 2px solid #fff; outline-offset: -2px; }
  [part~="lightbox-close"] { inset-block-start: 6px; inset-inline-end: 6px; }
  :is([part~="lightbox-previous"], [part~="lightbox-next"]) { inset-block-start: calc(50% - 22px); }
  [part~="lightbox-previous"] { inset-inline-start: 6px; }
  [part~="lightbox-next"] { inset-inline-end: 6px; }
  [part~="lightbox"] [disabled] { visibility: hidden; }
  [part~="lightbox"]:dir(rtl) :is([part~="lightbox-previous"], [part~="lightbox-next"]) { scale: -1 1; }
`;

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/**
 * Opens the pictures of an article at one of them. Its button, Escape, and a click beside the picture close it and move
 * the focus back to the link.
 * @param {HTMLAnchorElement} link  around the picture, to its file
 * @param {string} row  of labels in the article's language; empty for English
 */
export function openLightbox(link, row) {
  const document = link.ownerDocument;
  const article = link.closest('[part~=article]');
  const root = link.getRootNode();
  if (!article || !(root instanceof ShadowRoot)) return;
  const words = row ? row.split('\t').slice(FROM, TO) : ENGLISH;
  const links = /** @type {HTMLAnchorElement[]} */ ([...article.querySelectorAll('a[part~=zoom]')]);

  const dialog = /** @type {HTMLDialogElement} */ (element(document, 'dialog', { part: 'lightbox', 'aria-label': words[0] }));
  const strip = element(document, 'ul', { part: 'lightbox-strip', tabindex: '0', 'aria-label': words[0] });
  const [close, previous, next] = [['close', '✕'], ['previous', '‹'], ['next', '›']].map(([name, sign], index) => {
    const button = /** @type {HTMLButtonElement} */ (element(document, 'button', { part: `lightbox-${name}`, type: 'button', 'aria-label': words[index + 1] }));
    button.textContent = sign;
    return button;
  });
  strip.append(...links.map((link) => large(document, link)));
  dialog.append(close, strip, previous, next);

  let place = Math.max(0, links.indexOf(link));
  /** @param {number} index @param {ScrollBehavior} [behavior] */
  const go = (index, behavior) => {
    place = Math.min(Math.max(index, 0), links.length - 1);
    strip.children[place].scrollIntoView(bare({ block: 'nearest', inline: 'center', behavior }));
    turn();
  };
  const turn = () => {
    previous.disabled = place === 0;
    next.disabled = place === links.length - 1;
  };
  const smooth = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  close.addEventListener('click', () => dialog.close());
  previous.addEventListener('click', () => go(place - 1, smooth));
  next.addEventListener('click', () => go(place + 1, smooth));
  strip.addEventListener('click', ({ target }) => {
    if (!(/** @type {Element} */ (target).closest('img, figcaption'))) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    const step = Number(event.key === 'ArrowRight') - Number(event.key === 'ArrowLeft');
    if (!step) return;
    event.preventDefault();
    go(place + (getComputedStyle(strip).direction === 'rtl' ? -step : step), smooth);
  });
  // Follows swipes.
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) place = [...strip.children].indexOf(target);
    }
    turn();
  }, bare({ root: strip, threshold: 0.6 }));
  dialog.addEventListener('close', () => {
    seen.disconnect();
    detach(dialog);
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== sheetOf(document));
    link.focus(bare({ preventScroll: true }));
  });

  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(document)];
  article.append(dialog);
  dialog.showModal();
  go(place, 'instant');
  for (const item of strip.children) seen.observe(item);
}

/** @param {Document} document @param {HTMLAnchorElement} link */
function large(document, link) {
  const item = element(document, 'li', { part: 'lightbox-item' });
  const picture = link.querySelector('img');
  const image = element(document, 'img', { part: 'lightbox-image', alt: picture?.alt ?? '', loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer', sizes: '100vw' });
  for (const name of ['width', 'height', 'srcset']) {
    const value = picture?.getAttribute(name);
    if (value) image.setAttribute(name, value);
  }
  image.setAttribute('src', link.href);
  item.append(image);
  const words = link.closest('figure')?.querySelector(':scope > figcaption')?.textContent;
  if (words) {
    const caption = element(document, 'p', { part: 'lightbox-caption' });
    caption.textContent = words;
    item.append(caption);
  }
  return item;
}

/** @param {Document} document */
function sheetOf(document) {
  let sheet = sheets.get(document);
  if (!sheet) {
    sheet = new (own(document, 'defaultView') ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(CSS);
    sheets.set(document, sheet);
  }
  return sheet;
}

// The demo page: chooses the article and its options from the controls or the address; takes the reader's own JSON;
// shows the report.

/** @import { ArticleWidget, Report, Warning } from '../entry/index.js' */

/**
 * The state in the address: `?article=ar&theme=dark&width=360&headingLevel=3`.
 * @typedef {{ article: string, theme: string, width: string, headingLevel: string }} State
 */

/** @template {Element} T @param {string} id @returns {T} */
const byId = (id) => /** @type {T} */ (/** @type {unknown} */ (document.getElementById(id)));

const widget = /** @type {ArticleWidget} */ (byId('widget'));
const frame = /** @type {HTMLElement} */ (byId('frame'));
const json = /** @type {HTMLTextAreaElement} */ (byId('json'));
const form = /** @type {HTMLFormElement} */ (document.querySelector('.controls'));

/** The first content of the box. */
const STARTER = JSON.stringify(
  { lang: 'en', headline: 'My headline', author: 'My name', body: ['A first paragraph.', { type: 'quote', text: 'A quotation.' }] },
  null,
  2,
);

/** @type {State} */
const usual = { article: 'zh', theme: '', width: '', headingLevel: '2' };
const state = { ...usual };
const names = /** @type {(keyof State)[]} */ (Object.keys(usual));

/** @param {string} name */
const control = (name) => /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));

/** Takes the state from the address, if the controls have its values; the width may be any number of pixels. */
function readAddress() {
  const query = new URLSearchParams(location.search);
  for (const name of names) {
    const select = control(name);
    const value = query.get(name) ?? usual[name];
    if (name === 'width' && /^[1-9]\d{1,3}$/.test(value) && !has(select, value)) select.add(new Option(`${value} px`, value));
    state[name] = has(select, value) ? value : usual[name];
    select.value = state[name];
  }
}

/** @param {HTMLSelectElement} select @param {string} value */
const has = (select, value) => [...select.options].some((option) => option.value === value);

function writeAddress() {
  const query = new URLSearchParams();
  for (const name of names) if (state[name] !== usual[name]) query.set(name, state[name]);
  history.replaceState(null, '', query.size ? `?${query}` : location.pathname);
}

/** Shows the article as the state says. */
function applyLook() {
  setAttribute('theme', state.theme);
  setAttribute('heading-level', state.headingLevel);
  if (state.width) frame.style.inlineSize = `${state.width}px`;
  else frame.removeAttribute('style');
}

/** @param {string} name @param {string} value */
function setAttribute(name, value) {
  if (value) widget.setAttribute(name, value);
  else widget.removeAttribute(name);
}

/** Shows the chosen sample, and puts its text in the box. */
async function applyArticle() {
  if (state.article === 'own') {
    openWorkbench();
    json.value ||= STARTER;
    return applyText();
  }
  const address = `articles/${state.article}.json`;
  widget.setAttribute('src', address);
  widget.article = null;
  const text = await fetch(address).then((response) => response.text());
  if (widget.getAttribute('src') === address && state.article !== 'own') json.value = text;
}

/** Shows the text in the box. */
function applyText() {
  widget.article = json.value;
}

/** Shows a text instead of the sample. @param {string} text */
function takeText(text) {
  json.value = text;
  ownText();
}

function openWorkbench() {
  /** @type {HTMLDetailsElement} */ (byId('workbench')).open = true;
}

function ownText() {
  openWorkbench();
  state.article = 'own';
  control('article').value = 'own';
  writeAddress();
  applyText();
}

/** @param {Report} report */
function showReport(report) {
  const { format, articles, headline, author, datePublished, lang, dir, warnings } = report;
  const plural = warnings.length === 1 ? 'one warning' : `${warnings.length || 'no'} warnings`;
  say(`shown, with ${plural}`);
  showFacts({
    Format: format,
    Articles: articles > 1 ? `${articles}, of which one is shown` : '',
    Headline: headline,
    Authors: author.join(', '),
    Published: datePublished,
    Language: lang,
    Direction: dir,
  });
  showWarnings(warnings);
}

/** @param {{ code: string, path: string, message: string, warnings?: Warning[] }} error */
function showError({ code, path, message, warnings = [] }) {
  say(`not shown: ${message}`, true);
  showFacts({ Code: code, Place: path });
  showWarnings(warnings);
}

/** @param {string} text @param {boolean} [failed] */
function say(text, failed = false) {
  const summary = /** @type {HTMLElement} */ (byId('summary'));
  summary.textContent = text;
  summary.classList.toggle('failed', failed);
}

/** @param {Record<string, string | null | undefined>} facts  facts without a value are left out */
function showFacts(facts) {
  byId('report').replaceChildren(
    ...Object.entries(facts)
      .filter(([, value]) => value)
      .flatMap(([name, value]) => [element('dt', name), element('dd', /** @type {string} */ (value))]),
  );
}

/** @param {Warning[]} warnings */
function showWarnings(warnings) {
  const box = /** @type {HTMLElement} */ (byId('warnings'));
  box.hidden = warnings.length === 0;
  const head = element('tr', ...['Code', 'Path', 'Message'].map((text) => element('th', text)));
  const rows = warnings.map(({ code, path, message }) =>
    element('tr', element('td', element('code', code)), element('td', element('code', path || '/')), element('td', message)),
  );
  box.replaceChildren(element('table', element('thead', head), element('tbody', ...rows)));
}

/** @param {string} name @param {(string | Node)[]} content */
function element(name, ...content) {
  const node = document.createElement(name);
  node.append(...content);
  return node;
}

/** Lets a file or a text be dropped anywhere on the page. */
function acceptDrops() {
  const box = /** @type {HTMLElement} */ (byId('drop'));
  addEventListener('dragover', (event) => {
    event.preventDefault();
    openWorkbench();
    box.classList.add('over');
  });
  addEventListener('dragleave', () => box.classList.remove('over'));
  addEventListener('drop', async (event) => {
    event.preventDefault();
    box.classList.remove('over');
    const file = event.dataTransfer?.files[0];
    const text = file ? await file.text() : event.dataTransfer?.getData('text');
    if (text) takeText(text);
  });
}

form.addEventListener('change', () => {
  const before = state.article;
  for (const name of names) state[name] = control(name).value;
  writeAddress();
  applyLook();
  if (state.article !== before) applyArticle();
});
addEventListener('popstate', () => {
  readAddress();
  applyLook();
  applyArticle();
});

/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing;
json.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(ownText, 200);
});
acceptDrops();
const chooser = /** @type {HTMLInputElement} */ (byId('file'));
chooser.addEventListener('change', async () => {
  const file = chooser.files?.[0];
  if (file) takeText(await file.text());
});

widget.addEventListener('load', (event) => showReport(/** @type {CustomEvent} */ (event).detail));
widget.addEventListener('error', (event) => showError(/** @type {CustomEvent} */ (event).detail));
// The articles' sites do not exist: the page takes the clicks, as a single-page app would.
widget.addEventListener('linkclick', (event) => {
  event.preventDefault();
  byId('linkclick').textContent = `This page took the click on ${/** @type {CustomEvent} */ (event).detail.href}`;
});

widget.setAttribute('base-url', new URL('articles/', document.baseURI).href);
readAddress();
applyLook();
applyArticle();

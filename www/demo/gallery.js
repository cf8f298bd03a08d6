// The gallery: each chosen article in each chosen theme and colour scheme, side by side. The address holds the choice.

/** @import { ArticleWidget } from '../entry/index.js' */

/** All values of a control at once. */
const EVERY = 'every';

/** Values and their names, by control; the first is the default. */
const CONTROLS = {
  // One with every block, one with every layout, and the same story in many scripts: long, and short in rarer ones.
  article: new Map([
    ['specimen', 'Every block'],
    ['layouts/en', 'Every layout'], ['layouts/zh', '各种版式'], ['layouts/ar', 'كل التخطيطات'],
    ['night/en', 'English'], ['night/ru', 'Русский'], ['night/zh', '中文'], ['night/ja', '日本語'], ['night/ko', '한국어'],
    ['night/ar', 'العربية'], ['night/fa', 'فارسی'], ['night/ur', 'اردو'], ['night/he', 'עברית'],
    ['night/hi', 'हिन्दी'], ['night/th', 'ไทย'], ['night/my', 'မြန်မာ'], ['night/am', 'አማርኛ'],
    ['scripts/el', 'Ελληνικά'], ['scripts/bn', 'বাংলা'], ['scripts/ta', 'தமிழ்'], ['scripts/te', 'తెలుగు'], ['scripts/gu', 'ગુજરાતી'], ['scripts/pa', 'ਪੰਜਾਬੀ'],
    ['scripts/si', 'සිංහල'], ['scripts/lo', 'ລາວ'], ['scripts/km', 'ខ្មែរ'], ['scripts/bo', 'བོད་ཡིག'], ['scripts/ti', 'ትግርኛ'],
    [EVERY, 'Every script'],
  ]),
  theme: new Map([['', 'Default'], ['news', 'News'], ['magazine', 'Magazine'], ['minimal', 'Minimal'], ['inherit', 'The page’s own'], [EVERY, 'Every theme']]),
  scheme: new Map([['light', 'Light'], ['dark', 'Dark'], ['auto', 'The reader’s'], ['', 'The page’s'], [EVERY, 'Light and dark']]),
  width: new Map([['', 'As it comes'], ['280', '280 px'], ['320', '320 px'], ['390', '390 px'], ['480', '480 px'], ['768', '768 px'], ['1024', '1024 px'], ['1280', '1280 px'], ['1920', '1920 px']]),
  related: new Map([['', 'List'], ['cards', 'Cards'], ['compact', 'Compact'], ['carousel', 'Carousel']]),
};
/** @typedef {keyof typeof CONTROLS} Name */
const NAMES = /** @type {Name[]} */ (Object.keys(CONTROLS));

const form = /** @type {HTMLFormElement} */ (document.querySelector('form'));
const sheets = /** @type {HTMLElement} */ (document.querySelector('#sheets'));
const count = /** @type {HTMLElement} */ (document.querySelector('#count'));

/** @param {Name} name */
const control = (name) => /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));

/** The chosen values of a control. @param {Name} name */
function chosen(name) {
  const { value } = control(name);
  const all = [...CONTROLS[name].keys()].filter((each) => each !== EVERY);
  if (value !== EVERY) return [value];
  if (name === 'article') return all.filter((each) => /^(night|scripts)\//.test(each));
  return name === 'scheme' ? ['light', 'dark'] : all;
}

/** Fills the controls, and sets them from the address, if they have its values. */
function readAddress() {
  const query = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const select = control(name);
    const options = [...CONTROLS[name]].map(([value, text]) => new Option(text, value));
    select.replaceChildren(...options);
    const wanted = query.get(name);
    select.value = options.find(({ value }) => value === wanted)?.value ?? options[0].value;
  }
}

function writeAddress() {
  const query = new URLSearchParams();
  for (const name of NAMES) query.set(name, control(name).value);
  history.replaceState(null, '', `?${query}`);
}

function show() {
  const width = control('width').value;
  const related = control('related').value;
  const figures = chosen('article').flatMap((article) =>
    chosen('theme').flatMap((theme) => chosen('scheme').map((scheme) => sheet({ article, theme, scheme, width, related }))),
  );
  sheets.replaceChildren(...figures);
  sheets.classList.toggle('several', figures.length > 1);
  count.textContent = figures.length === 1 ? '' : `${figures.length} articles`;
}

/** @param {{ article: string, theme: string, scheme: string, width: string, related: string }} choice */
function sheet({ article, theme, scheme, width, related }) {
  const widget = /** @type {ArticleWidget} */ (document.createElement('article-widget'));
  widget.setAttribute('src', `articles/${article}.json`);
  widget.setAttribute('base-url', new URL(`articles/${article}.json`, document.baseURI).href);
  // A theme that inherits from the page has no scheme of its own.
  const tokens = theme === 'inherit' ? theme : [theme, scheme].filter(Boolean).join(' ');
  if (tokens) widget.setAttribute('theme', tokens);
  if (related) widget.setAttribute('related', related);
  // The articles' sites do not exist.
  widget.addEventListener('linkclick', (event) => event.preventDefault());

  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  caption.textContent = [CONTROLS.article.get(article), CONTROLS.theme.get(theme), CONTROLS.scheme.get(scheme)].join(' · ');
  if (width) figure.style.inlineSize = `${width}px`;
  figure.append(caption, widget);
  return figure;
}

form.addEventListener('change', () => {
  writeAddress();
  show();
});
addEventListener('popstate', () => {
  readAddress();
  show();
});
readAddress();
show();

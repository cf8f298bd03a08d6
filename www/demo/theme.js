// The theme editor: controls for the custom properties, both colour schemes side by side, the style sheet to copy, and
// the contrast of its colours.

/** @import { ArticleWidget } from '../entry/index.js' */

/** @template {Element} T @param {string} id @returns {T} */
const byId = (id) => /** @type {T} */ (/** @type {unknown} */ (document.getElementById(id)));

const form = /** @type {HTMLFormElement} */ (document.querySelector('form'));
const preview = /** @type {HTMLElement} */ (byId('preview'));
const [light, dark] = /** @type {ArticleWidget[]} */ ([...preview.querySelectorAll('article-widget')]);

const FACES = {
  'system-ui, sans-serif': 'The system’s',
  'Georgia, "Noto Serif", serif': 'Old style serif',
  'Charter, "Bitstream Charter", "Sitka Text", Cambria, serif': 'Transitional serif',
  'Avenir, Montserrat, Corbel, "URW Gothic", sans-serif': 'Geometric sans',
  'Rockwell, "Rockwell Nova", "Roboto Slab", serif': 'Slab',
  'ui-monospace, Menlo, Consolas, monospace': 'Monospace',
};

/** @type {Record<string, string>} properties that take a font */
const faces = { font: 'Text', 'headline-font': 'Headlines', 'ui-font': 'Metadata, captions, tables' };

/** @type {Record<string, { label: string, unit: string, min: number, max: number, step: number, usual: number }>} */
const measures = {
  'font-size': { label: 'Size of the text', unit: 'px', min: 14, max: 24, step: 0.5, usual: 17 },
  'line-height': { label: 'Height of lines', unit: '', min: 1.2, max: 2.4, step: 0.05, usual: 1.6 },
  measure: { label: 'Longest line', unit: 'em', min: 22, max: 48, step: 1, usual: 34 },
  wide: { label: 'Widest picture', unit: 'em', min: 22, max: 72, step: 1, usual: 46 },
  gap: { label: 'Between paragraphs', unit: 'em', min: 0, max: 2, step: 0.1, usual: 1.1 },
  radius: { label: 'Corners', unit: 'px', min: 0, max: 20, step: 1, usual: 4 },
};

/** @type {Record<string, string>} properties that take a colour, in the order of their controls */
const colors = { color: 'Text', muted: 'Metadata', accent: 'Accent', rule: 'Hairlines', tint: 'Boxes', background: 'Background' };

/** Colours of text, and of its background. @type {[string, string, string][]} */
const PAIRS = [
  ['Text on background', 'color', 'background'],
  ['Text on boxes', 'color', 'tint'],
  ['Metadata on background', 'muted', 'background'],
  ['Metadata on boxes', 'muted', 'tint'],
  ['Accent on background', 'accent', 'background'],
  ['Accent on boxes', 'accent', 'tint'],
];

/** WCAG 2.2, 1.4.3 for text of any size. */
const ENOUGH = 4.5;

/**
 * The changed properties: a value, or one for each scheme.
 * @type {Map<string, string | { light?: string, dark?: string }>}
 */
const changed = new Map();

/** @param {string} name @param {...(string | Node)} content */
function element(name, ...content) {
  const node = document.createElement(name);
  node.append(...content);
  return node;
}

/** @param {string} name @param {Record<string, string | number>} attributes */
function input(name, attributes) {
  const node = document.createElement('input');
  node.name = name;
  for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, String(value));
  return node;
}

function makeControls() {
  for (const [name, label] of Object.entries(faces)) {
    const select = document.createElement('select');
    select.name = name;
    select.append(new Option('The theme’s', ''), ...Object.entries(FACES).map(([value, text]) => new Option(text, value)));
    byId('faces').append(element('label', label, select));
  }
  for (const [name, { label, unit, min, max, step, usual }] of Object.entries(measures)) {
    const output = element('output');
    byId('measures').append(element('label', element('span', `${label} `, output), input(name, { type: 'range', min, max, step, value: usual, 'data-unit': unit })));
  }
  for (const [name, label] of Object.entries(colors)) {
    const row = element('div', element('span', label));
    for (const scheme of ['light', 'dark']) row.append(input(`${name} ${scheme}`, { type: 'color', 'aria-label': `${label}, ${scheme}` }));
    byId('colors').append(row);
  }
}

/** Applies a change of a control. @param {HTMLInputElement | HTMLSelectElement} control */
function take(control) {
  const [name, scheme] = control.name.split(' ');
  if (name === 'theme' || name === 'article') return;
  if (scheme) {
    const both = changed.get(name);
    changed.set(name, { ...(typeof both === 'object' ? both : {}), [scheme]: control.value });
  } else if (control.value) changed.set(name, control.value + (control.dataset.unit ?? ''));
  else changed.delete(name);
}

/** The properties as CSS. If only one scheme's colour was changed, the other is the theme's own. */
function declarations() {
  return [...changed].map(([name, value]) => {
    if (typeof value === 'string') return [`--article-${name}`, value];
    const { light: day = colorOf(light, name), dark: night = colorOf(dark, name) } = value;
    return [`--article-${name}`, `light-dark(${day}, ${night})`];
  });
}

/**
 * Where every theme shows a colour: an element, its part, and the property.
 * @type {Record<string, [string, string, string]>}
 */
const SHOWN_BY = {
  color: ['div', '', 'color'],
  muted: ['div', 'metadata', 'color'],
  accent: ['div', 'stars', 'color'],
  rule: ['div', 'details', 'border-top-color'],
  tint: ['pre', '', 'background-color'],
};

/** @param {ArticleWidget} widget */
const articleIn = ({ shadowRoot }) => shadowRoot?.querySelector('[part~=article]');

/** A colour in use in a widget, as #rrggbb. @param {ArticleWidget} widget @param {string} name */
function colorOf(widget, name) {
  const article = articleIn(widget);
  if (!article) return '#808080';
  if (name === 'background') return hex(getComputedStyle(article).backgroundColor);
  const [local, part, property] = SHOWN_BY[name];
  const probe = document.createElement(local);
  probe.setAttribute('part', part);
  article.append(probe);
  const color = getComputedStyle(probe).getPropertyValue(property);
  probe.remove();
  return hex(color);
}

/** @param {string} color  as computed, rgb() */
const hex = (color) => `#${channels(color).map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** @param {string} color */
const channels = (color) => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);

/** Relative luminance (WCAG 2.2). @param {string} color  #rrggbb */
function luminance(color) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {string} a @param {string} b */
function contrast(a, b) {
  const [less, more] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (more + 0.05) / (less + 0.05);
}

function apply() {
  const theme = control('theme').value;
  for (const [widget, scheme] of /** @type {[ArticleWidget, string][]} */ ([[light, 'light'], [dark, 'dark']])) {
    widget.setAttribute('theme', `${theme} ${scheme}`.trim());
    const article = `articles/${control('article').value}.json`;
    widget.setAttribute('base-url', new URL(article, document.baseURI).href);
    widget.setAttribute('src', article);
  }
  preview.removeAttribute('style');
  const css = declarations();
  for (const [name, value] of css) preview.style.setProperty(name, value);
  const lines = css.map(([name, value]) => `  ${name}: ${value};\n`).join('');
  /** @type {HTMLTextAreaElement} */ (byId('css')).value = css.length ? `article-widget {\n${lines}}\n` : '/* Nothing is changed yet. */\n';
  report();
}

/** Shows the values in use, after both articles have loaded: in the untouched controls, and as contrasts. */
function report() {
  if (![light, dark].every(articleIn)) return;
  for (const name of Object.keys(measures)) {
    const range = control(name);
    const output = /** @type {Element} */ (range.parentElement?.querySelector('output'));
    output.textContent = changed.has(name) ? String(changed.get(name)) : 'as the theme has it';
  }
  for (const name of Object.keys(colors)) {
    control(`${name} light`).value = colorOf(light, name);
    control(`${name} dark`).value = colorOf(dark, name);
  }
  let weak = 0;
  const rows = PAIRS.map(([label, text, ground]) => {
    const cells = [light, dark].map((widget) => {
      const ratio = contrast(colorOf(widget, text), colorOf(widget, ground));
      const cell = element('td', `${ratio.toFixed(2)} : 1`);
      if (ratio < ENOUGH) {
        weak += 1;
        cell.className = 'weak';
        cell.append(' too weak');
      }
      return cell;
    });
    const head = element('th', label);
    head.setAttribute('scope', 'row');
    return element('tr', head, ...cells);
  });
  byId('contrast').querySelector('tbody')?.replaceChildren(...rows);
  byId('verdict').textContent = weak ? `${weak} of ${PAIRS.length * 2} pairs are under ${ENOUGH} : 1` : `Every pair has ${ENOUGH} : 1 or more`;
}

/** @param {string} name */
const control = (name) => /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(name));

makeControls();
form.addEventListener('input', ({ target }) => {
  take(/** @type {HTMLInputElement} */ (target));
  apply();
});
form.addEventListener('reset', () => {
  changed.clear();
  setTimeout(apply);
});
byId('copy').addEventListener('click', async () => {
  const css = /** @type {HTMLTextAreaElement} */ (byId('css'));
  css.select();
  await navigator.clipboard?.writeText(css.value).then(() => (byId('copied').textContent = 'Copied'), () => (byId('copied').textContent = 'Selected: copy it with the keyboard'));
});
for (const widget of [light, dark]) {
  widget.addEventListener('load', report);
  // The articles' sites do not exist.
  widget.addEventListener('linkclick', (event) => event.preventDefault());
}
apply();

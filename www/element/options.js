import { toJson } from './json.js';

// The only list of options on the page's side. Tests compare the reference, the types and the core with it.

/** @param {string} text */
const text = (text) => text;

/** Text that is not a number stays as it is; the core reports it. @param {string} text */
const number = (text) => Number(text) || text;

/** Parses JSON; other text stays as it is. @param {string} text */
export const json = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** A Boolean attribute, as in HTML: present or absent. */
export const flag = () => true;

/** @type {Record<string, (text: string) => unknown>} the attributes that are options, and the reader of each */
export const OPTIONS = {
  format: text,
  select: text,
  lang: text,
  dir: text,
  'heading-level': number,
  'time-zone': text,
  'base-url': text,
  parts: text,
  related: text,
  dates: text,
  embeds: text,
  lightbox: flag,
  'data-images': flag,
  'id-prefix': text,
  'max-bytes': number,
  'max-nodes': number,
  'max-output': number,
  labels: json,
  images: json,
};

/** All attributes of the element. */
export const ATTRIBUTES = ['src', 'crossorigin', 'theme', ...Object.keys(OPTIONS)];

/** The property of an attribute. @param {string} name */
export const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/**
 * A property's value as the text of its attribute: lists become words, objects become JSON.
 * @param {unknown} value
 */
export function attributeText(value) {
  try {
    if (Array.isArray(value)) return value.join(' ');
    if (typeof value === 'object') return toJson(value);
  } catch {
    // The element's report names the option.
  }
  return value === true ? '' : String(value);
}

/** Options that only the page uses; the core does not know them. */
export const PAGE_ONLY = { theme: null, dates: null, embeds: null, lightbox: null };

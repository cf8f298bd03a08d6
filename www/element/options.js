import { toJson } from './json.js';

// The options: the one list of them on the page's side. The reference, the types and the core are held to it by tests.

/** @param {string} text */
const text = (text) => text;

/** What is no number, or no JSON, stays as it is: the core says so. @param {string} text */
const number = (text) => Number(text) || text;

/** What is JSON; other text as it is. @param {string} text */
export const json = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** A Boolean attribute, as in HTML: there or not. */
export const flag = () => true;

/** @type {Record<string, (text: string) => unknown>} the attributes that are options, and how each is read */
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
 * A property's value as text of its attribute: lists become words and objects JSON, as the element reads them.
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

/** Options of the page alone, which the core does not know. */
export const PAGE_ONLY = { theme: null, dates: null, embeds: null, lightbox: null };

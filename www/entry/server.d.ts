import type { Article, Options, Report } from './index.js';

export { ArticleError } from './index.js';

export interface Rendered {
  /** The article: no scripts, no styles. */
  html: string;
  report: Report;
}

export interface RenderedElement {
  /** One element `<article-widget>`: it can be read without scripts, and the widget's script takes it over as it is. */
  html: string;
  /**
   * For the head of the page: links that fetch the widget's files early, `<link rel="canonical">` if it is asked for, and the
   * article's facts as JSON-LD.
   */
  head: string;
  report: Report;
}

/** How the element is written. What is not as by default becomes an attribute of it. */
export interface ElementOptions extends Options {
  /** Address of the article's JSON, which the page fetches where it shows the article anew. */
  src?: string;
  /** With `use-credentials` cookies are sent to other origins with that. */
  crossorigin?: 'anonymous' | 'use-credentials';
  /** Address of the folder with the package's files, such as `/assets/`. */
  base?: string;
  /** Where the style stands: `link` to its file, which is so by default where `base` is given; else `inline`. */
  styles?: 'link' | 'inline' | 'none';
  /** Nonce of the page's content security policy. */
  nonce?: string;
  /** Whether the article's JSON stands in the element, so that the page can show it anew without fetching it. */
  inlineArticle?: boolean;
  /** The host's own content, as HTML that is written as it is; by default a link to the article. */
  fallback?: string;
  /** Whether the head has a canonical address: the article's own, or this one. */
  canonical?: boolean | string;
  /** Whether the head has the article's facts as JSON-LD; true by default. */
  jsonLd?: boolean;
}

/**
 * Takes the compiled article-widget-server.wasm, before the first article. Needed only on a platform that neither compiles
 * bytes nor has the export condition `workerd` or `edge-light`.
 */
export function initialize(module: WebAssembly.Module): void;

/**
 * An article as HTML.
 * @throws ArticleError where there is no article
 */
export function renderToString(source: Article | object | string | Uint8Array, options?: Options): Rendered;

/**
 * An article as the whole element, with its shadow root.
 * @throws ArticleError where there is no article
 */
export function renderElement(source: Article | object | string | Uint8Array, options?: ElementOptions): RenderedElement;

import type { Article, Options, Report } from './index.js';

export { ArticleError } from './index.js';

export interface Rendered {
  /** The article: no scripts, no styles. */
  html: string;
  report: Report;
}

export interface RenderedElement {
  /** One element `<article-widget>`. It is readable without scripts, and the widget's script takes it over as it is. */
  html: string;
  /**
   * For the head of the page: links that fetch the widget's files early, `<link rel="canonical">` if requested, and the
   * article's facts as JSON-LD.
   */
  head: string;
  report: Report;
}

/** Options of the element. Those that differ from their defaults become its attributes. */
export interface ElementOptions extends Options {
  /** Address of the article's JSON, which the page fetches to show the article again. */
  src?: string;
  /** `use-credentials` sends cookies to other origins with that request. */
  crossorigin?: 'anonymous' | 'use-credentials';
  /** Address of the folder with the package's files, such as `/assets/`. */
  base?: string;
  /** How the style sheet is included: `link` to its file, the default with `base`; otherwise `inline`. */
  styles?: 'link' | 'inline' | 'none';
  /** Nonce of the page's content security policy. */
  nonce?: string;
  /** Whether the element holds the article's JSON, so that the page can show the article again without fetching it. */
  inlineArticle?: boolean;
  /** The host's own content, as HTML that is written unchanged; by default a link to the article. */
  fallback?: string;
  /** Whether the head has a canonical address: the article's own, or this one. */
  canonical?: boolean | string;
  /** Whether the head has the article's facts as JSON-LD; true by default. */
  jsonLd?: boolean;
}

/**
 * Takes the compiled article-widget-server.wasm, before the first article. Needed only on a platform that does not
 * compile bytes and has neither export condition, `workerd` or `edge-light`.
 */
export function initialize(module: WebAssembly.Module): void;

/**
 * An article as HTML.
 * @throws ArticleError if there is no article
 */
export function renderToString(source: Article | object | string | Uint8Array, options?: Options): Rendered;

/**
 * An article as the whole element, with its shadow root.
 * @throws ArticleError if there is no article
 */
export function renderElement(source: Article | object | string | Uint8Array, options?: ElementOptions): RenderedElement;

import type { Article, Options, Report } from './index.js';

export { ArticleError } from './index.js';

export interface Rendered {
  /** The article: no scripts, no styles. */
  html: string;
  report: Report;
}

/**
 * Takes the compiled article-widget-formats.wasm, before the first article. Needed only on a platform that neither compiles
 * bytes nor has the export condition `workerd` or `edge-light`.
 */
export function initialize(module: WebAssembly.Module): void;

/**
 * An article as HTML, by the core that browsers use.
 * @throws ArticleError where there is no article
 */
export function renderToString(source: Article | object | string | Uint8Array, options?: Options): Rendered;

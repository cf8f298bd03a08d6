import type { ElementOptions } from './server.js';

/** Why a request got no article. */
export interface RefusalReport {
  /** The HTTP status of the answer. */
  status: number;
  code: string;
  message: string;
}

/** The package's files as `article-widget/files` has them. */
export interface PackageFiles {
  version: string;
  read(name: string): Promise<string | Uint8Array | undefined>;
}

export interface HandlerOptions {
  /** The only origins that articles are fetched from: `https://news.example`, or `https://*.news.example` for all names below it. */
  origins: readonly string[];
  /** How articles are shown: as for `renderElement`. A function takes the address that was asked for. */
  options?: ElementOptions | ((asked: URL) => ElementOptions);
  /** The package's files, `import * as files from 'article-widget/files'`: pages then have the widget's script. */
  files?: PackageFiles;
  /** The folder that they are served in; `article-widget` by default. */
  path?: string;
  /** In place of `files`: address of a folder that has the package's files, such as `https://cdn.example/article-widget/`. */
  base?: string;
  /** Seconds that an article is served without a question to its server; 60 by default. */
  fresh?: number;
  /** Seconds after that in which it is served and fetched anew behind the answer; a day by default. */
  stale?: number;
  /** Most bytes of an article; 2 MiB by default. */
  maxBytes?: number;
  /** Milliseconds for an article to arrive, redirects included; 10,000 by default. */
  timeout?: number;
  /** Bytes of memory that articles are kept in; 32 MiB by default. */
  maxCacheBytes?: number;
  /** Most articles that are fetched at the same time; 64 by default. Further ones are answered with 503. */
  maxPending?: number;
  /** The host's own content for a request without an article, as HTML that is written as it is. */
  fallback?: (refusal: RefusalReport) => string;
  /** Headers of every answer, in place of the handler's own. */
  headers?: Record<string, string>;
  /** The addresses of a host's name: none of them may be private. For runtimes whose `fetch` reaches a private network. */
  lookup?: (hostname: string) => Promise<readonly string[]>;
  /** Allows addresses of private networks, if `origins` has them: for development. */
  allowPrivate?: boolean;
  /** In place of the platform's. It must not follow redirects under `redirect: 'manual'`. */
  fetch?: typeof fetch;
}

/** A `fetch` handler, as Workers, Deno and Bun take it. */
export type Handler = (request: Request, env?: unknown, context?: unknown) => Promise<Response>;

/** Makes a handler that answers `?url=` with the article there: a page, the element (`as=element`) or JSON (`as=json`). */
export function createHandler(options: HandlerOptions): Handler;

/** The handler as a listener of Node's `http.createServer`. */
export function toNodeListener(handler: Handler): (message: any, response: any) => Promise<void>;

/** Whether a host, as `URL.hostname` or a resolver has it, is not one of the public internet. */
export function isPrivate(host: string): boolean;

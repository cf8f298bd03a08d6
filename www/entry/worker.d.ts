import type { ElementOptions } from './server.js';

/** The reason why a request got no article. */
export interface RefusalReport {
  /** The HTTP status of the answer. */
  status: number;
  code: string;
  message: string;
}

/** The package's files, as `article-widget/files` exports them. */
export interface PackageFiles {
  version: string;
  read(name: string): Promise<string | Uint8Array | undefined>;
}

export interface HandlerOptions {
  /** The only origins that articles are fetched from: `https://news.example`, or `https://*.news.example` for all names below it. */
  origins: readonly string[];
  /** Options of `renderElement`, or a function that takes the requested address and returns them. */
  options?: ElementOptions | ((asked: URL) => ElementOptions);
  /** The package's files, `import * as files from 'article-widget/files'`: pages then have the widget's script. */
  files?: PackageFiles;
  /** The folder that the files are served in; `article-widget` by default. */
  path?: string;
  /** Instead of `files`: address of a folder with the files, such as `https://cdn.example/article-widget/`. */
  base?: string;
  /** Seconds during which an article is served without a request to its server; 60 by default. */
  fresh?: number;
  /** Seconds after `fresh` during which it is served, and fetched again after the answer; a day by default. */
  stale?: number;
  /** Most bytes of an article; 2 MiB by default. */
  maxBytes?: number;
  /** Milliseconds for an article to arrive, redirects included; 10,000 by default. */
  timeout?: number;
  /** Bytes of memory for kept articles; 32 MiB by default. */
  maxCacheBytes?: number;
  /** Most articles that are fetched at the same time; 64 by default. Further requests get 503. */
  maxPending?: number;
  /** The host's own content for a request without an article, as HTML that is written unchanged. */
  fallback?: (refusal: RefusalReport) => string;
  /** Headers of every answer, which replace the handler's own. */
  headers?: Record<string, string>;
  /** Returns the addresses of a host's name; none may be private. For a `fetch` that reaches a private network. */
  lookup?: (hostname: string) => Promise<readonly string[]>;
  /** Allows private addresses that `origins` names; for development. */
  allowPrivate?: boolean;
  /** Replaces the platform's `fetch`. It must not follow redirects under `redirect: 'manual'`. */
  fetch?: typeof fetch;
}

/** A `fetch` handler for Workers, Deno and Bun. */
export type Handler = (request: Request, env?: unknown, context?: unknown) => Promise<Response>;

/** Makes a handler that answers `?url=` with the article as a page, the element (`as=element`) or JSON (`as=json`). */
export function createHandler(options: HandlerOptions): Handler;

/** The handler as a listener of Node's `http.createServer`. */
export function toNodeListener(handler: Handler): (message: any, response: any) => Promise<void>;

/** Whether a host, as `URL.hostname` or a resolver writes it, is outside the public internet. */
export function isPrivate(host: string): boolean;

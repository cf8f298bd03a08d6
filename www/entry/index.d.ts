/** An article as article.schema.json describes it. All is optional, but there must be a headline or a body. */
export interface Article {
  /** Language of the text (BCP 47). */
  lang?: string;
  dir?: 'ltr' | 'rtl';
  /** The article's own address, which relative ones are resolved against. */
  url?: string;
  /** The way from the site's front page. */
  breadcrumb?: OneOrMany<Named>;
  /** The line above the headline. */
  kicker?: Text;
  headline?: Text;
  /** The standfirst. */
  description?: Text;
  /** ISO 8601, with or without offset, also with a space for the T. */
  datePublished?: string;
  dateModified?: string;
  /** Zone of dates without an offset: IANA name or an offset such as `+08:00`. */
  timeZone?: string;
  source?: Named;
  author?: OneOrMany<Author>;
  /** The lead picture. */
  image?: Image;
  body?: OneOrMany<Block>;
  keywords?: OneOrMany<string>;
  related?: OneOrMany<Related>;
}

/** Where a list is natural, one value stands for a list of one. */
export type OneOrMany<T> = T | T[];

/** Running text: a string, a span, or both in order. */
export type Text = OneOrMany<string | Span>;

export interface Span {
  text?: Text;
  marks?: OneOrMany<Mark>;
  /** Makes it a link. */
  url?: string;
  /** What the mark `abbr` stands for. */
  title?: string;
  lang?: string;
  dir?: 'ltr' | 'rtl';
  /** The reading above the text. */
  ruby?: Text;
  /** Number of a footnote in a `notes` block. */
  note?: number;
}

/** The HTML element of that name. */
export type Mark =
  | 'abbr' | 'b' | 'bdi' | 'cite' | 'code' | 'del' | 'dfn' | 'em' | 'i' | 'ins' | 'kbd' | 'mark' | 'q' | 's' | 'samp'
  | 'small' | 'strong' | 'sub' | 'sup' | 'u' | 'var';

/** A name, alone or with its page. */
export type Named = string | { name: string; url?: string };

export type Author = string | { name: string; url?: string; role?: string };

/** A picture, or its address alone. */
export type Image = string | ImageObject;

/** Where a block stands: `inline` in the column of the text, which is usual; `half` and `thumbnail` with text beside them. */
export type Layout = 'inline' | 'wide' | 'full' | 'half' | 'thumbnail';

export interface ImageObject {
  src: string;
  /** As in HTML, with widths: `a.jpg 800w, b.jpg 1600w`. */
  srcset?: string;
  /** What it shows, for those who do not see it; empty for a decoration. */
  alt?: string;
  /** In CSS pixels. */
  width?: number;
  height?: number;
  caption?: Text;
  credit?: Text;
  /** Where a click on it leads. */
  url?: string;
  layout?: Layout;
}

export interface Related {
  title?: string;
  more?: { text?: string; url: string };
  items: OneOrMany<{
    headline: string;
    url: string;
    image?: Image;
    datePublished?: string;
    source?: Named;
    /** Whether somebody paid for the link. */
    sponsored?: boolean;
  }>;
}

/** A block of the body; a bare string is text with a blank line between paragraphs. */
export type Block =
  | string
  | { type: 'paragraph'; text: Text; lead?: boolean; dropCap?: boolean }
  | { type: 'heading'; text: Text; /** 2 for the first level below the headline. */ level?: 2 | 3 | 4 | 5 | 6 }
  | { type: 'list'; items: OneOrMany<ListItem>; ordered?: boolean; start?: number; reversed?: boolean }
  | ({ type: 'quote' | 'pullquote'; attribution?: Text; url?: string } & Content)
  | ({ type: 'image' } & ImageObject)
  | { type: 'gallery'; images: OneOrMany<Image>; caption?: Text; /** Of a grid, 1 to 6; without it a row that scrolls. */ columns?: number; layout?: Layout }
  | ({ type: 'video' | 'audio' } & Media)
  | ({ type: 'table' } & Table)
  | { type: 'code'; text: string; language?: string; caption?: Text }
  | { type: 'divider' }
  | ({ type: 'aside' | 'keypoints' | 'callout' | 'correction' | 'question'; title?: Text; layout?: Layout } & Content)
  | ({ type: 'details'; summary?: Text; open?: boolean } & Content)
  | { type: 'definitions'; items: OneOrMany<{ term: Text } & Content> }
  | ({ type: 'embed'; url: string; kind?: 'page' | 'video' | 'audio' | 'post' | 'map'; title?: string; provider?: string; caption?: Text; layout?: Layout } & Content)
  | { type: 'card' | 'file' | 'button'; url: string; title?: Text; description?: Text; source?: string; image?: Image }
  | ({ type: 'entry'; title?: Text; datePublished?: string; author?: OneOrMany<Author> } & Content)
  | ({ type: 'rating' } & Rating)
  | ({ type: 'product'; name: Text; url?: string; image?: Image; rating?: Rating; price?: string } & Content)
  | { type: 'notes'; items: OneOrMany<string | Content> }
  | { type?: 'html'; html: string };

/** What a block holds: text as one paragraph, further blocks, or both. */
export interface Content {
  text?: Text;
  body?: OneOrMany<Block>;
}

export type ListItem = string | Span | ({ items?: OneOrMany<ListItem>; ordered?: boolean; /** In a list of tasks. */ checked?: boolean } & Content);

export interface Media {
  src?: string;
  sources?: OneOrMany<{ src: string; /** MIME type. */ type?: string }>;
  /** WebVTT. With them the files are fetched with CORS, without credentials. */
  tracks?: OneOrMany<{ src: string; /** `captions` where it is not said. */ kind?: 'captions' | 'subtitles' | 'descriptions' | 'chapters'; /** BCP 47. */ lang?: string; label?: string }>;
  poster?: string;
  title?: string;
  width?: number;
  height?: number;
  caption?: Text;
  credit?: Text;
  layout?: Layout;
}

export interface Table {
  head?: OneOrMany<Cell[]>;
  rows?: OneOrMany<Cell[]>;
  foot?: OneOrMany<Cell[]>;
  caption?: Text;
  layout?: Layout;
}

export type Cell =
  | Text
  | ({ header?: boolean; colspan?: number; rowspan?: number; align?: 'start' | 'center' | 'end' } & Content);

export interface Rating {
  /** From 0 to `best`. */
  value: number;
  /** 5 if nothing is said. */
  best?: number;
}

/** How an article is read and shown. A mistake in them is a warning, never an error. */
export interface Options {
  /**
   * Format of the input, where it is not to be found out: a name as in {@link Report.format}. `html` leaves it to be
   * found out, and has the module fetched at once that articles of the own format need whose texts are HTML.
   */
  format?: string;
  /** Which article of a list is shown: its place, counted from 0, or its id. */
  select?: string | number;
  /** The article's language where it says none (BCP 47). */
  lang?: string;
  /** Language of the page, for labels where there are none in the article's; by default the nearest `lang` attribute. */
  hostLang?: string;
  /** A theme and a colour scheme, with a space between, of whole elements; with `mount` it becomes the host's attribute. */
  theme?: string;
  /** Overrides the article's direction. */
  dir?: 'ltr' | 'rtl';
  /** Level of the headline; 2 by default. */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  /** Zone in which points in time are shown: IANA name or an offset such as `+08:00`. */
  timeZone?: string;
  /** Absolute URL that relative ones are resolved against; by default the article's own address, else `sourceUrl`. */
  baseUrl?: string;
  /**
   * Absolute URL that the article was fetched from: what relative ones are resolved against where neither `baseUrl` nor the
   * article names an address. Of an article that the widget fetches it is known, after redirects; a host that fetches one
   * itself, as on a server, can say it.
   */
  sourceUrl?: string;
  /** What is shown, as a list or with spaces between; everything by default. */
  parts?: Part[] | string;
  /** How related links look; `list` by default. */
  related?: 'list' | 'cards' | 'compact' | 'carousel';
  /** Whether the instants of the last week are shown as how long ago they were, in browsers; `absolute` by default. */
  dates?: 'absolute' | 'relative';
  /** Whether a click on a player, post or map of a known provider shows it in its place, in browsers; else it is a link. */
  embeds?: 'link' | 'load';
  /** Whether pictures open large, in browsers. */
  lightbox?: boolean;
  /** Whether pictures may be carried in `data:` URLs. */
  dataImages?: boolean;
  /**
   * How pictures of one's own hosts are asked for in other widths: the beginning of their addresses, and a template with
   * `{width}`, and `{path}` or `{url}`, such as `{ 'https://img.example/': 'https://img.example/w={width}/{path}' }`.
   */
  images?: Record<string, string>;
  /** Beginning of the ids in the output; `article` by default. */
  idPrefix?: string;
  /** Replace built-in labels, by name. */
  labels?: Record<string, string>;
  /** Most bytes of input; 4 MiB by default. */
  maxBytes?: number;
  /** Most nodes of output; 20,000 by default. */
  maxNodes?: number;
  /** Most bytes of output, as HTML; 16 MiB by default. */
  maxOutput?: number;
  /** Whether HTML is for feeds and mail, on servers: without `part`, `id` and `tabindex`, and without links to places in the article. */
  plain?: boolean;
}

export type Part = 'breadcrumb' | 'header' | 'image' | 'body' | 'keywords' | 'related' | 'reading-time';

/** What was read. */
export interface Report {
  /** The format that was found, such as `article`. */
  format: string;
  /** How many articles the input holds. */
  articles: number;
  headline: string;
  /** ISO 8601. */
  datePublished: string | null;
  author: string[];
  lang: string | null;
  dir?: 'ltr' | 'rtl';
  /** What is shown in another way than it was given, or not at all. */
  warnings: Warning[];
}

export interface Warning {
  code: string;
  /** JSON Pointer (RFC 6901) into the article, or `/options/…`. */
  path: string;
  message: string;
}

export type ErrorCode =
  // of the article
  | 'invalid-encoding' | 'invalid-json' | 'unknown-format' | 'wrong-format' | 'empty-article' | 'no-such-article'
  | 'too-large' | 'unreadable-value'
  // of fetching it
  | 'no-source' | 'network' | 'http-status' | 'not-json' | 'timeout'
  // of the renderer; the first where WebAssembly is forbidden and its JavaScript build cannot be loaded either
  | 'wasm-unavailable' | 'wasm-load' | 'crash'
  // of `mount` alone: another article was asked for, or the widget was removed
  | 'aborted';

/** Why there is no article. */
export interface Failure {
  code: ErrorCode;
  /** JSON Pointer (RFC 6901) into the article; empty for the whole of it, `/options` where it is the options that failed. */
  path: string;
  /** In English, for developers. */
  message: string;
  /** With `http-status`. */
  status?: number;
  /** What else was wrong with the article. */
  warnings: Warning[];
}

export class ArticleError extends Error implements Failure {
  constructor(code: ErrorCode, message: string, details?: { path?: string; status?: number; warnings?: Warning[]; cause?: unknown });
  readonly code: ErrorCode;
  readonly path: string;
  readonly status: number | undefined;
  readonly warnings: Warning[];
  /** Whether another attempt can help. */
  get retryable(): boolean;
}

/** A link in the article was followed; canceled, the browser does not follow it. */
export interface LinkClick {
  href: string;
  /** The part that holds the link, such as `related-link`. */
  part: string;
}

/** On the element, not bubbling, like those of `<img>`. */
export interface ArticleEvents {
  /** The article is complete: of a long one the beginning is there before. */
  load: CustomEvent<Report>;
  error: CustomEvent<Failure>;
  /** Cancelable, unless the click asks for a new tab or a download. */
  linkclick: CustomEvent<LinkClick>;
}

/**
 * The `<article-widget>` element; `article-widget/define` registers it. Its attributes are its state, in kebab case of
 * the properties.
 */
export class ArticleWidget extends HTMLElement {
  /** The article, or its JSON; comes before `src`, and `src` before a `<script type="application/json">` child. */
  get article(): Article | object | string | null;
  set article(article: Article | object | string | null | undefined);
  /** Address of the article's JSON. */
  src: string | null;
  /** With `use-credentials` cookies are sent to other origins too. */
  crossorigin: string | null;
  /** With spaces between: `news`, `magazine`, `minimal` or `inherit`, and `light`, `dark` or `auto`. */
  theme: string | null;
  format: string | null;
  select: string | null;
  headingLevel: string | number | null;
  timeZone: string | null;
  baseUrl: string | null;
  /** As text; a list can be assigned. */
  get parts(): string | null;
  set parts(parts: string | Part[] | null | undefined);
  related: 'list' | 'cards' | 'compact' | 'carousel' | string | null;
  dates: 'absolute' | 'relative' | string | null;
  embeds: 'link' | 'load' | string | null;
  lightbox: boolean;
  dataImages: boolean;
  idPrefix: string | null;
  maxBytes: string | number | null;
  maxNodes: string | number | null;
  maxOutput: string | number | null;
  /** As JSON; an object can be assigned. */
  get labels(): string | null;
  set labels(labels: string | Record<string, string> | null | undefined);
  /** As JSON; an object can be assigned. */
  get images(): string | null;
  set images(images: string | Record<string, string> | null | undefined);
  /** Fetches and shows the article anew. */
  reload(): void;
  addEventListener<K extends keyof ArticleEvents>(type: K, listener: (this: ArticleWidget, event: ArticleEvents[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** The element's attributes, as templates and JSX write them. */
export interface ArticleAttributes {
  src?: string;
  crossorigin?: 'anonymous' | 'use-credentials' | '';
  theme?: string;
  format?: string;
  select?: string | number;
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  'heading-level'?: string | number;
  'time-zone'?: string;
  'base-url'?: string;
  parts?: string;
  related?: 'list' | 'cards' | 'compact' | 'carousel';
  dates?: 'absolute' | 'relative';
  embeds?: 'link' | 'load';
  lightbox?: boolean | '';
  'data-images'?: boolean | '';
  'id-prefix'?: string;
  'max-bytes'?: string | number;
  'max-nodes'?: string | number;
  'max-output'?: string | number;
  labels?: string;
  images?: string;
}

/** The properties of the components for React, Vue and Svelte: the article, and the options of `mount`. */
export interface ArticleElementProperties extends Omit<Options, 'hostLang'> {
  /** The article, or its JSON; comes before `src`. */
  article?: Article | object | string | null;
  /** Address of the article's JSON. */
  src?: string;
  crossorigin?: 'anonymous' | 'use-credentials';
}

/** An article's address, its bytes (UTF-8 JSON), the article itself, or its JSON. */
export type ArticleSource = string | URL | Uint8Array | ArrayBuffer | Article | object;

/** An article that `mount` shows. */
export interface Mounted {
  /** What came of the latest attempt, once all is drawn; fails with an `ArticleError`, which need not be handled. */
  readonly ready: Promise<Report>;
  /** Shows another article, or the same with other options. Nodes that do not change stay the same nodes. */
  update(source: ArticleSource, options?: Options): Promise<Report>;
  /** Fetches and shows the article anew. */
  reload(): Promise<Report>;
  /** Takes the article away; the element's own content is seen again. */
  remove(): void;
}

/** Shows an article in an element of the page, without a custom element; its children are the fallback. */
export function mount(element: Element, source: ArticleSource, options?: Options): Mounted;

/** The compiled core, or where it is. */
export type WasmSource = MaybePromise<URL | string | Response | BufferSource | WebAssembly.Module>
  | (() => MaybePromise<URL | string | Response | BufferSource | WebAssembly.Module>);

type MaybePromise<T> = T | Promise<T>;

/**
 * A core: for our own JSON; with HTML in it too; for the formats of the web too; for those of publishers besides; for all
 * others besides.
 */
export type Core = 'wasm' | 'html' | 'web' | 'publishers' | 'formats';

/** Where the widget's files are. */
export interface Settings extends Partial<Record<Core, WasmSource>> {
  /** Address of the folder that holds all that is fetched, where it is not next to the script. */
  base?: string | URL;
  /** Loads the JavaScript build of a core, for pages that forbid WebAssembly; `article-widget/fallback` sets it. */
  fallback?: (core: Core) => Promise<any>;
}

/** Says where the widget's files are, when they are not next to the script; to be called before the first article. */
export function configure(settings: Settings): void;

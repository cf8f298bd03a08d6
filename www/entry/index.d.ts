/** An article as in article.schema.json. It needs a headline or a body; everything else is optional. */
export interface Article {
  /** Language of the text (BCP 47). */
  lang?: string;
  dir?: 'ltr' | 'rtl';
  /** The article's own address. Relative addresses are resolved against it. */
  url?: string;
  /** The path from the site's front page. */
  breadcrumb?: OneOrMany<Named>;
  /** The line above the headline. */
  kicker?: Text;
  headline?: Text;
  /** The standfirst. */
  description?: Text;
  /** ISO 8601, with or without an offset; a space may replace the T. */
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

/** A list, or a single value instead of a list of one. */
export type OneOrMany<T> = T | T[];

/** Running text: a string, a span, or both in order. */
export type Text = OneOrMany<string | Span>;

export interface Span {
  text?: Text;
  marks?: OneOrMany<Mark>;
  /** Makes it a link. */
  url?: string;
  /** The long form for the mark `abbr`. */
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

/** A picture, or only its address. */
export type Image = string | ImageObject;

/** The position of a block: `inline` (the default) in the column of the text; `half` and `thumbnail` beside text. */
export type Layout = 'inline' | 'wide' | 'full' | 'half' | 'thumbnail';

export interface ImageObject {
  src: string;
  /** As in HTML, with widths: `a.jpg 800w, b.jpg 1600w`. */
  srcset?: string;
  /** Describes the picture for people who do not see it; empty for a decoration. */
  alt?: string;
  /** In CSS pixels. */
  width?: number;
  height?: number;
  caption?: Text;
  credit?: Text;
  /** Where a click on the picture leads. */
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
  | { type: 'gallery'; images: OneOrMany<Image>; caption?: Text; /** Columns of a grid, 1 to 6; without them a row that scrolls. */ columns?: number; layout?: Layout }
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

/** The content of a block: text as one paragraph, further blocks, or both. */
export interface Content {
  text?: Text;
  body?: OneOrMany<Block>;
}

export type ListItem = string | Span | ({ items?: OneOrMany<ListItem>; ordered?: boolean; /** In a list of tasks. */ checked?: boolean } & Content);

export interface Media {
  src?: string;
  sources?: OneOrMany<{ src: string; /** MIME type. */ type?: string }>;
  /** WebVTT. With tracks, the media files are fetched with CORS, without credentials. */
  tracks?: OneOrMany<{ src: string; /** `captions` by default. */ kind?: 'captions' | 'subtitles' | 'descriptions' | 'chapters'; /** BCP 47. */ lang?: string; label?: string }>;
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
  /** 5 by default. */
  best?: number;
}

/** Options for reading and showing an article. A mistake in them is a warning, never an error. */
export interface Options {
  /**
   * Format of the input: a name as in {@link Report.format}. By default it is recognised. `html` means our own format
   * with HTML in its texts: the format is still recognised, and the core that reads HTML is fetched at once.
   */
  format?: string;
  /** The article of a list that is shown: its position, counted from 0, or its id. */
  select?: string | number;
  /** The language of an article that names none (BCP 47). */
  lang?: string;
  /** Language of the page, for labels that the article's language lacks; by default the nearest `lang` attribute. */
  hostLang?: string;
  /** A theme and a colour scheme, separated by a space. Elements only; `mount` sets it on the host element. */
  theme?: string;
  /** Overrides the article's direction. */
  dir?: 'ltr' | 'rtl';
  /** Level of the headline; 2 by default. */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  /** Zone in which points in time are shown: IANA name or an offset such as `+08:00`. */
  timeZone?: string;
  /** Absolute URL that relative URLs are resolved against; by default the article's own address, else `sourceUrl`. */
  baseUrl?: string;
  /**
   * Absolute URL that the article was fetched from. Relative URLs are resolved against it if neither `baseUrl` nor the
   * article gives an address. The widget knows it for articles that it fetches, after redirects. A host that fetches an
   * article itself, for example on a server, can set it.
   */
  sourceUrl?: string;
  /** The parts that are shown, as a list or separated by spaces; all by default. */
  parts?: Part[] | string;
  /** The look of related links; `list` by default. */
  related?: 'list' | 'cards' | 'compact' | 'carousel';
  /** `relative` shows instants of the last week as “3 hours ago”, in browsers; `absolute` by default. */
  dates?: 'absolute' | 'relative';
  /** `load` opens a player, post or map of a known provider in place, at a click, in browsers; `link` by default. */
  embeds?: 'link' | 'load';
  /** Whether pictures open large, in browsers. */
  lightbox?: boolean;
  /** Whether pictures may have `data:` URLs. */
  dataImages?: boolean;
  /**
   * Other widths of pictures on your own hosts: the beginning of their addresses, and a template with `{width}`, and
   * `{path}` or `{url}`, such as `{ 'https://img.example/': 'https://img.example/w={width}/{path}' }`.
   */
  images?: Record<string, string>;
  /** Beginning of the ids in the output; `article` by default. */
  idPrefix?: string;
  /** Replacements of built-in labels, by name. */
  labels?: Record<string, string>;
  /** Most bytes of input; 4 MiB by default. */
  maxBytes?: number;
  /** Most nodes of output; 20,000 by default. */
  maxNodes?: number;
  /** Most bytes of output, as HTML; 16 MiB by default. */
  maxOutput?: number;
  /** On servers: HTML for feeds and mail, without `part`, `id`, `tabindex` and links to places in the article. */
  plain?: boolean;
}

export type Part = 'breadcrumb' | 'header' | 'image' | 'body' | 'keywords' | 'related' | 'reading-time';

/** Facts about the article that was read. */
export interface Report {
  /** The format of the input, such as `article`. */
  format: string;
  /** How many articles the input holds. */
  articles: number;
  headline: string;
  /** ISO 8601. */
  datePublished: string | null;
  author: string[];
  lang: string | null;
  dir?: 'ltr' | 'rtl';
  /** Pieces that are not shown, or not shown as given. */
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
  // of the renderer; the first if WebAssembly is forbidden and its JavaScript build cannot be loaded either
  | 'wasm-unavailable' | 'wasm-load' | 'crash'
  // only of `mount`: another article was requested, or the widget was removed
  | 'aborted';

/** Why there is no article. */
export interface Failure {
  code: ErrorCode;
  /** JSON Pointer (RFC 6901) into the article; empty for the whole article, `/options` for the options. */
  path: string;
  /** In English, for developers. */
  message: string;
  /** With `http-status`. */
  status?: number;
  /** Other problems of the article. */
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

/** A link in the article was followed. If the event is canceled, the browser does not follow it. */
export interface LinkClick {
  href: string;
  /** The part that holds the link, such as `related-link`. */
  part: string;
}

/** Events of the element. Like those of `<img>`, they do not bubble. */
export interface ArticleEvents {
  /** The article is complete. The beginning of a long article is visible before. */
  load: CustomEvent<Report>;
  error: CustomEvent<Failure>;
  /** Cancelable, unless the click asks for a new tab or a download. */
  linkclick: CustomEvent<LinkClick>;
}

/**
 * The `<article-widget>` element; `article-widget/define` registers it. Its attributes are its state. Their names are
 * those of the properties in kebab case.
 */
export class ArticleWidget extends HTMLElement {
  /** The article, or its JSON. Has priority over `src`, and `src` over a `<script type="application/json">` child. */
  get article(): Article | object | string | null;
  set article(article: Article | object | string | null | undefined);
  /** Address of the article's JSON. */
  src: string | null;
  /** `use-credentials` sends cookies to other origins too. */
  crossorigin: string | null;
  /** Separated by spaces: `news`, `magazine`, `minimal` or `inherit`, and `light`, `dark` or `auto`. */
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
  /** Fetches and shows the article again. */
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
  /** The article, or its JSON. It has priority over `src`. */
  article?: Article | object | string | null;
  /** Address of the article's JSON. */
  src?: string;
  crossorigin?: 'anonymous' | 'use-credentials';
}

/** An article's address, its bytes (UTF-8 JSON), the article itself, or its JSON. */
export type ArticleSource = string | URL | Uint8Array | ArrayBuffer | Article | object;

/** An article that `mount` shows. */
export interface Mounted {
  /** The report of the latest attempt, when all is drawn; fails with an `ArticleError`, which need not be handled. */
  readonly ready: Promise<Report>;
  /** Shows another article, or the same with other options. Unchanged nodes stay. */
  update(source: ArticleSource, options?: Options): Promise<Report>;
  /** Fetches and shows the article again. */
  reload(): Promise<Report>;
  /** Removes the article; the element's own content becomes visible again. */
  remove(): void;
}

/** Shows an article in an element of the page, without a custom element; its children are the fallback. */
export function mount(element: Element, source: ArticleSource, options?: Options): Mounted;

/** The compiled core, or its address. */
export type WasmSource = MaybePromise<URL | string | Response | BufferSource | WebAssembly.Module>
  | (() => MaybePromise<URL | string | Response | BufferSource | WebAssembly.Module>);

type MaybePromise<T> = T | Promise<T>;

/**
 * A core. In order: our own JSON; also with HTML in it; also the formats of the web; also those of publishers; all
 * formats except those of publishers.
 */
export type Core = 'wasm' | 'html' | 'web' | 'publishers' | 'formats';

/** Where the widget's files are. */
export interface Settings extends Partial<Record<Core, WasmSource>> {
  /** Address of the folder with the widget's files, if they are not next to the script. */
  base?: string | URL;
  /** Loads the JavaScript build of a core, for pages that forbid WebAssembly; `article-widget/fallback` sets it. */
  fallback?: (core: Core) => Promise<any>;
}

/** Says where the widget's files are, if they are not next to the script. Call it before the first article. */
export function configure(settings: Settings): void;

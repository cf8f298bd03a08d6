/** The version of the package, from the build. */
declare const __VERSION__: string;

/** The `integrity` values of the cores, style sheets and scripts, from the build. */
declare const __WASM_INTEGRITY__: string;
declare const __HTML_INTEGRITY__: string;
declare const __WEB_INTEGRITY__: string;
declare const __PUBLISHERS_INTEGRITY__: string;
declare const __FORMATS_INTEGRITY__: string;
declare const __CSS_INTEGRITY__: string;
declare const __THEMES_INTEGRITY__: string;
declare const __LIGHTBOX_INTEGRITY__: string;
declare const __EXTRAS_INTEGRITY__: string;

/** The same for the files of labels, in their order. */
declare const __LABELS_INTEGRITY__: string[];

/** A table as text. */
declare module '*.tsv' {
  const text: string;
  export default text;
}

/**
 * Whether the files next to a script are those of the build. False in the npm entry: bundlers make other files of them.
 */
declare const __OWN_FILES__: boolean;

/** The `integrity` values of the JavaScript builds, the smallest first. */
declare const __FALLBACK_INTEGRITY__: string[];

/** The JavaScript build of a core, which the build puts next to the scripts. */
declare module '*.fallback.js' {
  /** Makes the instance that the other functions use; replaces an earlier one. */
  export function instantiate(): void;
  /** Begins with an article. */
  export function begin(json: Uint8Array | number[], options: Uint8Array | number[]): void;
  /** Does the next step; returns whether there is more to do. */
  export function step(host: object): boolean;
  /** Frees the article's memory; returns whether the instance has grown large. */
  export function reset(): boolean;
}

/** The base style sheet, from the build of the npm entry. */
declare const __BASE_SHEET__: string;

/** A core as text, see www/loading/decode-core.js. */
declare module '*.core.js' {
  const text: string;
  export default text;
}

/** A file of the package as text. */
declare module '*.text.js' {
  const text: string;
  export default text;
}

/** A core that the runtime compiled. */
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

declare module '*.wasm?module' {
  const module: WebAssembly.Module;
  export default module;
}

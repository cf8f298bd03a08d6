/** The version of the package, put in by the build. */
declare const __VERSION__: string;

/** The `integrity` values of the modules and the style sheets, put in by the build. */
declare const __WASM_INTEGRITY__: string;
declare const __HTML_INTEGRITY__: string;
declare const __WEB_INTEGRITY__: string;
declare const __PUBLISHERS_INTEGRITY__: string;
declare const __FORMATS_INTEGRITY__: string;
declare const __CSS_INTEGRITY__: string;
declare const __THEMES_INTEGRITY__: string;
declare const __LIGHTBOX_INTEGRITY__: string;
declare const __EXTRAS_INTEGRITY__: string;

/** The same of the files of labels, in their order. */
declare const __LABELS_INTEGRITY__: string[];

/** A table as text. */
declare module '*.tsv' {
  const text: string;
  export default text;
}

/** Whether the files beside a script are those that the build knows: not in the npm entry, of which bundlers make others. */
declare const __OWN_FILES__: boolean;

/** The `integrity` values of the JavaScript builds, the smallest first. */
declare const __FALLBACK_INTEGRITY__: string[];

/** The JavaScript build of a core, which the build puts beside the scripts. */
declare module '*.fallback.js' {
  /** Makes the instance that the other functions are of, in the place of an earlier one. */
  export function instantiate(): void;
  /** Begins with an article. */
  export function begin(json: Uint8Array | number[], options: Uint8Array | number[]): void;
  /** Does what is next for it; whether there is more to do. */
  export function step(host: object): boolean;
  /** Gives back the memory that it took. */
  export function reset(): boolean;
}

/** The base style sheet, put in by the build of the npm entry. */
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

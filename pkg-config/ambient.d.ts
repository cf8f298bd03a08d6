/** The version of the package, put in by the build. */
declare const __VERSION__: string;

/** The `integrity` values of the modules, the style sheets and the files of labels, put in by the build. */
declare const __WASM_INTEGRITY__: string;
declare const __HTML_INTEGRITY__: string;
declare const __FORMATS_INTEGRITY__: string;
declare const __CSS_INTEGRITY__: string;
declare const __THEMES_INTEGRITY__: string;
declare const __LABELS_INTEGRITY__: string[];

/** A table as text. */
declare module '*.tsv' {
  const text: string;
  export default text;
}

/** The version of the package, put in by the build. */
declare const __VERSION__: string;

/** The `integrity` value of article-widget.wasm, put in by the build. */
declare const __WASM_INTEGRITY__: string;

/** Adds the JavaScript builds of the cores, for pages that forbid WebAssembly: `import 'article-widget/fallback'`. */
export {};

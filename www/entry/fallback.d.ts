/** Adds the JavaScript builds of the renderer, for pages that forbid WebAssembly: `import 'article-widget/fallback'`. */
export {};

// `import 'article-widget/fallback'`: the JavaScript builds of the cores, for pages that forbid WebAssembly. Bundles
// grow by 2.5 MB; browsers fetch only the one build that they need.
import { configure } from './index.js';

/** @import { Core } from '../loading/cores.js' */

/** @type {Record<Core, () => Promise<any>>} */
const BUILDS = {
  wasm: () => import('./article-widget.fallback.js'),
  html: () => import('./article-widget-html.fallback.js'),
  web: () => import('./article-widget-web.fallback.js'),
  publishers: () => import('./article-widget-publishers.fallback.js'),
  formats: () => import('./article-widget-formats.fallback.js'),
};

configure({ fallback: (core) => BUILDS[core]() });

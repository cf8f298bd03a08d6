// For Node and what is like it: the core is a file next to this one.
import { readFileSync } from 'node:fs';
import { initialize } from './server.js';

export { ArticleError, initialize, renderElement, renderToString } from './server.js';

initialize(new WebAssembly.Module(readFileSync(new URL('./article-widget-server.wasm', import.meta.url))));

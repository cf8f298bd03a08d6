// The servers' core: text in a module, which every runtime and every bundler includes. Compiled at the first article.
// Edge runtimes do not compile bytes; they import a file.
import { decodeCore } from './decode-core.js';
import text from './server.core.js';

/** @returns {WebAssembly.Module} */
export const compiledCore = () => new WebAssembly.Module(decodeCore(text));

// The servers' core for Cloudflare: a file that its runtime compiles.
import module from '../article-widget-server.wasm';

/** @returns {WebAssembly.Module} */
export const compiledCore = () => module;

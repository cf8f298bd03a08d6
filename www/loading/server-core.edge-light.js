// The servers' core for Vercel's edge: a file that its runtime compiles.
import module from '../article-widget-server.wasm?module';

/** @returns {WebAssembly.Module} */
export const compiledCore = () => module;

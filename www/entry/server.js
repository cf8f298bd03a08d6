// For servers of every kind: Node, Deno, Bun, edge workers, bundles.
import { compiledCore } from '#core';
import { render_element as elementOf, render_html as htmlOf, reset } from '#server-glue';
import { crashed, giveBack, instantiate, reportOf } from '../render/core.js';
import { ArticleError } from '../loading/errors.js';
import table from '../../src/render/labels-more.tsv';
import { Host } from '../render/core-callbacks.js';
import { addLabels } from '../loading/labels.js';
import { forgetMany } from '../loading/memoize.js';
import { encoded, encodedOptions } from '../element/input.js';

/**
 * @import { Article, Options } from './index.d.ts'
 * @import { ElementOptions, Rendered, RenderedElement } from './server.d.ts'
 *
 * @typedef {(json: Uint8Array, options: Uint8Array, host: Host) => void} Render  of the core
 */

export { ArticleError };

addLabels(table);

let initialized = false;

/** How many renderings are under way: one begins within another where a host's `Intl` renders articles itself. */
let depth = 0;

/** The trap in one of them, after which those around it end too: the instance is in no known state. @type {{ cause: unknown } | null} */
let trap = null;

/**
 * Makes the instance that renders. The first article does it by itself, except on a platform that neither compiles bytes
 * nor is known to the package.
 * @param {WebAssembly.Module} module
 */
export function initialize(module) {
  instantiate(module);
  initialized = true;
}

/** By the core that comes with the package. */
function initializeFromPackage() {
  let module;
  try {
    module = compiledCore();
  } catch (cause) {
    throw new ArticleError('wasm-load', `the renderer could not be compiled; \`initialize\` takes a compiled module: ${cause}`, { cause });
  }
  initialize(module);
}

/**
 * An article as HTML, and what is known of it. Throws an ArticleError where there is no article.
 * @param {Article | object | string | Uint8Array} source  a value, or JSON as text or UTF-8
 * @param {Options} [options]
 * @returns {Rendered}
 */
export function renderToString(source, options = {}) {
  const host = rendered(htmlOf, source, options);
  return { html: host.text, report: reportOf(host) };
}

/**
 * An article as the element `<article-widget>`, what belongs into the head of its page, and what is known of it. Throws an
 * ArticleError where there is no article.
 * @param {Article | object | string | Uint8Array} source  a value, or JSON as text or UTF-8
 * @param {ElementOptions} [options]
 * @returns {RenderedElement}
 */
export function renderElement(source, options = {}) {
  const host = rendered(elementOf, source, options);
  const report = reportOf(host);
  const [head] = host.ops;
  return { html: host.text.slice(head), head: host.text.slice(0, head), report };
}

/**
 * What the core made of an article.
 * @param {Render} render @param {object | string | Uint8Array} source @param {Options} options
 */
function rendered(render, source, options) {
  const host = new Host();
  const json = source instanceof Uint8Array ? source : encoded(source);
  const given = encodedOptions(options);
  if (!initialized) initializeFromPackage();
  depth++;
  try {
    render(json, given, host);
  } catch (cause) {
    trap ??= { cause };
  }
  depth--;
  const stopped = trap;
  if (depth === 0) {
    // All memory is freed at once: that of the renderings around another one is in use until the outermost is done.
    trap = null;
    if (stopped) throw crashed(stopped.cause);
    giveBack(reset());
    forgetMany();
  }
  if (stopped) throw new ArticleError('crash', `the renderer stopped: ${stopped.cause}`, stopped);
  return host;
}

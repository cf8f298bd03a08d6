// For servers of all kinds: Node, Deno, Bun, edge workers, bundles.
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

/** Number of renderings in progress. One begins within another if a host's `Intl` renders articles itself. */
let depth = 0;

/**
 * A trap in one of them; those around it end too, since the instance is in an unknown state.
 * @type {{ cause: unknown } | null}
 */
let trap = null;

/**
 * Makes the instance that renders. The first article does this automatically, except on a platform that does not
 * compile bytes and is unknown to the package.
 * @param {WebAssembly.Module} module
 */
export function initialize(module) {
  instantiate(module);
  initialized = true;
}

/** Initializes with the core of the package. */
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
 * An article as HTML, and its report. Throws an ArticleError if there is no article.
 * @param {Article | object | string | Uint8Array} source  a value, or JSON as text or UTF-8
 * @param {Options} [options]
 * @returns {Rendered}
 */
export function renderToString(source, options = {}) {
  const host = rendered(htmlOf, source, options);
  return { html: host.text, report: reportOf(host) };
}

/**
 * An article as the element `<article-widget>`, the markup for the head of its page, and its report. Throws an
 * ArticleError if there is no article.
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
 * The core's output for an article.
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
    // All memory is freed at once, so only when the outermost rendering is done: those around another one still use
    // theirs.
    trap = null;
    if (stopped) throw crashed(stopped.cause);
    giveBack(reset());
    forgetMany();
  }
  if (stopped) throw new ArticleError('crash', `the renderer stopped: ${stopped.cause}`, stopped);
  return host;
}

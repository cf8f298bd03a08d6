// Paths of this project, and data from its manifests. Imports no npm package, because set-up uses it.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
/** Folder of all intermediate files. */
export const target = join(root, 'target');
/** The finished npm package. */
export const dist = join(root, 'dist');
/** Sources of the package's JavaScript, its stylesheet and the demo pages. */
export const www = join(root, 'www');
/** Folder of wasm-bindgen's JavaScript and cores (`#glue` in package.json points into it). */
export const bindgen = join(target, 'bindgen');
/** Root of the command-line tools that set-up installs only for this project. */
export const tools = join(target, 'tools');

/** The environment for child processes: the project's own tools come first on the PATH. */
export const toolEnv = {
  ...process.env,
  PATH: [join(tools, 'bin'), process.env.PATH].join(delimiter),
};

/** The files of labels in the package, in the order of www/loading/labels.js. */
export const LABELS = ['a-g', 'h-m', 'n-t', 'u-z'].map((letters) => `article-widget-labels-${letters}.tsv`);

/** A path for messages, relative to the project's root. @param {string} path */
export const shown = (path) => relative(root, path) || '.';

/** The version of a crate in Cargo.lock. @param {string} crate */
export function lockedVersion(crate) {
  const lock = readFileSync(join(root, 'Cargo.lock'), 'utf8');
  const found = lock.match(new RegExp(`\\[\\[package\\]\\]\\nname = "${crate}"\\nversion = "([^"]+)"`));
  if (!found) throw new Error(`Cargo.lock names no version of ${crate}`);
  return found[1];
}

/** The version of the crate and of the npm package. */
export function packageVersion() {
  const found = readFileSync(join(root, 'Cargo.toml'), 'utf8').match(/^version = "([^"]+)"/m);
  if (!found) throw new Error('Cargo.toml has no version');
  return found[1];
}

/** The file of a program on the PATH of child processes, or undefined. @param {string} program */
export function onPath(program) {
  return (toolEnv.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file));
}

/** Whether `node` started the script at this module URL, instead of importing it. @param {string} url */
export const isMain = (url) => process.argv[1] !== undefined && fileURLToPath(url) === process.argv[1];

import { importExtras } from '#files';

/** @type {Promise<typeof import('./extras.js')> | undefined} */
let script;

/** The script of rare features, fetched once. After a failure the next call tries again. */
export function extras() {
  return script ??= importExtras().catch((error) => {
    script = undefined;
    throw error;
  });
}

import { verified } from '../loading/module-integrity.js';

/** @type {Promise<typeof import('./extras.js')> | undefined} */
let script;

/** The script of what few pages need, fetched once. After a failure the next call tries again. */
export function extras() {
  return script ??= load().catch((error) => {
    script = undefined;
    throw error;
  });
}

async function load() {
  if (__OWN_FILES__) await verified('./extras.js', __EXTRAS_INTEGRITY__);
  return import('./extras.js');
}

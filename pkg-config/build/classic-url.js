// Stands for `import.meta.url` in the classic script: where that script was loaded from.
// Read at the top level, because it is known only while the script first runs.
import { own } from '../../www/render/dom.js';

const script = /** @type {HTMLScriptElement | null} */ (own(document, 'currentScript'));
export const classicScriptUrl = script?.src || own(document, 'baseURI');

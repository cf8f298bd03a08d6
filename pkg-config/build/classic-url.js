// Replaces `import.meta.url` in the classic script: the address of that script. Read at the top level, because it is
// known only during the first run of the script.
import { own } from '../../www/render/dom.js';

const script = /** @type {HTMLScriptElement | null} */ (own(document, 'currentScript'));
export const classicScriptUrl = script?.src || own(document, 'baseURI');

import { querySelector } from '../render/dom.js';
import { loadCoreFor } from './cores.js';

// The core is the largest file of the page's first article. On a slow device, making the element takes a tenth of the
// core's loading time, so the core is requested first. The article meets a failure again and reports it.
const first = querySelector?.call(document, 'article-widget[src]');
if (first && !first.shadowRoot) loadCoreFor(first.getAttribute('format')).catch(() => {});

import { querySelector } from '../render/dom.js';
import { loadCoreFor } from './cores.js';

// The core of the page's first article is the largest of all files, and making the element takes a slow device as long as a
// tenth of it takes to arrive: it is asked for before all else, and a failure is left to the article to meet again.
const first = querySelector?.call(document, 'article-widget[src]');
if (first && !first.shadowRoot) loadCoreFor(first.getAttribute('format')).catch(() => {});

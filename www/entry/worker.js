// The entry `article-widget/worker`: articles, rendered by a `fetch` handler.
export { createHandler } from '../edge/handler.js';
export { isPrivate } from '../edge/private-hosts.js';
export { toNodeListener } from '../edge/node-listener.js';

export { ArticleError } from './errors.js';
export { ArticleWidget } from './element.js';
export { configure } from './loader.js';
export { mount } from './mount.js';

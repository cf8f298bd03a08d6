export { ArticleError } from '../loading/errors.js';
export { ArticleWidget } from '../element/element.js';
export { configure } from '../loading/cores.js';
export { mount } from '../element/mount.js';

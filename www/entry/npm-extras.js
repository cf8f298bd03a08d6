// The rare features for the npm entry, without the loader of the JavaScript builds, which `article-widget/fallback`
// adds.
export { extend, update } from '../extras/extras.js';

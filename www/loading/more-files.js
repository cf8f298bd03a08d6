// Files that a first article of our own format does not need. They are behind one more import, because frameworks such
// as Nuxt make the browser prefetch everything that a page's entry may import: that would be every core.
export const html = () => import('./html.core.js');
export const web = () => import('./web.core.js');
export const publishers = () => import('./publishers.core.js');
export const formats = () => import('./formats.core.js');

/** The files of labels, by the first letter of the language's tag. */
export const labels = [
  () => import('./labels-a-g.text.js'),
  () => import('./labels-h-m.text.js'),
  () => import('./labels-n-t.text.js'),
  () => import('./labels-u-z.text.js'),
];

export const themes = () => import('./themes.text.js');

/** @returns {Promise<typeof import('../extras/extras.js')>} */
export const extras = () => import(/** @type {any} */ ('./extras.js'));

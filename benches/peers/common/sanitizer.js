// The browser's own sanitizer with its defaults, extended by pictures and by attributes that the style sheet uses.
const sanitizer = new Sanitizer();
const attributes = ['src', 'alt', 'width', 'height', 'loading', 'decoding', 'referrerpolicy', 'part'];
sanitizer.allowElement({ name: 'img', attributes: attributes.map((name) => ({ name })) });
sanitizer.allowAttribute('part');
sanitizer.allowAttribute('id');

export const settings = { sanitizer };

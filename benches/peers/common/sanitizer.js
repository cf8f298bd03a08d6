// What the browser's own sanitizer lets pass by default, and pictures, which it does not, and what the style sheet goes by.
const sanitizer = new Sanitizer();
const attributes = ['src', 'alt', 'width', 'height', 'loading', 'decoding', 'referrerpolicy', 'part'];
sanitizer.allowElement({ name: 'img', attributes: attributes.map((name) => ({ name })) });
sanitizer.allowAttribute('part');
sanitizer.allowAttribute('id');

export const settings = { sanitizer };

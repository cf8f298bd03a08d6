// Sanitizers that allow only the elements and attributes of these articles.
import DOMPurify from 'isomorphic-dompurify';
import sanitizeHtml from 'sanitize-html';

const settings = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img', 'figure', 'figcaption'],
  allowedAttributes: { a: ['href'], img: ['src', 'alt', 'width', 'height', 'loading'] },
};

export const sanitizers = {
  'sanitize-html': (html) => sanitizeHtml(html, settings),
  'isomorphic-dompurify': (html) => DOMPurify.sanitize(html),
};

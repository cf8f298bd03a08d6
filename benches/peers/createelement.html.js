import DOMPurify from 'dompurify';
import { create } from './common/create.js';
import { parsed } from './common/json.js';
import { rootIn } from './common/root.js';
import { whole } from './common/whole.js';

export function show(place, bytes) {
  const root = rootIn(place);
  const article = parsed(bytes);
  const body = create('div', { part: 'body' }, DOMPurify.sanitize(article.body.html, { RETURN_DOM_FRAGMENT: true }));
  root.append(whole(article, body));
  return { remove: () => root.replaceChildren() };
}

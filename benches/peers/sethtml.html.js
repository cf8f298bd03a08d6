import { settings } from './common/sanitizer.js';
import { create } from './common/create.js';
import { parsed } from './common/json.js';
import { rootIn } from './common/root.js';
import { whole } from './common/whole.js';

export function show(place, bytes) {
  const root = rootIn(place);
  const article = parsed(bytes);
  const body = create('div', { part: 'body' });
  body.setHTML(article.body.html, settings);
  root.append(whole(article, body));
  return { remove: () => root.replaceChildren() };
}

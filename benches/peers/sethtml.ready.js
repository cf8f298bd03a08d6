import { settings } from './common/sanitizer.js';
import { rootIn } from './common/root.js';

/** The whole article as ready-made HTML, sanitized by the browser. */
export function show(place, html) {
  const root = rootIn(place);
  const update = (next) => root.setHTML(next, settings);
  update(html);
  return { update, remove: () => root.replaceChildren() };
}

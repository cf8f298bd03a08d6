import { rootIn } from './common/root.js';

/** The whole article as ready-made HTML, unchecked: the lower bound for a browser. */
export function show(place, html) {
  const root = rootIn(place);
  const update = (next) => (root.innerHTML = next);
  update(html);
  return { update, remove: () => root.replaceChildren() };
}

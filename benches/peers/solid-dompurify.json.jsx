import { createStore, reconcile } from 'solid-js/store';
import { render } from 'solid-js/web';
import { parsed } from './common/json.js';
import { rootIn } from './common/root.js';
import { BlockArticle } from './solid/blocks.jsx';

export function show(place, bytes) {
  const article = parsed(bytes);
  return { remove: render(() => <BlockArticle article={article} />, rootIn(place)) };
}

/** With a store, as Solid's documentation recommends for data that is replaced as a whole. */
export function showLive(place, bytes) {
  const [article, setArticle] = createStore(parsed(bytes));
  const remove = render(() => <BlockArticle article={article} />, rootIn(place));
  return { update: (next) => setArticle(reconcile(parsed(next))), remove };
}

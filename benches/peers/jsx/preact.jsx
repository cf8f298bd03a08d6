import { render } from 'preact';
import { parsed } from '../common/json.js';
import { rootIn } from '../common/root.js';

export const shower = (Component) => (place, bytes) => {
  const root = rootIn(place);
  const update = (next) => render(<Component article={parsed(next)} />, root);
  update(bytes);
  return { update, remove: () => render(null, root) };
};

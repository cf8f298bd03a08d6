import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { parsed } from '../common/json.js';
import { rootIn } from '../common/root.js';

/** `flushSync`, because otherwise React renders in a later task, outside the measurement. */
export const shower = (Component) => (place, bytes) => {
  const root = createRoot(rootIn(place));
  const update = (next) => flushSync(() => root.render(<Component article={parsed(next)} />));
  update(bytes);
  return { update, remove: () => root.unmount() };
};

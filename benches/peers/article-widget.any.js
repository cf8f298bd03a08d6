import { mount } from '/dist/index.js';
import { parts } from '../articles/parts.mjs';

/** Options for the benches, some of which exceed the default limits. */
export const limits = { maxBytes: 64 << 20, maxNodes: 4_000_000, parts };

export async function show(place, bytes, options = limits) {
  const mounted = mount(place, bytes, options);
  await mounted.ready;
  return { update: (next) => mounted.update(next), remove: () => mounted.remove() };
}

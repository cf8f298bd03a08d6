import { expect, test } from 'vitest';
import { start } from './app.js';

test('articles are shown', async () => {
  const root = document.createElement('main');
  document.body.append(root);
  const report = await start(root);
  expect(report.headline).toBe('Timetable');
  expect(root.querySelector('#html').shadowRoot.textContent).toContain('The first boat leaves at six.');
  await expect.poll(() => root.querySelector('#english').shadowRoot.querySelector('h2')?.textContent).toBe('The ferry is late');
});

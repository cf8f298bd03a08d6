// Video and audio in the browsers' own players, captions above all.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { events, json, openPage, requested } from './widget-page.mjs';

/** A video of another origin, with captions in two languages and chapters of this page's own server. @param {string} origin */
const video = (origin) => JSON.stringify({
  lang: 'en', headline: 'The ferry',
  body: [{
    type: 'video', src: `${origin}/ferry.mp4`, title: 'The ferry lands',
    tracks: [
      { src: `${origin}/en.vtt`, label: 'English' },
      { src: `${origin}/de.vtt`, kind: 'subtitles', lang: 'de' },
      { src: `${origin}/parts.vtt`, kind: 'chapters', lang: 'en' },
    ],
  }],
});

const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:02.000\nThe bell rings twice.\n\n00:02.000 --> 00:04.000 align:start\n<i>Waves</i>\n';

/** The requested captions. @param {Parameters<typeof requested>[0]} site */
const captionsOf = (site) => requested(site).filter((path) => /(en|de)\.vtt$/.test(path));

/** The page's tracks. */
const tracks = () => {
  const media = document.querySelector('article-widget')?.shadowRoot?.querySelector('video');
  return [...media?.textTracks ?? []].map(({ kind, label, language, mode }) => ({ kind, label, language, mode }));
};

/** Switches the captions on, and returns the text of their cues, or the code of the track's state if there are none. */
const cues = async () => {
  const media = document.querySelector('article-widget')?.shadowRoot?.querySelector('video');
  const element = media?.querySelector('track');
  if (!element) return undefined;
  const ended = new Promise((resolve) => {
    for (const type of ['load', 'error']) element.addEventListener(type, () => resolve(type), { once: true });
  });
  element.track.mode = 'hidden';
  const how = await ended;
  return { how, cues: [...element.track.cues ?? []].map((cue) => /** @type {VTTCue} */ (cue).text) };
};

everywhere('captions are the browser’s, off at first, and fetched when they are switched on', async (page, site) => {
  site.route('/video.json', json(video(site.url)));
  site.route('/en.vtt', { type: 'text/vtt', body: CAPTIONS });
  await openPage(page, site, '<article-widget src="video.json"></article-widget>');
  const [loaded] = await events(page, 1);
  assert.deepEqual(loaded.detail.warnings, []);
  assert.deepEqual(await page.run(tracks), [
    { kind: 'captions', label: 'English', language: 'en', mode: 'disabled' },
    { kind: 'subtitles', label: '', language: 'de', mode: 'disabled' },
    // WebKit's own player reads chapters from the start.
    { kind: 'chapters', label: '', language: 'en', mode: page.engine === 'webkit' ? 'hidden' : 'disabled' },
  ]);
  assert.deepEqual(captionsOf(site), [], 'nothing is fetched for captions nobody reads');
  assert.deepEqual(await page.run(cues), { how: 'load', cues: ['The bell rings twice.', '<i>Waves</i>'] });
  assert.deepEqual(captionsOf(site), ['/en.vtt']);
});

everywhere('captions of another origin need its leave, as browsers demand', async (page, site) => {
  const other = site.url.replace(/localhost|127\.0\.0\.1/, (host) => (host === 'localhost' ? '127.0.0.1' : 'localhost'));
  assert.notEqual(other, site.url);
  site.route('/video.json', json(video(other)));
  await openPage(page, site, '<article-widget src="video.json"></article-widget>');
  await events(page, 1);
  assert.equal(await page.run(() => document.querySelector('article-widget')?.shadowRoot?.querySelector('video')?.crossOrigin), 'anonymous');
  site.route('/en.vtt', { type: 'text/vtt', headers: { 'access-control-allow-origin': 'https://somebody-else.example' }, body: CAPTIONS });
  assert.deepEqual(await page.run(cues), { how: 'error', cues: [] });
  site.route('/en.vtt', { type: 'text/vtt', headers: { 'access-control-allow-origin': '*' }, body: CAPTIONS });
  await page.open('/page.html');
  await events(page, 1);
  assert.deepEqual(await page.run(cues), { how: 'load', cues: ['The bell rings twice.', '<i>Waves</i>'] });
});

// Players, posts and maps of other sites within the page: fetched only for `embeds="load"`. Nothing of other sites is
// fetched before a click. Unknown providers, and those that the page's policy forbids, stay links.
import { bare } from '../render/bare.js';
import { call, detach, element } from '../render/dom.js';

/** The position of the words in a row of labels, from its end. */
const LOADS_FROM = -4;

/**
 * The known providers: their hosts, the parts of their addresses, and the address of the frame.
 * @type {{ name: string, host: RegExp, path: RegExp, src: (match: RegExpExecArray, url: URL) => string, ratio?: string, height?: string }[]}
 */
const PROVIDERS = [
  {
    name: 'YouTube',
    host: /^((www|m|music)\.)?youtube(-nocookie)?\.com$/,
    path: /^\/(?:watch\?(?:.*&)?v=|(?:embed|shorts|live)\/)([\w-]{11})(?![\w-])/,
    src: ([, id], url) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${start(url)}`,
  },
  {
    name: 'YouTube',
    host: /^youtu\.be$/,
    path: /^\/([\w-]{11})(?![\w-])/,
    src: ([, id], url) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${start(url)}`,
  },
  {
    name: 'Vimeo',
    host: /^((www|player)\.)?vimeo\.com$/,
    path: /^\/(?:video\/)?(\d+)(?:(?:\/|\?h=)([0-9a-f]+))?/,
    src: ([, id, hash]) => `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1${hash ? `&h=${hash}` : ''}`,
  },
  {
    name: 'Dailymotion',
    host: /^(www\.)?dailymotion\.com$|^dai\.ly$/,
    path: /^\/(?:embed\/)?(?:video\/)?([a-z0-9]{5,})/i,
    src: ([, id]) => `https://geo.dailymotion.com/player.html?video=${id}`,
  },
  {
    name: 'TikTok',
    host: /^(www\.)?tiktok\.com$/,
    path: /^\/(?:@[\w.]+\/video|embed\/v2|player\/v1)\/(\d+)/,
    src: ([, id]) => `https://www.tiktok.com/player/v1/${id}`,
    ratio: '9 / 16',
  },
  {
    name: 'Spotify',
    host: /^open\.spotify\.com$/,
    path: /^\/(?:intl-\w+\/)?(?:embed\/)?(track|album|playlist|episode|show|artist)\/(\w+)/,
    src: ([, kind, id]) => `https://open.spotify.com/embed/${kind}/${id}`,
    height: '352px',
  },
  {
    name: 'SoundCloud',
    host: /^((www|m)\.)?soundcloud\.com$/,
    path: /^(\/[\w-]+\/[\w/-]+)/,
    src: ([, path]) => `https://w.soundcloud.com/player/?url=${encodeURIComponent(`https://soundcloud.com${path}`)}`,
    height: '166px',
  },
  {
    name: 'Apple Podcasts',
    host: /^(embed\.)?podcasts\.apple\.com$/,
    path: /^(\/[a-z]{2}\/podcast\/[^?#]*id\d+(?:\?i=\d+)?)/,
    src: ([, path]) => `https://embed.podcasts.apple.com${path}`,
    height: '175px',
  },
  {
    name: 'X',
    host: /^((www|mobile)\.)?(twitter|x)\.com$/,
    path: /^\/\w+\/status\/(\d+)/,
    src: ([, id]) => `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${id}`,
    height: '600px',
  },
  {
    name: 'Instagram',
    host: /^(www\.)?instagram\.com$/,
    path: /^\/(?:[\w.]+\/)?(p|reel|tv)\/([\w-]+)/,
    src: ([, kind, id]) => `https://www.instagram.com/${kind}/${id}/embed/`,
    height: '640px',
  },
  {
    name: 'OpenStreetMap',
    host: /^(www\.)?openstreetmap\.org$/,
    path: /#map=(\d+)\/(-?[\d.]+)\/(-?[\d.]+)/,
    src: ([, zoom, lat, lon]) => `https://www.openstreetmap.org/export/embed.html?bbox=${around(+zoom, +lat, +lon)}`,
    height: '400px',
  },
  {
    name: 'OpenStreetMap',
    host: /^(www\.)?openstreetmap\.org$/,
    path: /^\/export\/embed\.html(\?bbox=[-\d.,%C]+)/i,
    src: ([, query]) => `https://www.openstreetmap.org/export/embed.html${query}`,
    height: '400px',
  },
  {
    name: 'Google Maps',
    host: /^(www\.)?google\.com$/,
    path: /^\/maps\/embed(\?pb=[\w!.%:-]+)/,
    src: ([, query]) => `https://www.google.com/maps/embed${query}`,
    height: '400px',
  },
  {
    name: 'Datawrapper',
    host: /^(www\.)?datawrapper\.(dwcdn\.net|de)$/,
    path: /^\/(?:_\/)?(\w{5})\b/,
    src: ([, id]) => `https://datawrapper.dwcdn.net/${id}/`,
    height: '450px',
  },
];

/** @param {URL} url */
function start({ searchParams }) {
  const [, seconds] = /^(\d+)s?$/.exec(searchParams.get('start') ?? searchParams.get('t') ?? '') ?? [];
  return seconds ? `&start=${seconds}` : '';
}

/** The box that a map of this zoom shows: west, south, east, north. @param {number} zoom @param {number} lat @param {number} lon */
function around(zoom, lat, lon) {
  const width = 360 / 2 ** zoom;
  return [lon - width, lat - width / 2, lon + width, lat + width / 2].map((degree) => degree.toFixed(5)).join(',');
}

/**
 * The provider's name and the address of the frame for an address; undefined for unknown providers.
 * @param {string} href
 */
export function playerOf(href) {
  const url = parsed(href);
  if (url?.protocol !== 'https:') return;
  for (const provider of PROVIDERS) {
    const match = provider.host.test(url.hostname) && provider.path.exec(url.pathname + url.search + url.hash);
    if (match) return bare({ ...provider, src: provider.src(match, url) });
  }
}

/** The parsed address, unless the browser refuses it. @param {string} href */
function parsed(href) {
  try {
    return new URL(href);
  } catch {
    // an invalid address
  }
}

/**
 * Adds a note to the links of an article's embeds that names the provider whose content a click loads.
 * @param {Element} article
 * @param {string} row  of labels in its language; empty for English
 */
export function prepareEmbeds(article, row) {
  const [words] = row ? row.split('\t').slice(LOADS_FROM) : ['Loads content from {}'];
  for (const link of linksOf(article)) {
    const player = playerOf(link.href);
    if (!player || noteOf(link) || frameOf(link)) continue;
    const note = element(link.ownerDocument, 'span', { part: 'embed-note' });
    note.textContent = words.replace('{}', player.name);
    Object.assign(note.style, { display: 'block', fontWeight: '400', fontSize: '.82em', opacity: '.8' });
    link.append(' ', note);
  }
}

/** @param {Element} article @returns {NodeListOf<HTMLAnchorElement>} */
const linksOf = (article) => article.querySelectorAll('a[part~=embed-link]');

/** The note that names the provider of a link. @param {Element} link */
const noteOf = (link) => link.querySelector('[part=embed-note]');

/** The frame that a link has opened. @param {Element} link */
const frameOf = ({ previousElementSibling }) => (previousElementSibling?.getAttribute('part') === 'embed-frame' ? previousElementSibling : null);

/**
 * Opens in a fresh article the embeds that a reader has opened in the shown one, so that the two are alike and the
 * frame stays.
 * @param {Element} shown
 * @param {Element} fresh
 */
export function keepOpened(shown, fresh) {
  for (const opened of linksOf(shown)) {
    const frame = frameOf(opened);
    if (!frame) continue;
    const [before, after] = [shown, fresh].map((article) => [...linksOf(article)].filter(({ href }) => href === opened.href));
    // The same one of several equal links, or the last that is left.
    const link = after[Math.min(before.indexOf(opened), after.length - 1)];
    const note = link && noteOf(link);
    if (!note) continue;
    detach(note);
    link.before(frame.cloneNode());
  }
}

/**
 * Shows the content of an embed's link, above the link; returns whether the provider is known. If the page's policy
 * forbids the frame, only the link remains, as before.
 * @param {HTMLAnchorElement} link
 * @returns {boolean}
 */
export function openEmbed(link) {
  const player = playerOf(link.href);
  const note = noteOf(link);
  if (!player || !note) return false;
  const { ownerDocument } = link;
  const frame = element(ownerDocument, 'iframe', {
    part: 'embed-frame',
    title: link.querySelector('[part=embed-title]')?.textContent || player.name,
    sandbox: 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation',
    allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture',
    // Players need the page's origin, and refuse without it.
    referrerpolicy: 'strict-origin-when-cross-origin',
    src: player.src,
  });
  Object.assign(frame.style, { display: 'block', inlineSize: '100%', border: '0', marginBlockEnd: '.8em' });
  Object.assign(frame.style, player.height ? { blockSize: player.height } : { aspectRatio: player.ratio ?? '16 / 9', maxBlockSize: '80vh' });
  /** @param {SecurityPolicyViolationEvent} violation */
  const forbidden = ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective !== 'frame-src' || !blockedURI.startsWith(new URL(player.src).origin)) return;
    detach(frame);
    link.focus();
  };
  call(ownerDocument, 'addEventListener', 'securitypolicyviolation', forbidden);
  const settle = () => call(ownerDocument, 'removeEventListener', 'securitypolicyviolation', forbidden);
  frame.addEventListener('load', () => setTimeout(settle, 1000), bare({ once: true }));
  detach(note); // from now on the link leads there
  link.before(frame);
  frame.focus();
  return true;
}

// Written by `UPDATE_GOLDEN=1 cargo test --test article names` from src/render/names.rs.

/** The elements an article may hold, by the index in an `open` operation. */
export const TAGS = (
  'article nav header footer section aside address div span p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote ' +
  'pre hr figure figcaption table caption thead tbody tfoot tr th td details summary a strong em b i u s ' +
  'sub sup code mark small q bdi cite dfn del ins kbd samp var abbr ruby rt rp time br wbr img video audio ' +
  'source track'
).split(' ');

/** Their attributes, by the index in an `attribute` operation; those with URLs stand at the end. */
export const ATTRIBUTES = (
  'part lang dir id role tabindex aria-label aria-labelledby aria-current aria-hidden rel datetime title ' +
  'alt width height loading decoding fetchpriority referrerpolicy sizes start reversed colspan rowspan scope ' +
  'open controls preload type crossorigin kind srclang label href src srcset poster'
).split(' ');

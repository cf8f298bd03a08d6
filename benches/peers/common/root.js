// The root of every peer's article: a shadow root with the widget's own style sheet, so that all look the same and have
// the same layout cost. Lit's documentation recommends it for its elements; the other peers need it for embedding in
// another site's page.
import css from 'article-widget.css';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** @param {Element} place */
export function rootIn(place) {
  const root = place.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  return root;
}

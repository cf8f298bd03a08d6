// What every peer's article stands in: a shadow root with the widget's own style sheet, so that all look and cost the
// same once they are there. Lit's documentation has it so for its elements; for the others it is how one embeds in a foreign page.
import css from 'article-widget.css';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** @param {Element} place */
export function rootIn(place) {
  const root = place.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  return root;
}

/**
 * @import { Entry } from './articles.js'
 * @import { Refusal } from './refusal.js'
 */

/** The style of the page around the article. */
export const STYLE = ':root{color-scheme:light dark}body{box-sizing:border-box;max-width:46rem;margin:0 auto;padding:1rem}';

/** @type {Record<string, string>} */
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text, escaped for markup. @param {string} text */
export const escaped = (text) => text.replace(/[&<>"']/g, (character) => ESCAPES[character]);

/**
 * A page that holds only the article.
 * @param {Entry} entry
 * @param {string | null} script  address of the widget's script
 */
export function pageOf({ html, head, report }, script) {
  const language = report.lang ? ` lang="${escaped(report.lang)}"` : '';
  const direction = report.dir ? ` dir="${escaped(report.dir)}"` : '';
  return `<!doctype html>
<html${language}${direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(report.headline || 'Article')}</title>
${head}
<style>${STYLE}</style>${script ? `\n<script type="module" src="${escaped(script)}"></script>` : ''}
</head>
<body>
<main>${html}</main>
</body>
</html>
`;
}

/**
 * A page that says why there is no article, with the host's own content.
 * @param {Refusal} refusal @param {string} content  markup
 */
export function refusalPage({ code, message }, content) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>No article</title>
<style>${STYLE}</style>
</head>
<body>
<main>${content || `<h1>No article</h1>\n<p>${escaped(message)} (<code>${escaped(code)}</code>)</p>`}</main>
</body>
</html>
`;
}

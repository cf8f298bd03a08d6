// Takes apart an element that a server rendered, for the components.

/**
 * The result of `renderElement`.
 * @typedef {{ html: string }} Rendered
 *
 * @typedef {object} Parts  of its HTML
 * @property {Record<string, string>} attributes
 * @property {string} template  the shadow root
 * @property {string} rest  the markup after it: the host's own content
 */

/** @type {Record<string, string>} */
const CHARACTERS = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': '\u00A0' };

/**
 * Takes the element apart. This works because no attribute holds a `<`, and no article a template.
 * @param {Rendered | null | undefined} rendered
 * @returns {Parts | null}
 */
export function partsOf(rendered) {
  const [, start, template, rest] = /^<article-widget([^<]*)>(<template [^]*?<\/template>)([^]*)<\/article-widget>$/.exec(rendered?.html ?? '') ?? [];
  if (start === undefined || template === undefined || rest === undefined) return null;
  const attributes = /** @type {Record<string, string>} */ ({});
  for (const [, name = '', value = ''] of start.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)) {
    attributes[name] = value.replace(/&[\w#]+;/g, (escape) => CHARACTERS[escape] ?? escape);
  }
  return { attributes, template, rest };
}

/**
 * Reports an article that the element took over from the server, if it did so before the listeners were added.
 * @param {Element} element
 * @param {(event: CustomEvent) => void} tell
 * @param {AbortSignal} [signal]  ends the wait
 */
export function tellOfAdoption(element, tell, signal) {
  const report = element.getAttribute('report');
  if (!report || !element.shadowRoot?.querySelector('[part~=article]')) return;
  let told = false;
  element.addEventListener('load', () => { told = true; }, { once: true, signal });
  // The element fires `load` in the task in which it is defined.
  setTimeout(() => {
    if (!told && !signal?.aborted) tell(new CustomEvent('load', { detail: JSON.parse(report) }));
  });
}

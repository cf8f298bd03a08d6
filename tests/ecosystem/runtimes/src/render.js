// A runtime's output for each document of a list: its HTML and its report, or the error.
import { renderElement, renderToString } from 'article-widget/server';

/** @param {{ name: string, source: string }[]} documents */
export function renderAll(documents) {
  return documents.map(({ name, source }) => {
    try {
      return { name, ...renderToString(source), element: renderElement(source, { styles: 'none' }).html };
    } catch (error) {
      return { name, error: `${error.code}: ${error.message}` };
    }
  });
}

// Code of the package's users, checked by tsc against its types; each @ts-expect-error is a mistake it must find.
import { ArticleError, ArticleWidget, configure, mount, type Article, type Options, type Report } from '../../../www/entry/index.js';
import { define } from '../../../www/entry/define.js';
import { initialize, renderToString } from '../../../www/entry/server.js';
import * as files from '../../../www/entry/files.js';
import { createHandler, toNodeListener } from '../../../www/entry/worker.js';

const article: Article = {
  lang: 'zh-CN',
  breadcrumb: [{ name: '首页', url: 'https://a.example/' }, '新闻'],
  headline: ['A ', { text: 'marked', marks: ['em', 'strong'] }, ' headline'],
  datePublished: '2026-01-03 22:13:46',
  author: ['One', { name: 'Two', role: 'Photographs' }],
  image: { src: 'https://a.example/a.jpg', alt: '', width: 1200, height: 800, credit: 'One' },
  body: [
    'Text',
    { type: 'heading', text: 'Heading', level: 3 },
    { type: 'list', ordered: true, items: ['a', { text: 'b', items: ['c'] }] },
    { type: 'quote', text: 'Said', attribution: 'Somebody' },
    { type: 'gallery', images: ['https://a.example/b.jpg'] },
    { type: 'table', head: [['A', 'B']], rows: [['1', { text: '2', colspan: 2 }]] },
    { type: 'aside', title: 'Box', body: [{ type: 'divider' }] },
    { html: '<p>Pasted</p>' },
  ],
  related: { title: 'More', items: [{ headline: 'Next', url: 'https://a.example/next', sponsored: true }] },
};

// @ts-expect-error: there is no such block
const unknownBlock: Article = { body: [{ type: 'hologram', text: 'x' }] };
// @ts-expect-error: no such mark
const unknownMark: Article = { headline: { text: 'x', marks: 'blink' } };
// @ts-expect-error: a related link needs an address
const noAddress: Article = { related: { items: [{ headline: 'x' }] } };
// @ts-expect-error: a level is from 1 to 6
const options: Options = { headingLevel: 7 };

define();
configure({ wasm: () => fetch('/elsewhere.wasm') });
configure({ wasm: new URL('https://a.example/a.wasm') });

const widget = document.createElement('article-widget');
const same: ArticleWidget = widget;
widget.article = article;
widget.headingLevel = 3;
widget.src = null;
widget.reload();
widget.addEventListener('load', (event) => {
  const report: Report = event.detail;
  const paths: string[] = report.warnings.map(({ path }) => path);
  return paths;
});
widget.addEventListener('error', ({ detail: { code, status } }) => {
  if (code === 'http-status') return status;
  // @ts-expect-error: no such code
  return code === 'no-such-code';
});
widget.addEventListener('linkclick', (event) => {
  event.preventDefault();
  location.assign(event.detail.href);
});
widget.addEventListener('click', (event) => event.preventDefault());

export async function show(element: Element): Promise<string> {
  const mounted = mount(element, 'https://a.example/article.json', { parts: ['header', 'body'], timeZone: 'Asia/Tokyo' });
  try {
    const { headline } = await mounted.ready;
    await mounted.update(article, { headingLevel: 1 });
    await mounted.update(new Uint8Array());
    await mounted.reload();
    mounted.remove();
    return headline;
  } catch (error) {
    return error instanceof ArticleError && error.retryable ? error.code : 'unknown';
  }
}

// @ts-expect-error: an article is not a number
mount(document.body, 1);

export function render(module: WebAssembly.Module): string {
  initialize(module);
  const { html, report } = renderToString(article, { lang: 'en' });
  return `${html}<!-- ${report.format} -->`;
}

export { noAddress, options, same, unknownBlock, unknownMark };

const handler = createHandler({ origins: ['https://a.example'], files, options: (asked) => ({ headingLevel: asked.searchParams.has('large') ? 1 : 2 }) });
const answer: Promise<Response> = handler(new Request('https://b.example/?url=https://a.example/1.json'));
void [answer, toNodeListener(handler)];
// @ts-expect-error: `origins` is required
createHandler({ files });
// @ts-expect-error: a name is not a list of origins
createHandler({ origins: 'https://a.example' });

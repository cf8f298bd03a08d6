// The application of every target: an element with an English article, one with a Chinese article, and a mounted article
// with HTML in it.
import 'article-widget/define';
import { mount } from 'article-widget';

const english = { lang: 'en', headline: 'The ferry is late', datePublished: '2026-03-01T09:30:00Z', body: ['It waits for the tide.'] };
const chinese = { lang: 'zh-CN', headline: '渡船晚点', datePublished: '2026-03-01T09:30:00Z', source: '港口报', body: ['它在等涨潮。'] };
const html = { lang: 'en', headline: 'Timetable', body: { html: '<p>The <b>first</b> boat leaves at six.</p>' } };

/** @param {Element} root  the parent of the articles */
export function start(root) {
  for (const [id, article] of Object.entries({ english, chinese })) {
    const widget = document.createElement('article-widget');
    widget.id = id;
    widget.article = article;
    root.append(widget);
  }
  const place = document.createElement('div');
  place.id = 'html';
  root.append(place);
  return mount(place, html).ready;
}

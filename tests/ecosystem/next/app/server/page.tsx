// A server component: the article is in its HTML.
import { renderElement } from 'article-widget/server';
import { Article } from 'article-widget/react';
import Given from './given';

const article = { lang: 'en', headline: 'From the server', datePublished: '2026-03-01T09:30:00Z', body: ['It was there before any script.'] };

export default function Page() {
  return (
    <>
      <Article id="component" article={article} headingLevel={3} />
      <Given server={renderElement(article, { headingLevel: 3, src: '/node' })} />
    </>
  );
}

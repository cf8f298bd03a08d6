import { Article } from 'article-widget/react';
import { articleOf } from '../../../src/articles';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <Article article={await articleOf(id)} headingLevel={1} />;
}

import { renderToString } from 'article-widget/server';

export const dynamic = 'force-dynamic';

export const GET = () => Response.json(renderToString({ lang: 'zh', headline: '渡船晚点', source: '港口报', body: '它在等涨潮。' }));

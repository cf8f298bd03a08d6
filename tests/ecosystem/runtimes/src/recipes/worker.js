import * as files from 'article-widget/files';
import { createHandler } from 'article-widget/worker';

export default { fetch: createHandler({ origins: ['https://news.example'], files }) };

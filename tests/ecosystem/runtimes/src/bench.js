// For `npm run bench -- edge`: only the handler, as a worker.
import { createHandler } from 'article-widget/worker';

export default { fetch: createHandler({ origins: ['https://news.example'], fresh: 600 }) };

import { createHandler } from 'article-widget/worker';

const answer = createHandler({ origins: ['https://news.example'] });

export async function handler({ rawPath, rawQueryString, headers, requestContext: { domainName, http } }) {
  const request = new Request(`https://${domainName}${rawPath}?${rawQueryString}`, { method: http.method, headers });
  const response = await answer(request);
  return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

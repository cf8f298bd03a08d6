import { Articles } from './articles.js';
import { judgeAddress, originsOf, readAddress } from './origins.js';
import { packageFile } from './package-files.js';
import { escaped, pageOf, refusalPage } from './page.js';
import { barePolicy, policyOf } from './policy.js';
import { Refusal } from './refusal.js';

/**
 * @import { Handler, HandlerOptions, RefusalReport } from '../entry/worker.d.ts'
 * @import { Entry } from './articles.js'
 *
 * @typedef {'page' | 'element' | 'json'} Form  of an answer
 * @typedef {{ status: number, headers: Record<string, string>, body: string | Uint8Array }} Answer
 */

/** Headers of every answer. */
const SAFE = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin' };

/** @type {Record<Form, string>} */
const TYPES = { page: 'text/html; charset=utf-8', element: 'text/html; charset=utf-8', json: 'application/json; charset=utf-8' };

/**
 * Makes a `fetch` handler that fetches the article at `?url=`, renders it, keeps it, and answers with a page, the
 * element or JSON.
 * @param {HandlerOptions} given
 * @returns {Handler}
 */
export function createHandler(given) {
  const {
    fetch = (address, init) => globalThis.fetch(address, init),
    fresh = 60, stale = 86_400, timeout = 10_000, maxBytes = 2 << 20, maxCacheBytes = 32 << 20, maxPending = 64,
    allowPrivate = false, lookup, files, headers: more = {}, fallback,
  } = given;
  const origins = originsOf(given.origins);
  const folder = files ? `/${trimmed(given.path ?? 'article-widget')}/` : '';
  const base = given.base ?? (files ? `${folder}${files.version}/` : null);
  const articles = new Articles({
    fetch, fresh, stale, maxCacheBytes, maxPending,
    limits: { maxBytes, timeout },
    judge: (url) => judgeAddress(url, { origins, allowPrivate, lookup }),
  });

  /** @param {Request} request @param {(work: Promise<unknown>) => void} behind @returns {Promise<Answer>} */
  async function answer(request, behind) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new Refusal(405, 'method-not-allowed', `${request.method} is not answered here`, { allow: 'GET, HEAD' });
    }
    const asked = new URL(request.url);
    if (files && asked.pathname.startsWith(folder)) {
      const { body, headers } = await packageFile(files, asked.pathname.slice(folder.length));
      return { status: 200, headers, body };
    }
    const form = formOf(request, asked);
    const url = readAddress(asked.searchParams.get('url'));
    // Checked before the cache is read, so that articles of a removed origin are not served.
    await judgeAddress(url, { origins, allowPrivate });
    const options = {
      src: url.href, ...(base && { base }), styles: /** @type {const} */ ('inline'),
      ...(typeof given.options === 'function' ? given.options(asked) : given.options),
      // Raises the core's own limit; a lower limit was checked during the fetch.
      ...(maxBytes > 4 << 20 && { maxBytes }),
    };
    const { entry, age } = await articles.get({ key: `${url.href} ${JSON.stringify(options)}`, url, options }, behind);
    return {
      status: 200,
      headers: {
        'content-type': TYPES[form],
        'content-security-policy': form === 'json' ? await barePolicy() : await policyOf(options, entry.sheets, origins.sources, form === 'page' ? base : null),
        etag: `"${entry.tag}-${form}"`,
        'cache-control': entry.storable ? `public, max-age=${fresh}, stale-while-revalidate=${stale}` : 'no-store',
        ...(age >= 1 && { age: String(Math.floor(age)) }),
      },
      body: bodyOf(entry, form, base),
    };
  }

  /** @param {Request} request @param {unknown} error @returns {Promise<Answer>} */
  async function refuse(request, error) {
    const refusal = error instanceof Refusal ? error : new Refusal(500, 'crash', 'the article could not be rendered');
    const { status, code, message, headers } = refusal;
    const form = formOf(request, new URL(request.url));
    const content = ownContent({ status, code, message });
    return {
      status,
      headers: {
        'content-type': TYPES[form],
        'content-security-policy': await barePolicy(),
        'cache-control': status >= 500 || status === 404 || status === 410 ? 'public, max-age=5' : 'no-store',
        ...headers,
      },
      body: form === 'json' ? JSON.stringify({ error: { status, code, message } })
        : form === 'element' ? content || `<!-- ${escaped(code)} -->`
        : refusalPage(refusal, content),
    };
  }

  /** @param {RefusalReport} refusal */
  function ownContent(refusal) {
    try {
      return fallback?.(refusal) ?? '';
    } catch {
      // The refused request still gets an answer.
      return '';
    }
  }

  return async (request, _env, context) => {
    const platform = /** @type {{ waitUntil?: unknown } | undefined} */ (context);
    const behind = (/** @type {Promise<unknown>} */ work) => {
      if (typeof platform?.waitUntil === 'function') platform.waitUntil(work);
      else work.catch(() => {});
    };
    const { status, headers, body } = await answer(request, behind).catch((error) => refuse(request, error));
    const all = { ...SAFE, vary: 'accept', ...headers, ...more };
    if (status === 200 && matches(request.headers.get('if-none-match'), /** @type {any} */ (headers).etag)) {
      return new Response(null, { status: 304, headers: all });
    }
    return new Response(request.method === 'HEAD' ? null : /** @type {BodyInit} */ (body), { status, headers: all });
  };
}

/** @param {string} path */
const trimmed = (path) => path.replace(/^\/+|\/+$/g, '');

/**
 * The form that a request asks for: by `as`, otherwise JSON if it does not accept HTML.
 * @param {Request} request @param {URL} asked
 * @returns {Form}
 */
function formOf(request, asked) {
  const as = asked.searchParams.get('as');
  if (as === 'element' || as === 'json' || as === 'page') return as;
  const accept = request.headers.get('accept') ?? '';
  return /\bapplication\/json\b/.test(accept) && !/\btext\/html\b/.test(accept) ? 'json' : 'page';
}

/** @param {Entry} entry @param {Form} form @param {string | null} base */
function bodyOf(entry, form, base) {
  if (form === 'element') return entry.html;
  if (form === 'json') return JSON.stringify({ html: entry.html, head: entry.head, report: entry.report });
  return pageOf(entry, base && `${base}article-widget.js`);
}

/**
 * Whether a reader already has this answer.
 * @param {string | null} known  `If-None-Match`
 * @param {string | undefined} tag
 */
function matches(known, tag) {
  if (!known || !tag) return false;
  return known.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')));
}

import { STYLE } from './page.js';
import { styleHash } from './style-hash.js';

/** @import { ElementOptions } from '../entry/server.d.ts' */

/**
 * The content security policy of a page: allows only what its article needs.
 * @param {ElementOptions} options  of the article
 * @param {string[]} sheets  hashes of the style sheets in it
 * @param {string[]} origins  of articles
 * @param {string | null} base  address of the folder of the package's files; with it the page has a script
 */
export async function policyOf(options, sheets, origins, base) {
  const files = base && (URL.canParse(base) ? new URL(base).origin : "'self'");
  const data = options.dataImages ? ' data:' : '';
  const directives = [
    "default-src 'none'",
    `img-src https: http:${data}`,
    `media-src https: http:`,
    `style-src ${[await styleHash(STYLE), ...sheets].join(' ')}${files ? ` ${files}` : ''}`,
    ...(files
      ? [
          `script-src ${files} 'wasm-unsafe-eval'`,
          `connect-src ${files} ${origins.join(' ')}`,
          ...(options.embeds === 'load' ? ['frame-src https:'] : []),
          "require-trusted-types-for 'script'",
          "trusted-types 'none'",
        ]
      : []),
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return directives.join('; ');
}

/** The policy of an answer that needs only the page's own style. */
export const barePolicy = async () => `default-src 'none'; style-src ${await styleHash(STYLE)}; base-uri 'none'; form-action 'none'`;

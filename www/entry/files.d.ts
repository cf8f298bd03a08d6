/** The version of the package. */
export const version: string;

/** One of the files that a page fetches, such as `article-widget.js`; undefined if there is no such file. */
export function read(name: string): Promise<string | Uint8Array | undefined>;

// What is shown of an article: all that the peers show too, who count no minutes of reading.

/** @type {import('../../www/entry/index.d.ts').Part[]} */
export const parts = ['breadcrumb', 'header', 'image', 'body', 'keywords', 'related'];

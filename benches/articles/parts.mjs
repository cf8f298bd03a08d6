// The shown parts of an article: those that the peers show too; they compute no reading time.

/** @type {import('../../www/entry/index.d.ts').Part[]} */
export const parts = ['breadcrumb', 'header', 'image', 'body', 'keywords', 'related'];

// Replaces an application's own source of articles.

/** @param {string} id */
export const articleOf = async (id) => ({ lang: 'en', headline: `Article ${id}`, datePublished: '2026-03-01T09:30:00Z', body: ['It was there before any script.'] });

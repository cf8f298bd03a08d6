const format = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' });

/** @param {string} iso */
export const published = (iso) => `${format.format(new Date(iso))} UTC`;

/** The fields of a Portable Text document, renamed for the peers' header. @param {any} document */
export const header = ({ language, title, excerpt, publishedAt, author }) =>
  ({ lang: language, headline: title, description: excerpt, datePublished: publishedAt, author: author.name });

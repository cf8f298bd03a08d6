/** The fields of a Portable Text document by the names that the peers' header takes. @param {any} document */
export const header = ({ language, title, excerpt, publishedAt, author }) =>
  ({ lang: language, headline: title, description: excerpt, datePublished: publishedAt, author: author.name });

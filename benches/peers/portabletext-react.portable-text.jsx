import { PortableText } from '@portabletext/react';
import { header } from './common/portable.js';
import { imageUrl, linkUrl } from './common/url.js';
import { Article } from './jsx/article.jsx';
import { shower } from './jsx/react.jsx';

const components = {
  types: {
    image: ({ value }) => (
      <figure part="figure">
        <img part="image" alt={value.alt} loading="lazy" decoding="async" referrerPolicy="no-referrer" src={imageUrl(value.asset.url)} />
        <figcaption part="caption"><span>{value.caption}</span></figcaption>
      </figure>
    ),
  },
  block: {
    h2: ({ children }) => <h3 part="heading">{children}</h3>,
    blockquote: ({ children }) => <blockquote part="quote"><p>{children}</p></blockquote>,
  },
  marks: {
    link: ({ children, value }) => <a rel="noopener noreferrer" href={linkUrl(value.href)}>{children}</a>,
  },
};

function PortableArticle({ article }) {
  return (
    <Article article={header(article)}>
      <div part="body"><PortableText value={article.body} components={components} /></div>
    </Article>
  );
}

export const show = shower(PortableArticle);

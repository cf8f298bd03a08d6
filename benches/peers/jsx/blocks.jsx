import { imageUrl, linkUrl } from '../common/url.js';
import { Article } from './article.jsx';

export function BlockArticle({ article }) {
  return (
    <Article article={article}>
      <div part="body">{article.body.map((block, index) => <Block key={index} block={block} />)}</div>
    </Article>
  );
}

function Block({ block }) {
  switch (block.type) {
    case 'paragraph':
      return <p><Text text={block.text} /></p>;
    case 'heading':
      return <h3 part="heading"><Text text={block.text} /></h3>;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return <List>{block.items.map((item, index) => <li key={index}><Text text={item} /></li>)}</List>;
    }
    case 'quote':
      return <blockquote part="quote"><p><Text text={block.text} /></p></blockquote>;
    case 'image':
      return (
        <figure part="figure">
          <img part="image" alt={block.alt} width={block.width} height={block.height} loading="lazy" decoding="async"
            referrerPolicy="no-referrer" src={imageUrl(block.src)} />
          <figcaption part="caption"><span><Text text={block.caption} /></span></figcaption>
        </figure>
      );
  }
}

function Text({ text }) {
  return Array.isArray(text) ? text.map((span, index) => <Span key={index} span={span} />) : text;
}

function Span({ span }) {
  if (typeof span === 'string') return span;
  if (span.url !== undefined) return <a rel="noopener noreferrer" href={linkUrl(span.url)}>{span.text}</a>;
  return span.marks.reduceRight((content, Mark) => <Mark>{content}</Mark>, span.text);
}

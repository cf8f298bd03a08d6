import { For, Match, Switch } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { imageUrl, linkUrl } from '../common/url.js';
import { Article } from './article.jsx';

export function BlockArticle(props) {
  return (
    <Article article={props.article}>
      <div part="body"><For each={props.article.body}>{(block) => <Block block={block} />}</For></div>
    </Article>
  );
}

function Block(props) {
  return (
    <Switch>
      <Match when={props.block.type === 'paragraph'}><p><Text text={props.block.text} /></p></Match>
      <Match when={props.block.type === 'heading'}><h3 part="heading"><Text text={props.block.text} /></h3></Match>
      <Match when={props.block.type === 'list'}>
        <Dynamic component={props.block.ordered ? 'ol' : 'ul'}>
          <For each={props.block.items}>{(item) => <li><Text text={item} /></li>}</For>
        </Dynamic>
      </Match>
      <Match when={props.block.type === 'quote'}><blockquote part="quote"><p><Text text={props.block.text} /></p></blockquote></Match>
      <Match when={props.block.type === 'image'}>
        <figure part="figure">
          <img part="image" alt={props.block.alt} width={props.block.width} height={props.block.height} loading="lazy" decoding="async"
            referrerpolicy="no-referrer" src={imageUrl(props.block.src)} />
          <figcaption part="caption"><span><Text text={props.block.caption} /></span></figcaption>
        </figure>
      </Match>
    </Switch>
  );
}

function Text(props) {
  return <>{Array.isArray(props.text) ? <For each={props.text}>{(span) => <Span span={span} />}</For> : props.text}</>;
}

function Span(props) {
  return (
    <Switch fallback={props.span}>
      <Match when={props.span.url}><a rel="noopener noreferrer" href={linkUrl(props.span.url)}>{props.span.text}</a></Match>
      <Match when={props.span.marks}><Dynamic component={props.span.marks[0]}>{props.span.text}</Dynamic></Match>
    </Switch>
  );
}

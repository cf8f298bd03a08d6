// `article-widget/svelte`: the element as a Svelte component.
export { default as Article } from './Article.svelte';

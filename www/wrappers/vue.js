// `article-widget/vue`: the element as a Vue component.
import { defineComponent, h, onMounted, ref, watch } from 'vue';
import { define } from '../entry/define.js';
import { PROPERTIES, attributesOf } from './attributes.js';

define();

/** Shows an article; the default slot stands for it until it is there. */
export const Article = defineComponent({
  name: 'Article',
  inheritAttrs: true,
  props: ['article', ...PROPERTIES],
  emits: ['load', 'error', 'linkclick'],
  setup(properties, { emit, slots, expose }) {
    const element = ref(/** @type {any} */ (null));
    expose({ element });
    onMounted(() => {
      for (const type of /** @type {const} */ (['load', 'error', 'linkclick'])) {
        element.value.addEventListener(type, (/** @type {Event} */ event) => emit(type, event));
      }
      watch(() => properties.article, (article) => {
        if (article !== undefined) element.value.article = article;
      }, { immediate: true });
    });
    return () => h('article-widget', { ...attributesOf(properties), ref: element }, slots.default?.());
  },
});

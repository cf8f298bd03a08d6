// `article-widget/vue`: the element as a Vue component.
import { defineComponent, h, inject, onBeforeUnmount, onMounted, ref, ssrContextKey, watch } from 'vue';
import { define } from '../entry/define.js';
import { PROPERTIES, attributesOf, partsOf, tellOfAdoption } from './attributes.js';

define();

/**
 * Shows an article; the default slot is shown until the article is shown. On a server it writes the rendered element,
 * if `server` is given.
 */
export const Article = defineComponent({
  name: 'Article',
  inheritAttrs: true,
  props: ['article', 'server', ...PROPERTIES],
  emits: ['load', 'error', 'linkclick'],
  setup(properties, { emit, slots, expose }) {
    const element = ref(/** @type {any} */ (null));
    const stop = new AbortController();
    expose({ element });
    onMounted(() => {
      for (const type of /** @type {const} */ (['load', 'error', 'linkclick'])) {
        element.value.addEventListener(type, (/** @type {Event} */ event) => emit(type, event));
      }
      tellOfAdoption(element.value, (event) => emit('load', event), stop.signal);
      watch(() => properties.article, (article) => {
        if (article !== undefined) element.value.article = article;
      }, { immediate: true });
    });
    onBeforeUnmount(() => stop.abort());
    // Only the server's HTML has the shadow root: browsers make it while they parse.
    const onServer = inject(ssrContextKey, null) !== null;
    return () => {
      const parts = partsOf(properties.server);
      const root = onServer && parts ? [h('template', { shadowrootmode: 'open', innerHTML: parts.template.slice(parts.template.indexOf('>') + 1, -'</template>'.length) })] : [];
      return h('article-widget', { ...parts?.attributes, ...attributesOf(properties), ref: element }, [...root, ...(slots.default?.() ?? [])]);
    };
  },
});

export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  telemetry: false,
  nitro: { prerender: { routes: ['/', '/server', '/articles/1'] } },
  experimental: { payloadExtraction: false },
  vue: { compilerOptions: { isCustomElement: (name) => name === 'article-widget' } },
});

import adapter from '@sveltejs/adapter-static';

export default { kit: { adapter: adapter({ pages: 'dist' }), prerender: { entries: ['*', '/articles/1'] } } };

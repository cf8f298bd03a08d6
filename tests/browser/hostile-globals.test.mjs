// Pages whose old libraries changed built-ins of the language and the browser, each in the way of a real library.
import assert from 'node:assert/strict';
import { everywhere } from './support/browsers.mjs';
import { HEADLINE, MODULE, json, openPage } from './widget-page.mjs';

/** The changes of each library. @type {Record<string, string>} */
const libraries = {
  // Prototype before 1.7: `JSON.stringify([1])` then gives the string "[1]" in quotes.
  'toJSON on every array, string and object': `
    Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    Object.prototype.toJSON = function () { return 'an object'; };
    Number.prototype.toJSON = Boolean.prototype.toJSON = function () { return String(this); };`,
  // Prototype and MooTools: other meanings for names that the language has used since.
  'other methods of arrays': `
    for (const name of ['reduce', 'map', 'filter', 'find', 'every', 'some', 'flat', 'at', 'includes', 'forEach', 'entries', 'values', 'keys', 'slice', 'concat', 'indexOf', 'push', 'join', 'splice']) {
      const original = Array.prototype[name];
      if (!/push|slice|indexOf|forEach|join|splice|concat|map|filter/.test(name)) Array.prototype[name] = function () { return 'replaced'; };
      else Array.prototype[name] = function () { return original.apply(this, arguments); };
    }
    Array.from = function (value) { return value ? [].slice.call(value) : []; };
    Array.prototype.first = function () { return this[0]; };`,
  'enumerable additions to the prototypes': `
    Object.prototype.extend = function () {};
    Object.prototype.status = 'polluted'; Object.prototype.path = '/polluted'; Object.prototype.headline = 'polluted';
    Object.prototype.formats = Object.prototype.format = Object.prototype.wasm = '/polluted';
    Object.prototype.labels = { more: 'polluted' }; Object.prototype.maxBytes = 1; Object.prototype.cause = 'polluted';
    Object.prototype.detail = 'polluted'; Object.prototype.cancelable = Object.prototype.bubbles = true;
    Array.prototype.clean = String.prototype.clean = Function.prototype.bindAll = function () {};`,
  'another JSON': `
    const { parse, stringify } = JSON;
    window.JSON = { parse: (text) => parse(text), stringify: (value, replacer, space) => stringify(value, replacer, space), encode: stringify };`,
  'a Promise of its own': `
    const Native = Promise;
    window.Promise = function Promise(executor) {
      const inner = new Native(executor);
      this.then = (good, bad) => new window.Promise((resolve, reject) => inner.then(good, bad).then(resolve, reject));
      this.catch = (bad) => this.then(undefined, bad);
      this.finally = (last) => this.then((value) => (last(), value), (error) => { last(); throw error; });
    };
    for (const name of ['all', 'race', 'allSettled', 'any', 'resolve', 'reject']) window.Promise[name] = (list) => new window.Promise((resolve, reject) => Native[name](list).then(resolve, reject));`,
  'a fetch that adds headers and clones answers': `
    const original = window.fetch;
    window.fetch = function (input, init) {
      const headers = new Headers(init && init.headers);
      headers.set('x-traced', '1');
      return original.call(this, input, Object.assign({}, init, { headers })).then((response) => {
        response.clone().text();
        return response.clone();
      });
    };`,
  'a fetch made of XMLHttpRequest': `
    window.fetch = (input, init = {}) => new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(init.method || 'GET', String(input.url || input));
      request.responseType = 'blob';
      request.onerror = () => reject(new TypeError('Network request failed'));
      request.onload = () => resolve(new Response(request.response, { status: request.status, headers: { 'content-type': request.getResponseHeader('content-type') } }));
      request.send();
    });`,
  'another customElements.define': `
    const define = customElements.define;
    customElements.define = function (name, constructor, options) {
      if (name.indexOf('-') < 0) throw new Error('no');
      return define.call(this, name, class extends constructor { static wrapped = true; }, options);
    };`,
  'other methods of elements': `
    for (const name of ['remove', 'append', 'prepend', 'replaceWith', 'after', 'setAttribute', 'getAttribute', 'querySelector', 'closest', 'matches', 'attachShadow', 'addEventListener', 'dispatchEvent', 'appendChild', 'cloneNode', 'contains']) {
      for (const prototype of [Element.prototype, Node.prototype, EventTarget.prototype]) {
        const original = Object.getOwnPropertyDescriptor(prototype, name);
        if (original) prototype[name] = function (...args) { return original.value.apply(this, args); };
      }
    }
    Element.prototype.remove = function () { this.parentNode && this.parentNode.removeChild(this); return this; };
    Element.prototype.hide = Element.prototype.show = Element.prototype.update = function () { return this; };
    HTMLElement.prototype.filled = HTMLElement.prototype.busy = true;
    Event.prototype.stop = function () {};`,
  'an older URL, CustomEvent, AbortController and timers': `
    const { CustomEvent: Custom, setTimeout: timer } = window;
    window.CustomEvent = function (type, init) { const event = document.createEvent('CustomEvent'); event.initCustomEvent(type, !!(init && init.bubbles), !!(init && init.cancelable), init && init.detail); return event; };
    window.CustomEvent.prototype = Custom.prototype;
    window.setTimeout = function (callback, delay) { return timer.call(window, () => callback(), delay); };
    delete AbortSignal.timeout; delete AbortSignal.any;
    window.queueMicrotask = (callback) => Promise.resolve().then(callback);`,
};

for (const [what, code] of Object.entries(libraries)) {
  everywhere(`an old library: ${what}`, async (page, site) => {
    site.route('/html.json', json('{"headline":"From HTML","body":{"html":"<p>One</p><ul><li>two</ul>"}}'));
    const body = '<article-widget src="article.json" heading-level="3" labels=\'{"more":"Further"}\'></article-widget><article-widget src="html.json" heading-level="3"></article-widget>'
      + '<article-widget heading-level="3" id="property"></article-widget>';
    // Drivers use built-ins that these libraries break, so the page reports its state to its server.
    const report = `<script type="module">
      document.querySelector('#property').article = { headline: 'A property', body: ['One', { type: 'list', items: ['two', 3] }] };
      const look = setInterval(() => {
        const widgets = document.querySelectorAll('article-widget'), said = [];
        for (let i = 0; i < widgets.length; i++) {
          const head = widgets[i].shadowRoot && widgets[i].shadowRoot.querySelector('h3[part~=headline]');
          if (head) said[i] = head.textContent + ' ' + widgets[i].shadowRoot.querySelectorAll('p, li').length;
        }
        const done = said[0] && said[1] && said[2];
        if (!done && !window.failed) return;
        clearInterval(look);
        new Image().src = '/said?' + encodeURIComponent(window.failed || said[0] + ' | ' + said[1] + ' | ' + said[2]);
      }, 20);
    </script>`;
    const head = `<script>{${code}}</script><script>document.addEventListener('error', (event) => { if (event instanceof CustomEvent) window.failed = window.failed || event.detail.code + ': ' + event.detail.message; }, true);</script>${MODULE}${report}`;
    await openPage(page, site, body, { head, recorder: '' });
    const said = () => site.requests.find(({ path }) => path.startsWith('/said?'))?.path.slice('/said?'.length);
    for (let i = 0; i < 500 && !said(); i++) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(decodeURIComponent(said() ?? 'nothing'), `${HEADLINE} 2 | From HTML 2 | A property 3`);
  });
}

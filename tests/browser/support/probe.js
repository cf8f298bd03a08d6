// Runs first in every test page: collects the page's complaints, for `page.records()`.
(() => {
  /** @type {{ type: string, message: string }[]} */
  const records = [];
  Object.defineProperty(window, '__probe', { value: records });

  const text = (value) => {
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    try {
      return String(value);
    } catch {
      return Object.prototype.toString.call(value);
    }
  };
  const keep = (type, message) => records.push({ type, message });

  for (const level of ['error', 'warn']) {
    const original = console[level];
    console[level] = function (...values) {
      keep(`console.${level}`, values.map(text).join(' '));
      return Reflect.apply(original, this, values);
    };
  }
  // Captured at the window, to include failed resources, whose events do not bubble.
  window.addEventListener(
    'error',
    (event) => {
      if (event instanceof ErrorEvent) keep('exception', event.error ? text(event.error) : event.message);
      // An element's own error event is not a complaint of the page, except about a resource.
      else if (event.target instanceof Element && /^(img|link|script|source|iframe)$/i.test(event.target.localName)) {
        keep('resource', event.target.src || event.target.href || event.target.localName);
      }
    },
    true,
  );
  window.addEventListener('unhandledrejection', (event) => keep('rejection', text(event.reason)));
  document.addEventListener('securitypolicyviolation', (event) => {
    keep('csp', `${event.effectiveDirective} blocked ${event.blockedURI || event.sample || 'inline'}`);
  });
})();

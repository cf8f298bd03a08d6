// The page's side of a bench: `window.bench`, called by the runner.

/** @type {Map<string, Promise<{ show: Function, showLive?: Function }>>} */
const modules = new Map();
const load = ({ impl, kind }) => {
  const url = `/peers/${impl}.${kind}.js`;
  if (!modules.has(url)) modules.set(url, import(url));
  return modules.get(url);
};

/** The input of a peer: HTML as text, or the bytes of JSON as they come from the network. */
async function input({ kind }, { json, ready }) {
  const response = await fetch(kind === 'ready' ? ready : json);
  return kind === 'ready' ? response.text() : new Uint8Array(await response.arrayBuffer());
}

/** WebAssembly instances of this page, to count their memory. */
const instances = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = new Proxy(Instance, {
  construct(target, args) {
    const instance = Reflect.construct(target, args);
    instances.push(instance);
    return instance;
  },
});

const wasmBytes = () => instances.reduce((sum, { exports }) => sum + (exports.memory?.buffer.byteLength ?? 0), 0);

function addPlace() {
  const place = document.createElement('div');
  document.querySelector('main').append(place);
  return place;
}

/** Does work at the start of a frame. `frame` ends when the frame's style, layout and paint are done. */
function inFrame(work) {
  return new Promise((resolve, reject) => {
    requestAnimationFrame(async () => {
      const { port1, port2 } = new MessageChannel();
      const start = performance.now();
      try {
        const result = await work();
        const script = performance.now() - start;
        port1.onmessage = () => resolve({ result, script, frame: performance.now() - start });
        port2.postMessage(null);
      } catch (error) {
        reject(error);
      }
    });
  });
}

/** One sample: fresh roots, each with the article, all made in one frame; returns the milliseconds for one of them. */
async function sample(peer, data, repetitions) {
  const { show } = await load(peer);
  const places = Array.from({ length: repetitions }, addPlace);
  globalThis.gc?.();
  const { result: shown, script, frame } = await inFrame(async () => {
    const list = [];
    for (const place of places) list.push(await show(place, data));
    return list;
  });
  for (const one of shown) one.remove();
  for (const place of places) place.remove();
  return { script: script / repetitions, frame: frame / repetitions };
}

const idle = () => new Promise((resolve) => setTimeout(resolve, 20));

/** The content of an article for a comparison: elements with their addresses and text, without meaningless wrappers. */
function signature(root) {
  const parts = [];
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return void parts.push(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const named = node.localName !== 'span';
    // article-widget puts an author's headings below the headline; sanitizers do not change them.
    const name = node.localName.replace(/^h[1-6]$/, 'heading');
    if (named) parts.push(`<${name} ${node.getAttribute('href') ?? node.getAttribute('src') ?? ''} ${node.getAttribute('alt') ?? ''}>`);
    node.childNodes.forEach(visit);
    if (named) parts.push(`</${name}>`);
  };
  visit(root.querySelector('article'));
  return parts.join('').replace(/\s+/g, ' ').replace(/> | </g, (tag) => tag.trim());
}

globalThis.bench = {
  /** Shows the same article with each peer, and returns the first difference from the first peer, if any. */
  async difference(peers, inputs) {
    let first;
    for (const peer of peers) {
      const place = addPlace();
      const shown = await (await load(peer)).show(place, await input(peer, inputs));
      const is = signature(place.shadowRoot);
      shown.remove();
      place.remove();
      first ??= is;
      if (is === first) continue;
      let at = 0;
      while (is[at] === first[at]) at++;
      return `${peer.impl}: …${is.slice(Math.max(0, at - 60), at + 60)}… in place of …${first.slice(Math.max(0, at - 60), at + 60)}…`;
    }
    return null;
  },

  /** Samples by peer, in a given order for each round. */
  async rounds(peers, inputs, orders, repetitions) {
    const data = await Promise.all(peers.map((peer) => input(peer, inputs)));
    const samples = peers.map(() => []);
    for (const order of orders) {
      for (const index of order) {
        samples[index].push(await sample(peers[index], data[index], repetitions));
        await idle();
      }
    }
    return samples;
  },

  /** Shows a number of articles and keeps them; returns the milliseconds of script. */
  async keep(peer, inputs, count) {
    const { show } = await load(peer);
    const data = await input(peer, inputs);
    const places = Array.from({ length: count }, addPlace);
    const { result, script } = await inFrame(async () => {
      const list = [];
      for (const place of places) list.push(await show(place, data));
      return list;
    });
    this.kept = { places, shown: result };
    return script;
  },

  /** Removes the kept articles. */
  drop() {
    this.kept?.shown.forEach((one) => one.remove());
    this.kept?.places.forEach((place) => place.remove());
    this.kept = undefined;
  },

  /** Mounts and removes articles, one after the other. */
  async cycle(peer, inputs, count) {
    const { show } = await load(peer);
    const data = await input(peer, inputs);
    for (let i = 0; i < count; i++) {
      const place = addPlace();
      (await show(place, data)).remove();
      place.remove();
      if (i % 50 === 49) await idle();
    }
  },

  wasmBytes,
  load,
  input,
  addPlace,
};

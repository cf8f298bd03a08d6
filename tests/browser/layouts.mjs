// Layouts of ordinary pages: `{}` is the place of an article or a text, which has the class `it`; its neighbours have
// the class `by`.

/** Texts for a neighbour, and some words of a menu. */
const SIDE = '<aside class="by">Other news of the day, and some more of them</aside>';
const MENU = '<nav class="by"><a href="#">Harbour</a> <a href="#">Weather</a></nav>';
const fixed = (/** @type {number} */ width) => `<aside class="by" style="flex: none; inline-size: ${width}px">Beside</aside>`;

/** @param {string} style @param {string} content */
const div = (style, content) => `<div style="${style}">${content}</div>`;

/** @type {Record<string, string>} */
export const LAYOUTS = {
  'a block': '{}',
  'nested blocks': '<main><section><div>{}</div></section></main>',

  'a grid of 1fr and 300px': div('display: grid; grid-template-columns: 1fr 300px', `<main>{}</main>${SIDE}`),
  'a grid of 1fr and 200px with gaps': div('display: grid; grid-template-columns: 1fr 200px; gap: 24px', `<main>{}</main>${SIDE}`),
  'a grid of 200px and 1fr': div('display: grid; grid-template-columns: 200px 1fr; gap: 1rem', `${SIDE}<main>{}</main>`),
  'the cell of a grid itself': div('display: grid; grid-template-columns: 2fr 1fr', `{}${SIDE}`),
  'a grid of 1fr 1fr': div('display: grid; grid-template-columns: 1fr 1fr', `<div>{}</div>${SIDE}`),
  'a grid of auto auto': div('display: grid; grid-template-columns: auto auto', `<div>{}</div>${SIDE}`),
  'a grid of auto and 1fr': div('display: grid; grid-template-columns: auto 1fr', `${MENU}<div>{}</div>`),
  'a grid of three columns': div('display: grid; grid-template-columns: 140px 1fr 140px', `${MENU}<main>{}</main>${SIDE}`),
  'a grid of min-content and auto': div('display: grid; grid-template-columns: min-content auto', `${MENU}<main>{}</main>`),
  'a grid of fit-content': div('display: grid; grid-template-columns: fit-content(60%) 1fr', `<div>{}</div>${SIDE}`),
  'a grid without columns': div('display: grid; gap: 1rem', `${MENU}<main>{}</main>${SIDE}`),
  'a grid with named areas': div('display: grid; grid-template: "top top" "main side" / 1fr 180px', `<nav class="by" style="grid-area: top">Menu</nav><main style="grid-area: main">{}</main><aside class="by" style="grid-area: side">Beside</aside>`),
  'a grid that centres': div('display: grid; place-items: center', `<div>{}</div>${MENU}`),
  'an inline grid': div('display: inline-grid', '<div>{}</div>'),
  'cards of auto-fit': div('display: grid; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); gap: 16px', `<div>{}</div><div class="by">A card</div><div class="by">A card</div>`),
  'cards of auto-fill with padding': div('display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 16px', `<div style="padding: 24px; border: 1px solid">{}</div><div class="by">A card</div>`),
  'a grid in a grid': div('display: grid; grid-template-columns: 1fr 200px', `<div style="display: grid; grid-template-columns: 1fr 100px"><div>{}</div><p class="by">Inner</p></div>${SIDE}`),
  'a flow by columns of a grid': div('display: grid; grid-auto-flow: column', `<div>{}</div>${SIDE}`),

  'a row with a sidebar': div('display: flex', `<main style="flex: 1">{}</main>${fixed(240)}`),
  'a row with a sidebar before it': div('display: flex; gap: 20px', `${fixed(200)}<main style="flex: 1">{}</main>`),
  'a row of auto': div('display: flex', `<main>{}</main>${SIDE}`),
  'a row, the item itself': div('display: flex', `{}${SIDE}`),
  'a row, the item itself grows': div('display: flex', `<div class="it-grows">{}</div>${SIDE}<style>.it { flex-grow: 1 }</style>`),
  'a row of two that grow': div('display: flex', `<div style="flex: 1">{}</div><div class="by" style="flex: 1">Text beside it, which has some words</div>`),
  'a row in percent': div('display: flex', `<div style="flex: 0 0 70%">{}</div><div class="by" style="flex: 0 0 30%">Beside</div>`),
  'a row that wraps': div('display: flex; flex-wrap: wrap', `<main style="flex: 1 1 300px">{}</main><aside class="by" style="flex: 1 1 200px">Beside</aside>`),
  'a row that wraps, of auto': div('display: flex; flex-wrap: wrap', `<div>{}</div>${SIDE}`),
  'a row that centres': div('display: flex; justify-content: center', '<div>{}</div>'),
  'a row within a row': div('display: flex', `<div style="flex: 1; display: flex"><div style="flex: 1">{}</div><p class="by" style="flex: none">Inner</p></div>${fixed(120)}`),
  'a row that has no shrinking neighbour': div('display: flex', `<div>{}</div><p class="by" style="white-space: nowrap; flex-shrink: 0">A line that never breaks</p>`),
  'a column': div('display: flex; flex-direction: column', `${MENU}<main>{}</main>`),
  'a column that centres': div('display: flex; flex-direction: column; align-items: center', '<main>{}</main>'),
  'a column at the start': div('display: flex; flex-direction: column; align-items: flex-start', '<main>{}</main>'),
  'an inline row': div('display: inline-flex', `<div>{}</div>${SIDE}`),
  'a media object': div('display: flex; gap: 12px', `<i class="by" style="flex: none; inline-size: 64px; block-size: 64px"></i><div>{}</div>`),
  'the template of Vite': '<style>#root { max-width: 1280px; margin: 0 auto; padding: 2rem; text-align: center } body { display: flex; place-items: center; min-width: 320px; min-height: 100vh }</style><div id="root"><main>{}</main></div>',
  'a footer at the bottom': '<style>body { min-height: 100vh; display: flex; flex-direction: column }</style><main style="flex: 1">{}</main><footer class="by">Footer</footer>',
  'a body that is a grid': '<style>body { display: grid; grid-template-columns: 1fr minmax(0, 65ch) 1fr } body > * { grid-column: 2 }</style><main>{}</main>',

  'the cell of a table': `<table><tr><td>{}</td><td class="by">Other news of the day</td></tr></table>`,
  'the cell of a wide table': `<table style="inline-size: 100%"><tr><td class="by">Menu</td><td>{}</td><td class="by">Other news</td></tr></table>`,
  'a table with a fixed column': `<table style="inline-size: 100%"><tr><td>{}</td><td class="by" style="inline-size: 180px">Beside</td></tr></table>`,
  'a table of fixed layout': `<table style="inline-size: 100%; table-layout: fixed"><tr><td>{}</td><td class="by">Beside</td></tr></table>`,
  'a row in the display of a table': div('display: table; inline-size: 100%', `<div style="display: table-cell">{}</div><div class="by" style="display: table-cell; inline-size: 160px">Beside</div>`),
  'the display of a table around it': div('display: table', '{}'),

  'a float': div('float: left', '{}'),
  'a float to the end': `${div('float: right', '{}')}<p class="by">Text that flows around it, if there is room</p>`,
  'a float with a width': `${div('float: left; inline-size: 60%', '{}')}<p class="by" style="overflow: hidden">Beside</p>`,
  'beside a float': `<aside class="by" style="float: right; inline-size: 150px">Beside</aside><main style="overflow: hidden">{}</main>`,
  'a float of itself': `<style>.it { float: left }</style>{}`,
  'an inline block': div('display: inline-block', '{}'),
  'an inline block of itself': '<style>.it { display: inline-block }</style>{}',
  'inline blocks beside each other': `<div class="by" style="display: inline-block; inline-size: 30%">Menu</div>${div('display: inline-block; inline-size: 65%', '{}')}`,
  'a fieldset': '<fieldset><legend>Article</legend>{}</fieldset>',
  'a fieldset in a row': div('display: flex', `<fieldset>{}</fieldset>${fixed(160)}`),
  'details that are open': '<details open><summary>More</summary>{}</details>',
  'a dialog': '<dialog open>{}</dialog>',
  'a list': '<ul><li>{}</li></ul>',
  'a figure': '<figure>{}<figcaption class="by">Caption</figcaption></figure>',
  'an absolute box': div('position: relative; block-size: 100px', div('position: absolute; inset-inline-start: 40px', '{}')),
  'fit-content': div('inline-size: fit-content; margin: auto', '{}'),
  'min-content': div('inline-size: min-content', '{}'),
  'columns of text': div('columns: 2', '{}'),
  'a box with a maximum': div('max-inline-size: 700px; margin: 0 auto; padding: 0 16px', '{}'),
  'a box that scrolls': div('overflow: auto; max-block-size: 300px', '{}'),
  'a narrow box': div('inline-size: 200px', '{}'),
  'a page from right to left': `<div dir="rtl" style="display: grid; grid-template-columns: 1fr 200px"><main>{}</main>${SIDE}</div>`,

  'a host that is a row': '<style>.it { display: flex }</style>{}',
  'a host that is a row with a gap': '<style>.it { display: flex; gap: 40px }</style>{}',
  'a host that is a row and centres': '<style>.it { display: flex; align-items: center; justify-content: center }</style>{}',
  'a host that is a column': '<style>.it { display: flex; flex-direction: column }</style>{}',
  'a host that is a column and centres': '<style>.it { display: flex; flex-direction: column; align-items: center; gap: 2rem }</style>{}',
  'a host that is a grid': '<style>.it { display: grid }</style>{}',
  'a host that is a grid and centres': '<style>.it { display: grid; place-items: center; gap: 1rem }</style>{}',
  'a host that is an inline block in a row': `<style>.it { display: inline-block }</style>${div('display: flex', `<div>{}</div>${SIDE}`)}`,
  'a host that is inline': '<style>.it { display: inline }</style><main>{}</main>',
  'a host that is a row in a grid': `<style>.it { display: flex }</style>${div('display: grid; grid-template-columns: 1fr 200px', `<main>{}</main>${SIDE}`)}`,
  'a host with a width of its own': '<style>.it { inline-size: 500px; max-inline-size: 100% }</style>{}',
};

/** Of Bootstrap's grid and helpers. @type {Record<string, string>} */
export const BOOTSTRAP = {
  'col and col-4': `<div class="container"><div class="row"><div class="col">{}</div><div class="col-4 by">Beside</div></div></div>`,
  'col-md-8 and col-md-4': `<div class="container"><div class="row"><div class="col-md-8">{}</div><div class="col-md-4 by">Beside</div></div></div>`,
  'three of col': `<div class="container"><div class="row"><div class="col by">One</div><div class="col">{}</div><div class="col by">Three</div></div></div>`,
  'col-auto and col': `<div class="container-fluid"><div class="row"><div class="col-auto by">Some menu</div><div class="col">{}</div></div></div>`,
  'a card': `<div class="container"><div class="row row-cols-1 row-cols-md-3 g-4"><div class="col"><div class="card"><div class="card-body">{}</div></div></div><div class="col"><div class="card by"><div class="card-body">A card</div></div></div></div></div>`,
  'd-flex': `<div class="d-flex"><div class="flex-shrink-0 p-3 by" style="width: 180px">Menu</div><div class="flex-grow-1 p-3">{}</div></div>`,
  'hstack': `<div class="hstack gap-3"><div class="p-2">{}</div><div class="p-2 by">Beside it</div></div>`,
  'a media object': `<div class="d-flex"><div class="flex-shrink-0 by">Image</div><div class="flex-grow-1 ms-3">{}</div></div>`,
};

/** Of Bulma's columns and boxes. @type {Record<string, string>} */
export const BULMA = {
  'column and is-one-third': `<section class="section"><div class="columns is-mobile"><div class="column">{}</div><div class="column is-one-third by">Beside</div></div></section>`,
  'column and is-narrow': `<div class="columns is-mobile"><div class="column">{}</div><div class="column is-narrow by"><div style="width: 150px">Beside</div></div></div>`,
  'is-half twice': `<div class="container"><div class="columns is-mobile"><div class="column is-half">{}</div><div class="column is-half by">Beside</div></div></div>`,
  'three columns': `<div class="columns"><div class="column by">One</div><div class="column">{}</div><div class="column by">Three</div></div>`,
  'level': `<div class="level"><div class="level-left"><div class="level-item">{}</div></div><div class="level-right by">Right</div></div>`,
  'a media object': `<article class="media"><figure class="media-left by">Image</figure><div class="media-content">{}</div><div class="media-right by">End</div></article>`,
  'a box with content': `<div class="box"><div class="content">{}</div></div>`,
  'a smart grid': `<div class="grid"><div class="cell">{}</div><div class="cell by">Beside</div></div>`,
};

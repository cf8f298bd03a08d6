// Stands for `import.meta.url` in the classic script: where that script was loaded from.
// Read at the top level, because `document.currentScript` is set only while the script runs first;
// the type check keeps an element named "currentScript" on a foreign page from being taken for it.
const script = document.currentScript;
export const classicScriptUrl = script instanceof HTMLScriptElement && script.src ? script.src : document.baseURI;

// Stands for `import.meta.url` in the classic script: where that script was loaded from.
// Read at the top level, because it is known only while the script first runs; by the getter, because an element
// named "currentScript" on the host page shadows the document's own property.
const script = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')?.get?.call(document);
export const classicScriptUrl = script?.src || document.baseURI;

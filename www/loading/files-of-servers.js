// Servers fetch no files: all labels are in their script. Stands for `files-by-address.js` there, whose addresses bundlers
// would make files of.

/** @type {(() => Promise<string>)[]} */
export const LABELS = [];

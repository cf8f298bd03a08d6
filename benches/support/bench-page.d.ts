/** Globals that pages/harness.js adds to the benches' pages. */
declare const bench: any;

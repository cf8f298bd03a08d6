/** What pages/harness.js puts on the benches' pages. */
declare const bench: any;

/** What a page complained of; `message` is the text of it. */
export interface Complaint {
  type: 'console.error' | 'console.warn' | 'exception' | 'rejection' | 'resource' | 'csp';
  message: string;
}

declare global {
  interface Window {
    /** Put there by probe.js. */
    __probe?: Complaint[];
  }
}

/** A complaint of a page; `message` is its text. */
export interface Complaint {
  type: 'console.error' | 'console.warn' | 'exception' | 'rejection' | 'resource' | 'csp';
  message: string;
}

declare global {
  interface Window {
    /** Set by probe.js. */
    __probe?: Complaint[];
  }
}

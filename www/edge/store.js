/**
 * Values by key, as many as their bytes allow: those that were asked for longest ago go first.
 * @template T
 */
export class Store {
  #maxBytes;
  #bytes = 0;
  /** In the order of use. @type {Map<string, { value: T, bytes: number }>} */
  #entries = new Map();

  /** @param {number} maxBytes */
  constructor(maxBytes) {
    this.#maxBytes = maxBytes;
  }

  /** @param {string} key @returns {T | undefined} */
  get(key) {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** @param {string} key @param {T} value @param {number} bytes  that it takes, its key included */
  set(key, value, bytes) {
    this.delete(key);
    // One that would push out everything else is not worth it.
    if (bytes > this.#maxBytes / 4) return;
    this.#entries.set(key, { value, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.delete(oldest);
    }
  }

  /** @param {string} key */
  delete(key) {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#bytes -= entry.bytes;
    this.#entries.delete(key);
  }
}

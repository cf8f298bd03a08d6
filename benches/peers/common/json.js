const decoder = new TextDecoder();

/** An article as a peer gets it from `response.json()`. @param {Uint8Array} bytes */
export const parsed = (bytes) => JSON.parse(decoder.decode(bytes));

export async function mainThread() { return []; }

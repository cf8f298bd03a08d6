export async function cold() { return []; }

export async function growth() { return []; }

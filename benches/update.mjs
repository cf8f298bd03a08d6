export async function update() { return []; }

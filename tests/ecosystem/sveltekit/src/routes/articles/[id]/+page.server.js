import { articleOf } from '../../../articles';

export const load = async ({ params }) => ({ article: await articleOf(params.id) });

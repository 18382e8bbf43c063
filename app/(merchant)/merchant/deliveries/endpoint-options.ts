import { listOwnEndpoints } from '@/lib/merchants/list-own-endpoints';

/** The merchant's endpoints, to choose one of. */
export const endpointOptions = async (
  merchantId: string,
): Promise<{ value: string; label: string }[]> =>
  (await listOwnEndpoints(merchantId)).map(({ id, url }) => ({ value: id, label: url }));

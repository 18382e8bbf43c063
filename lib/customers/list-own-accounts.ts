import { selectCustomersOf } from './store';

/** The accounts that a signed-in user owns, at every merchant and at the platform. */
export async function listOwnAccounts({
  userId,
}: {
  userId: string;
}): Promise<{ customerId: string; merchantId: string }[]> {
  const rows = await selectCustomersOf(userId);
  return rows.map(({ id, merchantId }) => ({ customerId: id, merchantId }));
}

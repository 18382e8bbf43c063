import { db, type Tx } from '@/lib/core/db';
import { selectCustomerById } from './store';

/** Whose customer that is, and which person it belongs to once that is proved. */
export async function findCustomer(
  customerId: string,
  tx: Tx = db(),
): Promise<{ merchantId: string; userId: string | null } | undefined> {
  return selectCustomerById(customerId, tx);
}

import { present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { referenceSchema } from './schema';
import { mergeCustomerQuota, upsertCustomer } from './store';

/**
 * The merchant's customer of that reference, made when it is new. With a user it becomes theirs
 * for good: the caller has proved that the two are the same person. Inside the caller's transaction
 * where there is one.
 *
 * @throws Refusal not_permitted when it belongs to somebody else, invalid_request for a reference
 * that is none
 */
export async function ensureCustomer(
  given: { merchantId: string; reference: string; userId?: string },
  tx?: Tx,
): Promise<{ customerId: string }> {
  const { merchantId, userId = null } = given;
  const reference = referenceSchema.safeParse(given.reference);
  if (!reference.success) {
    throw new Refusal('invalid_request', {}, [
      { path: 'reference', problem: '1 to 128 characters, none of them a control character' },
    ]);
  }
  const row = { id: newId('cus'), merchantId, reference: reference.data, userId };
  return tx ? ensureRow(tx, row) : inTransaction((own) => ensureRow(own, row));
}

async function ensureRow(
  tx: Tx,
  row: { id: string; merchantId: string; reference: string; userId: string | null },
): Promise<{ customerId: string }> {
  const { merchantId, userId } = row;
  const { id: customerId, userId: owner } = present(await upsertCustomer(tx, row), 'the customer');
  if (userId === null) return { customerId };
  if (owner !== userId) throw new Refusal('not_permitted', { merchantId });
  await mergeCustomerQuota(tx, { customerId, userId });
  return { customerId };
}

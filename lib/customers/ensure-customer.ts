import { present } from '@/lib/core/assert';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { referenceSchema } from './schema';
import { upsertCustomer } from './store';

/**
 * The merchant's customer of that reference, made when it is new. With a user it becomes theirs
 * for good: the caller has proved that the two are the same person.
 *
 * @throws Refusal not_permitted when it belongs to somebody else, invalid_request for a reference
 * that is none
 */
export async function ensureCustomer(given: {
  merchantId: string;
  reference: string;
  userId?: string;
}): Promise<{ customerId: string }> {
  const { merchantId, userId = null } = given;
  const reference = referenceSchema.safeParse(given.reference);
  if (!reference.success) {
    throw new Refusal('invalid_request', {}, [
      { path: 'reference', problem: '1 to 128 characters, none of them a control character' },
    ]);
  }
  const customer = await inTransaction((tx) =>
    upsertCustomer(tx, { id: newId('cus'), merchantId, reference: reference.data, userId }),
  );
  const { id, userId: owner } = present(customer, 'the customer');
  if (userId !== null && owner !== userId) throw new Refusal('not_permitted', { merchantId });
  return { customerId: id };
}

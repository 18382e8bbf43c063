import { present } from '@/lib/core/assert';
import { keyedHash } from '@/lib/core/crypto';
import { inTransaction } from '@/lib/core/unit-of-work';
import { answerOnce } from '@/lib/merchants/answer-once';
import { selectMerchantCustomer } from './customer-list-store';
import { ensureCustomer } from './ensure-customer';
import { presentCustomer } from './present-customer';

/**
 * A merchant's server names a shopper: 201 and the customer, or 200 and the one that has the name already.
 *
 * @throws Refusal idempotency_key_reused, idempotency_in_progress
 */
export async function createCustomerByApi({
  merchantId,
  idempotencyKey: key,
  reference,
}: {
  merchantId: string;
  idempotencyKey: string;
  reference: string;
}): Promise<{ status: number; body: string; hit: boolean }> {
  const inputHash = keyedHash('create-customer', reference);
  const which = { merchantId, reference };
  return inTransaction((tx) =>
    answerOnce(tx, { merchantId, key, inputHash }, async () => {
      const known = await selectMerchantCustomer(which, tx);
      if (!known) await ensureCustomer(which, tx);
      const customer = known ?? present(await selectMerchantCustomer(which, tx), 'the customer');
      return { status: known ? 200 : 201, body: JSON.stringify(presentCustomer(customer)) };
    }),
  );
}

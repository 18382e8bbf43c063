import { keyedHash } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getMerchantCustomer } from '@/lib/customers/get-merchant-customer';
import type { ExternalRef } from '@/lib/ledger/chart';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { answerOnce } from '@/lib/merchants/answer-once';
import { hasBalanceContract } from './balance-contract';
import { openVirtualAccount } from './open-virtual-account';
import { presentAccount } from './present-account';
import { selectNumber } from './store';

/**
 * A merchant's server asks for the number of a customer's account: 201 and a new one, or 200 and the one it has.
 *
 * @throws Refusal customer_not_found, balance_not_offered, idempotency_key_reused, idempotency_in_progress
 */
export async function openAccountByApi({
  merchantId,
  customerId,
  idempotencyKey: key,
}: {
  merchantId: string;
  customerId: string;
  idempotencyKey: string;
}): Promise<{ status: number; body: string; hit: boolean }> {
  await getMerchantCustomer({ merchantId, customerId });
  const ref: ExternalRef = { subject: 'customer_balance', owner: customerId };
  const inputHash = keyedHash('open-virtual-account', customerId);
  return inTransaction((tx) =>
    answerOnce(tx, { merchantId, key, inputHash }, async () => {
      if (!(await hasBalanceContract(tx, ref))) throw new Refusal('balance_not_offered');
      const known = await selectNumber(ref, tx);
      const number = known ?? (await openVirtualAccount(tx, ref)).number;
      const account = await findLedgerAccount(ref, tx);
      const body = JSON.stringify(presentAccount({ number, customerId, account }));
      return { status: known ? 200 : 201, body };
    }),
  );
}

import { db, type Tx } from '@/lib/core/db';
import type { Account } from '@/lib/customers/find-account';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { balancePart } from '@/lib/methods/combine';
import { cny, type Money } from '@/lib/money/money';
import { getQuota } from '@/lib/persons/get-quota';
import type { Quota } from '@/lib/persons/quota';

/** What an account could pay of an amount beside another way, as it stands now. */
export async function findPart(
  amount: Money,
  account: Account,
  tx: Tx = db(),
): Promise<{ available: Money; quota: Quota; part: Money | undefined }> {
  const owner = account.customerId;
  const ledger = await findLedgerAccount({ subject: 'customer_balance', owner }, tx);
  const quota = await getQuota(account, tx);
  const available = ledger?.available ?? cny(0n);
  return { available, quota, part: balancePart(amount, { balance: available, quota }) };
}

import type { Tx } from '@/lib/core/db';
import type { Quota } from './quota';
import { classOf, quotaLeft } from './quota-rules';
import { selectPayer } from './quota-store';

/**
 * What the owner of an account may still pay from balances, by the database's clock and Beijing's
 * calendar. `userId` is the account's owner, if it is known to have one. What is counted in the end
 * is decided by the payment's own statement.
 */
export async function getQuota(
  account: { userId: string | null; customerId: string },
  tx?: Tx,
): Promise<Quota> {
  const { payerId, verified, used } = await selectPayer(account, tx);
  return quotaLeft({ payerId, class: classOf(verified), used });
}

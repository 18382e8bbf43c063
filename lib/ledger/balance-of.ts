import { db, type Tx } from '@/lib/core/db';
import { cny, type Money } from '@/lib/money/money';
import type { Subject } from './chart';
import { selectBalance } from './store';

/** The balance on the account's normal side; an account never used has nothing. */
export async function balanceOf(
  account: { subject: Subject; owner: string },
  tx: Tx = db(),
): Promise<Money> {
  return cny(await selectBalance(tx, `${account.subject}:${account.owner}:CNY`));
}

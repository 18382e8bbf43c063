import { db, type Tx } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import type { ExternalRef } from '@/lib/ledger/chart';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { sumRecentCredits } from '@/lib/ledger/sum-recent-credits';
import { cny, type Money } from '@/lib/money/money';
import { withdrawableOf } from './rules';

/** What may be withdrawn now, what is available, and what of it a card topped up too lately. */
export async function getWithdrawable(
  { account }: { account: ExternalRef },
  tx: Tx = db(),
): Promise<{ withdrawable: Money; available: Money; fresh: Money; hours: number }> {
  const hours = env().CARD_TOP_UP_HOLD_HOURS;
  const known = await findLedgerAccount(account, tx);
  const available = known?.available ?? cny(0n);
  const fresh = await sumRecentCredits({ account, event: 'card_top_up', hours }, tx);
  return { withdrawable: withdrawableOf({ available, fresh }), available, fresh, hours };
}

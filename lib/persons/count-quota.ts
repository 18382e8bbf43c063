import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import type { CountedQuota } from './quota';
import { tryCountQuota } from './quota-store';

/**
 * Counts what `quotaOf` or `withdrawalQuotaOf` made, in the transaction of what it is for.
 * Payments count themselves (settle_payments); this is for everything else.
 *
 * @throws Refusal day_limit_exceeded {left}, class_limit_exceeded {left}; nothing is counted then
 */
export async function countQuota(tx: Tx, counted: CountedQuota): Promise<void> {
  const answer = await tryCountQuota(tx, counted);
  if (!answer.refused) return;
  throw new Refusal(answer.refused, { left: formatMoney(cny(answer.leftMinor)) });
}

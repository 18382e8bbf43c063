import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import type { CountedQuota } from './quota';
import { tryHoldQuota } from './quota-store';

/**
 * Counts what `quotaOf` made for something that may still come to nothing: `releaseQuota` under the
 * same reference gives it back. Again under that reference nothing more is counted.
 *
 * @throws Refusal day_limit_exceeded {left}, class_limit_exceeded {left}; nothing is counted then
 */
export async function holdQuota(
  tx: Tx,
  { reference, counted }: { reference: string; counted: CountedQuota },
): Promise<void> {
  const answer = await tryHoldQuota(tx, reference, counted);
  if (!answer.refused) return;
  throw new Refusal(answer.refused, { left: formatMoney(cny(answer.leftMinor)) });
}

import type { Tx } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { carryByCase } from './book-started';
import type { DivertCause } from './not-curable';
import { openRefund } from './open-refund';
import type { Refund } from './refund';

/**
 * A refund by transfer takes the place of one that the channel has refused for good: the money stays set
 * aside, and a case is opened to ask the shopper where it goes. Once for each refund.
 */
export async function divertRefund(
  tx: Tx,
  refused: Refund,
  { cause, code }: { cause: DivertCause; code: string | null },
): Promise<void> {
  const instead = await openRefund(
    tx,
    {
      ...refused,
      route: 'transfer',
      merchantRefundNo: null,
      replacesId: refused.id,
      divertCause: cause,
      channelCode: code,
    },
    { start: 'go', isTaken: true, cause: `it cannot go back the way it came: ${code ?? cause}` },
  );
  if (!instead) return;
  log().warn({ refundId: instead.id, cause, code }, 'a refund cannot go back the way it came');
  await carryByCase(tx, instead);
}

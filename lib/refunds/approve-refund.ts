import { inTransaction } from '@/lib/core/unit-of-work';
import { findRefundOf } from './find-refund-of';
import { readRefund } from './read-refund';
import type { AskedRefund } from './refund';
import { releaseRefund } from './release-refund';
import { sendRefund } from './send-refund';

/**
 * The merchant allows what a shopper asked for: it goes at once, or waits for the merchant's money.
 *
 * @throws Refusal refund_not_found (another merchant's, too), those of releaseRefund
 */
export async function approveRefund({
  refundId,
  merchantId,
  actor,
}: {
  refundId: string;
  merchantId: string;
  actor: string;
}): Promise<AskedRefund> {
  await findRefundOf({ refundId, merchantId });
  const released = await inTransaction((tx) =>
    releaseRefund(tx, { refundId, from: 'requested', actor, cause: 'the merchant allows it' }),
  );
  if (released.kind === 'gone' && released.toSend) await sendRefund(released.toSend);
  return readRefund(refundId);
}

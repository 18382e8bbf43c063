import { adapterOf } from '@/lib/channels/registry';
import { databaseNow } from '@/lib/core/clock';
import { nextAskAt } from './rules';
import { sendRefund } from './send-refund';
import { settleRefundOutcome } from './settle-refund-outcome';
import { ASKABLE } from './states';
import { scheduleAsk, selectRefund } from './store';

/**
 * Asks the channel about an undecided refund and commits the answer. Only when the channel is sure
 * that it never got it is the refund sent again, under the same number.
 */
export async function resolveRefund({ refundId }: { refundId: string }): Promise<void> {
  const refund = await selectRefund(refundId);
  if (!ASKABLE.includes(refund.state)) return;
  const adapter = adapterOf(refund.channel);
  const askedAt = await databaseNow();
  const outcome = await adapter.queryRefund({
    channelOrderNo: refund.channelOrderNo,
    requestedAt: refund.requestedAt,
    amount: refund.amount,
    askedAt,
    payableUntil: refund.requestedAt,
  });
  if (outcome.kind === 'failed' && outcome.reason === 'not_received') await sendRefund(refund);
  else await settleRefundOutcome({ refundId, outcome, cause: 'asked the channel' });
  const scheduleSeconds = adapter.querySchedule.refund;
  const now = await databaseNow();
  await scheduleAsk(refundId, nextAskAt({ now, asks: refund.asks + 1, scheduleSeconds }));
}

import { callChannel } from '@/lib/channel-health/call-channel';
import { databaseNow } from '@/lib/core/clock';
import { refundCall } from './refund-call';
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
  const { channel, adapter, call } = await refundCall(refund);
  const askedAt = await databaseNow();
  const outcome = await callChannel({ channel, operation: 'query' }, () =>
    adapter.queryRefund({ ...call, askedAt, payableUntil: refund.requestedAt }),
  );
  if (outcome.kind === 'failed' && outcome.reason === 'not_received') await sendRefund(refund);
  else {
    const instead = await settleRefundOutcome({ refundId, outcome, cause: 'asked the channel' });
    if (instead) await sendRefund(instead);
  }
  const scheduleSeconds = adapter.querySchedule.refund;
  const now = await databaseNow();
  await scheduleAsk(refundId, nextAskAt({ now, asks: refund.asks + 1, scheduleSeconds }));
}

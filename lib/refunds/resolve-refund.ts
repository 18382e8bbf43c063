import { callChannel } from '@/lib/channel-health/call-channel';
import { databaseNow } from '@/lib/core/clock';
import { noteInLog } from '@/lib/core/log-context';
import { askAboutOriginal } from './ask-about-original';
import { divertUnsent } from './divert-unsent';
import type { Refund } from './refund';
import { refundCall } from './refund-call';
import { isHeld, nextAskAt } from './rules';
import { sendRefund } from './send-refund';
import { settleRefundOutcome } from './settle-refund-outcome';
import { ASKABLE } from './states';
import { scheduleAsk, selectRefund } from './store';

/**
 * Asks the channel about an undecided refund and commits the answer. Only when the channel is sure
 * that it never got it is the refund sent again, under the same number; not one that is held, nor where the
 * way is locked meanwhile. One that was refused is asked about, too: it may have come after all.
 */
export async function resolveRefund({ refundId }: { refundId: string }): Promise<void> {
  const refund = await selectRefund(refundId);
  noteInLog({ orderId: refund.orderId, attemptId: refund.attemptId, refundId });
  const isAskable = ASKABLE.includes(refund.state);
  if (!isAskable && !mayComeAfterAll(refund)) return;
  const { channel, adapter, call, known } = await refundCall(refund);
  const askedAt = await databaseNow();
  const outcome = await callChannel(
    { channel, operation: 'query', carrier: call.original.carrier },
    () => adapter.queryRefund({ ...call, ...known, askedAt, payableUntil: call.requestedAt }),
  );
  const isLost = outcome.kind === 'failed' && outcome.reason === 'not_received';
  if (isLost && isAskable && !isHeld(refund)) {
    if (!(await divertUnsent(refundId))) await sendRefund(refund);
  } else {
    const instead = await settleRefundOutcome({ refundId, outcome, cause: 'asked the channel' });
    if (instead) await sendRefund(instead);
    if (outcome.kind === 'failed' || isHeld(refund)) await askAboutOriginal(refundId);
  }
  if (!isAskable) return;
  const scheduleSeconds = adapter.querySchedule.refund;
  const now = await databaseNow();
  await scheduleAsk(refundId, nextAskAt({ now, asks: refund.asks + 1, scheduleSeconds }));
}

const mayComeAfterAll = ({ state, route, returnedAt }: Refund): boolean =>
  state === 'failed' && returnedAt === null && (route === 'undo' || route === 'refund');

import { callChannel } from '@/lib/channel-health/call-channel';
import { channelNoticeUrl } from '@/lib/channels/registry';
import { failPoint } from '@/lib/core/fail-point';
import { noteInLog } from '@/lib/core/log-context';
import { askAboutOriginal } from './ask-about-original';
import type { Refund } from './refund';
import { refundCall } from './refund-call';
import { settleRefundOutcome } from './settle-refund-outcome';

/**
 * Sends a committed refund to its channel, under its own number, and commits what comes back. An undo
 * that is refused and has a refund in its place sends that one next.
 */
export async function sendRefund(refund: Refund): Promise<void> {
  noteInLog({ orderId: refund.orderId, attemptId: refund.attemptId, refundId: refund.id });
  const { channel, adapter, call } = await refundCall(refund);
  failPoint('refund.committed');
  const outcome = await callChannel(
    { channel, operation: 'refund', carrier: call.original.carrier },
    () => adapter.refund({ ...call, noticeUrl: channelNoticeUrl(channel) }),
  );
  failPoint('refund.answered');
  const cause = 'sent to the channel';
  const instead = await settleRefundOutcome({ refundId: refund.id, outcome, cause });
  if (outcome.kind === 'failed') await askAboutOriginal(refund.id);
  if (instead) await sendRefund(instead);
}

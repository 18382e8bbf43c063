import { callChannel } from '@/lib/channel-health/call-channel';
import { channelNoticeUrl } from '@/lib/channels/registry';
import { failPoint } from '@/lib/core/fail-point';
import type { Refund } from './refund';
import { refundCall } from './refund-call';
import { settleRefundOutcome } from './settle-refund-outcome';

/**
 * Sends a committed refund to its channel, under its own number, and commits what comes back. An undo
 * that is refused and has a refund in its place sends that one next.
 */
export async function sendRefund(refund: Refund): Promise<void> {
  const { channel, adapter, call } = await refundCall(refund);
  failPoint('refund.committed');
  const outcome = await callChannel({ channel, operation: 'refund' }, () =>
    adapter.refund({ ...call, noticeUrl: channelNoticeUrl(channel) }),
  );
  failPoint('refund.answered');
  const cause = 'sent to the channel';
  const instead = await settleRefundOutcome({ refundId: refund.id, outcome, cause });
  if (instead) await sendRefund(instead);
}

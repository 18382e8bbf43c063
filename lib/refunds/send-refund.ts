import { adapterOf, channelNoticeUrl } from '@/lib/channels/registry';
import { present } from '@/lib/core/assert';
import { failPoint } from '@/lib/core/fail-point';
import { readAttempt } from '@/lib/payments/read-attempt';
import type { Refund } from './refund';
import { settleRefundOutcome } from './settle-refund-outcome';

/** Sends a committed refund to its channel, under its own number, and commits what comes back. */
export async function sendRefund(refund: Refund): Promise<void> {
  const attempt = await readAttempt(refund.attemptId);
  failPoint('refund.committed');
  const outcome = await adapterOf(refund.channel).refund({
    channelOrderNo: refund.channelOrderNo,
    requestedAt: refund.requestedAt,
    amount: refund.amount,
    original: {
      channelOrderNo: attempt.channelOrderNo,
      channelRef: present(attempt.channelRef, `the channel's number of ${attempt.id}`),
      amount: attempt.amount,
    },
    noticeUrl: channelNoticeUrl(refund.channel),
  });
  failPoint('refund.answered');
  await settleRefundOutcome({ refundId: refund.id, outcome, cause: 'sent to the channel' });
}

import { resolveSigning } from '@/lib/agreements/resolve-signing';
import type { Notice } from '@/lib/channels/notice-port';
import {
  adapterOf,
  isNoticeChannel,
  isPayoutRail,
  payoutAdapter,
  type RemoteChannel,
} from '@/lib/channels/registry';
import { termsOf } from '@/lib/contracts/environment';
import { getContract } from '@/lib/contracts/get-contract';
import { assert } from '@/lib/core/assert';
import { failPoint } from '@/lib/core/fail-point';
import { log } from '@/lib/core/log';
import { noteInLog } from '@/lib/core/log-context';
import { findAttemptByChannelNo } from '@/lib/payments/find-attempt-by-channel-no';
import { findPhonePayment } from '@/lib/payments/find-phone-payment';
import { readAttempt } from '@/lib/payments/read-attempt';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { settleOutcome } from '@/lib/payments/settle-outcome';
import { resolvePayout } from '@/lib/payouts/resolve-payout';
import { findRefundByChannelNo } from '@/lib/refunds/find-refund-by-channel-no';
import { resolveRefund } from '@/lib/refunds/resolve-refund';
import { decideNotice } from './notice-rules';
import { processBankNotice } from './process-bank-notice';
import { hasNoticeResult, insertNoticeResult, selectNotice } from './store';

const SOUND = new Set(['asked', 'confirmed', 'settled', 'credited', 'repeated', 'suspense']);

/**
 * Acts on a stored notice, once: asks the channel about the number it names and settles the answer.
 * Throws while the channel has not confirmed what its notice said, so that the job asks again soon.
 */
export async function processNotice({ noticeId }: { noticeId: string }): Promise<void> {
  noteInLog({ noticeId });
  if (await hasNoticeResult(noticeId)) return;
  const { channel, ...request } = await selectNotice(noticeId);
  assert(isNoticeChannel(channel), 'a notice of a channel that sends none');
  const result =
    channel === 'bank'
      ? await processBankNotice(payoutAdapter().readNotice(request))
      : await processChannelNotice(channel, adapterOf(channel).readNotice(request), noticeId);
  failPoint('notice.processed');
  if (!SOUND.has(result)) log().warn({ noticeId, channel, result }, 'notice needs a look');
  await insertNoticeResult(noticeId, result);
}

async function processChannelNotice(
  channel: RemoteChannel,
  notice: Notice,
  noticeId: string,
): Promise<string> {
  switch (notice.concerns) {
    case 'payment':
      return processPayment(channel, notice, noticeId);
    case 'refund':
      return processRefund(channel, notice);
    case 'payout':
      return processPayout(channel, notice);
    case 'signing':
      await resolveSigning({ channel, signNo: notice.channelOrderNo });
      return 'asked';
  }
}

async function processPayment(
  channel: RemoteChannel,
  { channelOrderNo, merchantNo, carrier, outcome }: Notice,
  noticeId: string,
): Promise<string> {
  const attempt = await findAttemptByChannelNo(channel, channelOrderNo);
  if (!attempt) return 'unknown_number';
  const attemptId = attempt.id;
  // The channel signs for every merchant it has: our number under another one's is not our payment.
  const { contractId } = await readAttempt(attemptId);
  const ours = termsOf(await getContract(contractId, channel)).merchantNo;
  if (merchantNo !== undefined && merchantNo !== ours) return 'foreign_merchant';
  const phone = carrier && (await findPhonePayment(attemptId));
  if (phone?.carrier !== carrier) return 'foreign_merchant';
  const actor = 'channel_notice';
  // A notice that names no amount proves nothing: then even what had failed is asked about.
  const failedToo = outcome.kind !== 'succeeded';
  const answer = await resolveAttempt({ attemptId, actor, failedToo });
  const decision = decideNotice(outcome, answer);
  if (decision === 'ask_again') throw new Error(`${channel} has not confirmed its notice yet`);
  if (decision !== 'settle_late') return decision;
  await settleOutcome({ attemptId, outcome, actor, cause: `notice ${noticeId}` });
  return 'settled';
}

async function processRefund(channel: RemoteChannel, notice: Notice): Promise<string> {
  const refund = await findRefundByChannelNo(channel, notice.channelOrderNo);
  if (!refund) return 'unknown_number';
  await resolveRefund({ refundId: refund.id });
  // One that had failed for good and now succeeded was given back twice, or a word was wrong.
  return refund.state === 'failed' && notice.outcome.kind === 'succeeded'
    ? 'contradicted'
    : 'asked';
}

async function processPayout(channel: RemoteChannel, notice: Notice): Promise<string> {
  if (!isPayoutRail(channel)) return 'unknown_number';
  await resolvePayout({ channel, payoutNo: notice.channelOrderNo });
  return 'asked';
}

import { resolveSigning } from '@/lib/agreements/resolve-signing';
import type { Notice } from '@/lib/channels/port';
import {
  adapterOf,
  isNoticeChannel,
  isPayoutCarrier,
  payoutAdapter,
  type RemoteChannel,
} from '@/lib/channels/registry';
import { termsOf } from '@/lib/contracts/environment';
import { getContract } from '@/lib/contracts/get-contract';
import { assert } from '@/lib/core/assert';
import { log } from '@/lib/core/log';
import { findAttemptByChannelNo } from '@/lib/payments/find-attempt-by-channel-no';
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
  if (await hasNoticeResult(noticeId)) return;
  const { channel, ...request } = await selectNotice(noticeId);
  assert(isNoticeChannel(channel), 'a notice of a channel that sends none');
  const result =
    channel === 'bank'
      ? await processBankNotice(payoutAdapter().readNotice(request))
      : await processChannelNotice(channel, adapterOf(channel).readNotice(request), noticeId);
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
  { channelOrderNo, merchantNo, outcome }: Notice,
  noticeId: string,
): Promise<string> {
  const attempt = await findAttemptByChannelNo(channel, channelOrderNo);
  if (!attempt) return 'unknown_number';
  const attemptId = attempt.id;
  // The channel signs for every merchant it has: our number under another one's is not our payment.
  const { contractId } = await readAttempt(attemptId);
  const ours = termsOf(await getContract(contractId, channel)).merchantNo;
  if (merchantNo !== ours) return 'foreign_merchant';
  const actor = 'channel_notice';
  const answer = await resolveAttempt({ attemptId, actor });
  const decision = decideNotice(outcome, answer);
  if (decision === 'ask_again') throw new Error(`${channel} has not confirmed its notice yet`);
  if (decision !== 'settle_late') return decision;
  await settleOutcome({ attemptId, outcome, actor, cause: `notice ${noticeId}` });
  return 'settled';
}

async function processRefund(channel: RemoteChannel, notice: Notice): Promise<string> {
  const refund = await findRefundByChannelNo(channel, notice.channelOrderNo);
  if (!refund) return 'unknown_number';
  // One that had failed for good and now succeeded was given back twice, or a word was wrong.
  if (refund.state === 'failed' && notice.outcome.kind === 'succeeded') return 'contradicted';
  await resolveRefund({ refundId: refund.id });
  return 'asked';
}

async function processPayout(channel: RemoteChannel, notice: Notice): Promise<string> {
  if (!isPayoutCarrier(channel)) return 'unknown_number';
  await resolvePayout({ channel, payoutNo: notice.channelOrderNo });
  return 'asked';
}

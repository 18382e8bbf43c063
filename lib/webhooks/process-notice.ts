import type { Notice } from '@/lib/channels/port';
import {
  adapterOf,
  isNoticeChannel,
  payoutAdapter,
  type RemoteChannel,
} from '@/lib/channels/registry';
import { assert } from '@/lib/core/assert';
import { log } from '@/lib/core/log';
import { findAttemptByChannelNo } from '@/lib/payments/find-attempt-by-channel-no';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { settleOutcome } from '@/lib/payments/settle-outcome';
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

const processChannelNotice = (
  channel: RemoteChannel,
  notice: Notice,
  noticeId: string,
): Promise<string> =>
  notice.concerns === 'payment'
    ? processPayment(channel, notice, noticeId)
    : processRefund(channel, notice);

async function processPayment(
  channel: RemoteChannel,
  { channelOrderNo, outcome }: Notice,
  noticeId: string,
): Promise<string> {
  const attempt = await findAttemptByChannelNo(channel, channelOrderNo);
  if (!attempt) return 'unknown_number';
  const attemptId = attempt.id;
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
  await resolveRefund({ refundId: refund.id });
  return 'asked';
}

import { callChannel } from '@/lib/channel-health/call-channel';
import { type PayoutRail, payoutPortOf } from '@/lib/channels/registry';
import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import type { Payout } from './payout';
import { payoutCall } from './payout-call';
import { nextAskAt } from './rules';
import { sendPayout } from './send-payout';
import { settlePayoutOutcome } from './settle-payout-outcome';
import { ASKABLE } from './states';
import { scheduleAsk, selectPayout, selectPayoutByChannelNo } from './store';

/**
 * Asks the channel about a payout, by our id or by its number there, commits the answer and sets when
 * to ask next. Only when the channel is sure that it never got the payout is it sent again, under the
 * same number, which the channel takes only once. A number that is not ours changes nothing.
 */
export async function resolvePayout(
  which: { payoutId: string } | { channel: PayoutRail; payoutNo: string },
): Promise<void> {
  const payout =
    'payoutId' in which
      ? await selectPayout(which.payoutId)
      : await selectPayoutByChannelNo(which.channel, which.payoutNo);
  if (!payout || !(ASKABLE.includes(payout.state) || isDoubted(payout, which))) return;
  await askAbout(payout);
  const asked = present(await selectPayout(payout.id), `payout ${payout.id}`);
  const scheduleSeconds = payoutPortOf(payout.channel).querySchedule;
  const at = nextAskAt({ payout: asked, now: await databaseNow(), scheduleSeconds });
  await scheduleAsk(payout.id, at);
}

/** The bank tells about one for a refund that it had refused: it may have been paid after all. */
const isDoubted = ({ state, payeeId }: Payout, which: object): boolean =>
  state === 'failed' && payeeId !== null && 'payoutNo' in which;

async function askAbout(payout: Payout): Promise<void> {
  const { id: payoutId, channel, state } = payout;
  const { port, call } = await payoutCall(payout);
  const askedAt = await databaseNow();
  const outcome = await callChannel({ channel, operation: 'query' }, () =>
    port.query({ ...call, askedAt }),
  );
  const notReceived = outcome.kind === 'failed' && outcome.reason === 'not_received';
  // What the channel has accepted it cannot have missed: that contradiction is only noted.
  if (notReceived && (state === 'sent' || state === 'unknown')) return sendPayout(payout);
  await settlePayoutOutcome({ payoutId, outcome, cause: 'asked the channel' });
}

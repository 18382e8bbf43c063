import { payoutAdapter } from '@/lib/channels/registry';
import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import type { Payout } from './payout';
import { nextAskAt } from './rules';
import { sendPayout } from './send-payout';
import { settlePayoutOutcome } from './settle-payout-outcome';
import { ASKABLE } from './states';
import { scheduleAsk, selectPayout, selectPayoutByChannelNo } from './store';

/**
 * Asks the bank about a payout, by our id or by its number at the bank, commits the answer and sets
 * when to ask next. Only when the bank is sure that it never got the payout is it sent again, under
 * the same number, which the bank takes only once. A number that is not ours changes nothing.
 */
export async function resolvePayout(
  which: { payoutId: string } | { payoutNo: string },
): Promise<void> {
  const payout =
    'payoutId' in which
      ? await selectPayout(which.payoutId)
      : await selectPayoutByChannelNo(which.payoutNo);
  if (!payout || !ASKABLE.includes(payout.state)) return;
  await askAbout(payout);
  const asked = present(await selectPayout(payout.id), `payout ${payout.id}`);
  const scheduleSeconds = payoutAdapter().querySchedule;
  const at = nextAskAt({ payout: asked, now: await databaseNow(), scheduleSeconds });
  await scheduleAsk(payout.id, at);
}

async function askAbout(payout: Payout): Promise<void> {
  const { id: payoutId, channelOrderNo, amount, state } = payout;
  const outcome = await payoutAdapter().query({ channelOrderNo, amount });
  const notReceived = outcome.kind === 'failed' && outcome.reason === 'not_received';
  // What the bank has accepted it cannot have missed: that contradiction is only noted.
  if (notReceived && (state === 'sent' || state === 'unknown')) return sendPayout(payout);
  await settlePayoutOutcome({ payoutId, outcome, cause: 'asked the bank' });
}

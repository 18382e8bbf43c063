import { payoutAdapter } from '@/lib/channels/registry';
import { failPoint } from '@/lib/core/fail-point';
import { openBankCard } from '@/lib/persons/open-bank-card';
import type { Payout } from './payout';
import { settlePayoutOutcome } from './settle-payout-outcome';

/**
 * Sends a committed payout to the bank, under its own number, and commits what comes back. The card
 * number and the name leave the vault for this moment only.
 */
export async function sendPayout(payout: Payout): Promise<void> {
  const { id, bankCardId, channelOrderNo, amount, requestedAt } = payout;
  const { cardNo, name } = await openBankCard({ bankCardId, actor: `payout:${id}` });
  failPoint('payout.committed');
  const outcome = await payoutAdapter().send({ channelOrderNo, amount, cardNo, name, requestedAt });
  failPoint('payout.answered');
  await settlePayoutOutcome({ payoutId: id, outcome, cause: 'sent to the bank' });
}

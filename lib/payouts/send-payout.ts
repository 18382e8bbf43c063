import { callChannel } from '@/lib/channel-health/call-channel';
import { channelNoticeUrl } from '@/lib/channels/registry';
import { failPoint } from '@/lib/core/fail-point';
import { findBankCard } from '@/lib/persons/find-bank-card';
import { openBankCard } from '@/lib/persons/open-bank-card';
import { openIdentity } from '@/lib/persons/open-identity';
import type { Payout } from './payout';
import { payoutCall } from './payout-call';
import { settlePayoutOutcome } from './settle-payout-outcome';

/**
 * Sends a committed payout to its channel, under its own number, and commits what comes back. The card
 * number and the name, and the identity number where the channel compares it, leave the vault for this
 * moment only.
 */
export async function sendPayout(payout: Payout): Promise<void> {
  const { id, bankCardId, channel } = payout;
  const { port, call } = await payoutCall(payout);
  const actor = `payout:${id}`;
  const { cardNo, name } = await openBankCard({ bankCardId, actor });
  const idNo = port.comparesIdNo ? await openIdNo({ bankCardId, actor }) : undefined;
  const noticeUrl = channelNoticeUrl(channel);
  failPoint('payout.committed');
  const outcome = await callChannel({ channel, operation: 'payout' }, () =>
    port.send({ ...call, cardNo, name, ...(idNo ? { idNo } : {}), noticeUrl }),
  );
  failPoint('payout.answered');
  await settlePayoutOutcome({ payoutId: id, outcome, cause: 'sent to the channel' });
}

/** A card that was removed since has nobody to look up; its name is still compared. */
async function openIdNo(read: { bankCardId: string; actor: string }): Promise<string | undefined> {
  const card = await findBankCard({ bankCardId: read.bankCardId });
  if (!card) return undefined;
  const { idNo } = await openIdentity({ personId: card.personId, actor: read.actor });
  return idNo;
}

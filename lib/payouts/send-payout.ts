import { callChannel } from '@/lib/channel-health/call-channel';
import { channelNoticeUrl } from '@/lib/channels/registry';
import { failPoint } from '@/lib/core/fail-point';
import { noteInLog } from '@/lib/core/log-context';
import { findBankCard } from '@/lib/persons/find-bank-card';
import { openBankCard } from '@/lib/persons/open-bank-card';
import { openIdentity } from '@/lib/persons/open-identity';
import { openMerchantAccount } from './open-merchant-account';
import { openPayee } from './open-payee';
import type { Payout } from './payout';
import { payoutCall } from './payout-call';
import { settlePayoutOutcome } from './settle-payout-outcome';

/**
 * Sends a committed payout to its channel, under its own number, and commits what comes back. The card
 * number and the name, and the identity number where the channel compares it, leave the vault for this
 * moment only.
 */
export async function sendPayout(payout: Payout): Promise<void> {
  const { id, channel } = payout;
  noteInLog({ payoutId: id });
  const { port, call } = await payoutCall(payout);
  const holder = await openHolder(payout, { withIdNo: port.comparesIdNo ?? false });
  const noticeUrl = channelNoticeUrl(channel);
  failPoint('payout.committed');
  const outcome = await callChannel({ channel, operation: 'payout' }, () =>
    port.send({ ...call, ...holder, noticeUrl }),
  );
  failPoint('payout.answered');
  await settlePayoutOutcome({ payoutId: id, outcome, cause: 'sent to the channel' });
}

async function openHolder(
  { id, payeeId, bankCardId, merchantAccountId }: Payout,
  { withIdNo }: { withIdNo: boolean },
): Promise<{ cardNo: string; name: string; idNo?: string }> {
  const actor = `payout:${id}`;
  if (payeeId !== null) return openPayee({ payeeId, actor, withIdNo });
  if (merchantAccountId !== null) return openMerchantAccount({ merchantAccountId, actor });
  const holder = await openBankCard({ bankCardId, actor });
  const idNo = withIdNo ? await openIdNo({ bankCardId, actor }) : undefined;
  return { ...holder, ...(idNo ? { idNo } : {}) };
}

/** A card that was removed since has nobody to look up; its name is still compared. */
async function openIdNo(read: { bankCardId: string; actor: string }): Promise<string | undefined> {
  const card = await findBankCard({ bankCardId: read.bankCardId });
  if (!card) return undefined;
  const { idNo } = await openIdentity({ personId: card.personId, actor: read.actor });
  return idNo;
}

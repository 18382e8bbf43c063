import { inTransaction } from '@/lib/core/unit-of-work';
import { moveChannelAgreement, selectChannelAgreement } from './channel-agreement-store';
import { lockAgreementRow } from './store';

/**
 * A channel said at a payment that it knows the agreement no more: its part ends, the merchant's
 * number stays, and the next payment on that channel signs again. Repeated it changes nothing.
 */
export async function markAgreementLost({
  channelAgreementId,
}: {
  channelAgreementId: string;
}): Promise<void> {
  await inTransaction(async (tx) => {
    const known = await selectChannelAgreement(channelAgreementId, tx);
    if (!known) return;
    await lockAgreementRow(tx, known.agreementId);
    const row = await selectChannelAgreement(channelAgreementId, tx);
    if (row?.state !== 'active' && row?.state !== 'ending') return;
    const cause = 'the channel knows it no more';
    const set = { failureReason: 'agreement_ended', nextAskAt: null };
    await moveChannelAgreement(tx, row, { event: 'vanish', actor: 'channel', cause, set });
  });
}

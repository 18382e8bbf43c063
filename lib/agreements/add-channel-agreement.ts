import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import type { ChannelAgreement } from './agreement';
import { insertChannelAgreement } from './channel-agreement-store';
import type { SigningTerms } from './channel-terms';

/** T1 of a signing: its number at the channel, with its first code counted where there will be one. */
export async function addChannelAgreement(
  tx: Tx,
  { agreementId, terms, withCode }: { agreementId: string; terms: SigningTerms; withCode: boolean },
): Promise<ChannelAgreement> {
  const now = await databaseNow(tx);
  return insertChannelAgreement(tx, {
    id: newId('cag'),
    agreementId,
    channel: terms.channel,
    contractId: terms.contractId,
    signNo: newSortableNumber(),
    codes: withCode ? 1 : 0,
    lastCodeAt: withCode ? now : null,
    requestedAt: now,
  });
}

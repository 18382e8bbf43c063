import { db, type Tx } from '@/lib/core/db';
import type { ChannelAgreement } from './agreement';
import { selectChannelAgreements } from './channel-agreement-store';

/** What the channels know of an agreement, in the order they were asked. */
export async function listChannelAgreements(
  agreementId: string,
  tx: Tx = db(),
): Promise<ChannelAgreement[]> {
  return selectChannelAgreements(agreementId, tx);
}

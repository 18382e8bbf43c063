import type { Tx } from '@/lib/core/db';
import { openElements } from './elements';
import { selectAgreement } from './store';

/**
 * Whose a bound card is and the phone that its bank has, where they are still kept: for giving money back to
 * its holder. The reading is on record; neither may be logged or shown.
 */
export async function openHolder(
  { agreementId, actor }: { agreementId: string; actor: string },
  tx?: Tx,
): Promise<{ name: string; phone: string } | undefined> {
  const agreement = await selectAgreement(agreementId, tx);
  if (!agreement?.elementsItemId) return undefined;
  const { name, phone } = await openElements(agreement, actor);
  return { name, phone };
}

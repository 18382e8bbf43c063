import { maskPhone } from '@/lib/auth/rules';
import type { FourElements } from '@/lib/channels/agreement-port';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { maskName } from '@/lib/persons/rules';
import type { Agreement } from './agreement';
import { moveChannelAgreement, selectChannelAgreements } from './channel-agreement-store';
import { destroyElements, keepElements } from './elements';
import { refuseInDoubt } from './refuse-in-doubt';
import { OPEN } from './states';
import { lockAgreementRow, updateElements } from './store';

/**
 * Other elements for a card that is being bound: whatever a channel was told before ends, and the
 * former elements are destroyed. Refusals: signing_in_progress, signing_unknown, state_conflict.
 */
export async function replaceElements(given: {
  agreement: Agreement;
  userId: string | null;
  elements: FourElements;
  consentVersion: string;
  actor: string;
}): Promise<void> {
  const { userId, elements, consentVersion, actor } = given;
  const { id } = given.agreement;
  await inTransaction(async (tx) => {
    const agreement = await lockAgreementRow(tx, id);
    if (agreement?.state !== 'signing') throw new Refusal('state_conflict', { agreementId: id });
    for (const row of await selectChannelAgreements(id, tx)) {
      if (!OPEN.includes(row.state)) continue;
      refuseInDoubt(row);
      const set = { failureReason: 'replaced', nextAskAt: null };
      await moveChannelAgreement(tx, row, { event: 'fail', actor, cause: 'begun anew', set });
    }
    await updateElements(tx, id, {
      userId,
      nameMasked: maskName(elements.name),
      phoneMasked: maskPhone(elements.phone),
      elementsItemId: await keepElements(tx, elements),
      consentVersion,
      consentAt: await databaseNow(tx),
    });
    await destroyElements(tx, agreement.elementsItemId);
  });
}

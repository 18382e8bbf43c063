import { maskPhone } from '@/lib/auth/rules';
import type { FourElements } from '@/lib/channels/agreement-port';
import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import { keyedHash } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { maskName } from '@/lib/persons/rules';
import type { Agreement } from './agreement';
import { recogniseCard } from './card-rules';
import { keepElements } from './elements';
import { insertAgreement, lockCard, selectAgreement, selectLiveByCard } from './store';

/**
 * The customer's one live agreement of this card, made when there is none. Its elements rest in the
 * vault; here are only the hash, the tail and the masks. Refusals: not_a_card, card_unsupported.
 */
export async function beginAgreement(given: {
  merchantId: string;
  customerId: string;
  userId: string | null;
  elements: FourElements;
  consentVersion: string;
}): Promise<{ agreement: Agreement; isNew: boolean }> {
  const { merchantId, customerId, userId, elements, consentVersion } = given;
  const { cardNo, name, phone } = elements;
  const card = recogniseCard(cardNo);
  if (card.kind !== 'card') throw new Refusal(card.kind);
  const cardHash = keyedHash('agreement-card', cardNo);
  return inTransaction(async (tx) => {
    await lockCard(tx, { customerId, cardHash });
    const known = await selectLiveByCard(tx, { customerId, cardHash });
    if (known) return { agreement: known, isNew: false };
    const id = newId('agr');
    await insertAgreement(tx, {
      id,
      merchantId,
      customerId,
      userId,
      cardHash,
      cardTail: cardNo.slice(-4),
      bankCode: card.bank,
      cardType: card.cardType,
      nameMasked: maskName(name),
      phoneMasked: maskPhone(phone),
      elementsItemId: await keepElements(tx, elements),
      consentVersion,
      consentAt: await databaseNow(tx),
    });
    return { agreement: present(await selectAgreement(id, tx), id), isNew: true };
  });
}

import { recogniseCard } from '@/lib/agreements/card-rules';
import { payoutAdapter } from '@/lib/channels/registry';
import { Refusal } from '@/lib/core/errors';

/**
 * Has the bank say whether card, name and ID number belong together, and the register whether the phone is
 * that person's, too. A phone of somebody else's weakens the proof; no answer is never a mismatch.
 *
 * @throws Refusal payee_card_credit, payee_mismatch, verification_unavailable
 */
export async function verifyCard(elements: {
  cardNo: string;
  name: string;
  idNo: string;
  phone: string;
}): Promise<{ bankName: string; proof: 'four_elements' | 'three_elements' }> {
  const { cardNo, name, idNo, phone } = elements;
  const recognised = recogniseCard(cardNo);
  if (recognised.kind === 'card' && recognised.cardType === 'credit') {
    throw new Refusal('payee_card_credit');
  }
  const card = await payoutAdapter().verifyCard({ cardNo, name, idNo });
  if (card.kind === 'mismatch') throw new Refusal('payee_mismatch');
  if (card.kind === 'unknown') throw new Refusal('verification_unavailable', { cause: card.cause });
  const person = await payoutAdapter().verifyIdentity({ name, idNo, phone });
  if (person.kind === 'unknown') {
    throw new Refusal('verification_unavailable', { cause: person.cause });
  }
  const { bankName } = card;
  return { bankName, proof: person.kind === 'match' ? 'four_elements' : 'three_elements' };
}

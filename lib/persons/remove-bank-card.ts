import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { markCardRemoved } from './bank-card-store';

/**
 * Takes a card from the person's list. Payouts under way to it go on: the bank may have them already.
 * Refusal: not_found.
 */
export async function removeBankCard(card: {
  personId: string;
  bankCardId: string;
}): Promise<void> {
  const removed = await inTransaction((tx) => markCardRemoved(tx, card));
  if (!removed) throw new Refusal('not_found', { bankCardId: card.bankCardId });
}

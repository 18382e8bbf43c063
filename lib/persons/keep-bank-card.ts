import { assert, present } from '@/lib/core/assert';
import { keyedHash } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { keepItem } from '@/lib/vault/keep-item';
import type { BankCard } from './bank-card';
import { MOST_CARDS, maskCard } from './bank-card-rules';
import { bankCardSchema } from './bank-card-schema';
import {
  insertCard,
  lockCardHolder,
  selectLiveCard,
  selectLiveCardByHash,
  selectLiveCards,
} from './bank-card-store';

/**
 * Keeps a card that the bank has confirmed to be this person's: the number in the vault, a keyed hash
 * to find it again, a mask for the screen. The same card again is the same card.
 *
 * Refusals: invalid_request (not a card number), bank_card_limit {most}
 */
export async function keepBankCard(
  tx: Tx,
  given: { personId: string; cardNo: string; bankName: string },
): Promise<BankCard> {
  const { personId, bankName } = given;
  const parsed = bankCardSchema.safeParse(given.cardNo);
  if (!parsed.success) {
    throw new Refusal('invalid_request', {}, [{ path: 'cardNo', problem: 'a bank card number' }]);
  }
  const cardNo = parsed.data;
  assert(await lockCardHolder(tx, personId), `person ${personId} is missing`);
  const cardHash = keyedHash('bank-card', cardNo);
  const known = await selectLiveCardByHash(tx, { personId, cardHash });
  if (known) return known;
  if ((await selectLiveCards(personId, tx)).length >= MOST_CARDS) {
    throw new Refusal('bank_card_limit', { most: MOST_CARDS });
  }
  const id = newId('crd');
  const cardItemId = await keepItem(tx, { purpose: 'bank_card', plain: cardNo });
  await insertCard(tx, {
    id,
    personId,
    cardItemId,
    cardHash,
    cardMasked: maskCard(cardNo),
    bankName,
  });
  return present(await selectLiveCard(id, tx), `card ${id}`);
}

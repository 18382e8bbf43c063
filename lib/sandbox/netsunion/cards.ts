import { bankOf, isHolder, isPerson } from '../bank/known-people';
import { findCard, RESERVED_PHONE, TEST_CARDS } from '../cardholder/test-cards';
import type { Card } from '../state/records';

/** The four elements of a card, decrypted. */
export interface Elements {
  cardNo: string;
  name: string;
  idNo: string;
  phone: string;
}

/** SgnAcctTp, PyerAcctTp: 00 debit, 01 credit. Anybody's card is a debit card. */
export const cardTypeOf = (card: Card | undefined): '00' | '01' =>
  card && TEST_CARDS[card].type === 'credit' ? '01' : '00';

/**
 * The code of what is wrong with the four elements; undefined where they belong together. Unlike
 * the gateway, this channel has a fresh phone for the `stale` card.
 */
export function judgeElements({ cardNo, name, idNo, phone }: Elements): string | undefined {
  if (!bankOf(cardNo)) return 'PB511001';
  if (!isPerson(name, idNo) || !isHolder(cardNo, name)) return 'PB511003';
  const card = findCard(cardNo);
  // Anybody's card has whatever phone is named, but for those that are somebody else's.
  const isOwn = card
    ? phone === RESERVED_PHONE
    : /^1\d{10}$/.test(phone) && !phone.endsWith('0000');
  return isOwn && card !== 'mismatch' ? undefined : 'PB511004';
}

/** The code with which a charge fails; undefined where nothing speaks against it. */
export function judgeCharge(card: Card | undefined): string | undefined {
  switch (card) {
    case 'empty':
      return 'PB511011';
    case 'limit':
      return 'PB511012';
    case 'frozen':
      return 'PB511009';
    default:
      return undefined;
  }
}

import type { Card } from '../state/records';

export interface TestCard {
  number: string;
  type: 'debit' | 'credit';
  /** What the issuer says to every charge. */
  declines?: string;
  /** What UnionPay says wherever phone and code are looked at: binding, or paying by card number. */
  mistrusted?: '66' | '71';
}

/**
 * Plainly invented numbers (valid check digit), all 张三's. 66: UnionPay's record of the phone is
 * stale although identity and card are right (`stale`: only UnionPay's, `mismatch`: everybody's).
 */
export const TEST_CARDS: Record<Card, TestCard> = {
  debit: { number: '6200 0000 0000 0005', type: 'debit' },
  credit: { number: '6200 0000 0000 0013', type: 'credit' },
  empty: { number: '6200 0000 0000 0021', type: 'debit', declines: '64' },
  limit: { number: '6200 0000 0000 0039', type: 'credit', declines: '33' },
  frozen: { number: '6200 0000 0000 0047', type: 'debit', declines: '63' },
  stale: { number: '6200 0000 0000 0054', type: 'debit', mistrusted: '66' },
  sms: { number: '6200 0000 0000 0062', type: 'debit', mistrusted: '71' },
  doubt: { number: '6200 0000 0000 0070', type: 'debit' },
  late: { number: '6200 0000 0000 0088', type: 'credit' },
  mismatch: { number: '6200 0000 0000 0096', type: 'debit', mistrusted: '66' },
};

export const CARDS = Object.keys(TEST_CARDS).filter(isCard);

/** The phone that the bank has for 张三's cards; of any other card every phone is believed. */
export const RESERVED_PHONE = '13800138000';

/** The one SMS code that is right, and two that always fail the payment, as on UnionPay's test gateway. */
export const TEST_CODE = '111111';
export const FAILING_CODES = ['123456', '654321'];

export function isCard(value: unknown): value is Card {
  return typeof value === 'string' && Object.hasOwn(TEST_CARDS, value);
}

/** Which test card has this number (digits only); undefined for anybody's card. */
export function findCard(cardNo: string): Card | undefined {
  return CARDS.find((card) => TEST_CARDS[card].number.replaceAll(' ', '') === cardNo);
}

export const maskCard = (cardNo: string): string =>
  `${cardNo.slice(0, 6)}${'*'.repeat(cardNo.length - 10)}${cardNo.slice(-4)}`;

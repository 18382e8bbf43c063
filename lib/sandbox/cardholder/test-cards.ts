import type { Card } from '../state/records';

/** Plainly invented numbers (valid check digit); the last one never has enough money on it. */
export const TEST_CARDS: Record<Card, string> = {
  debit: '6200 0000 0000 0005',
  credit: '6200 0000 0000 0013',
  empty: '6200 0000 0000 0021',
};

/** The one SMS code that is right, and two that always fail the payment, as on UnionPay's test gateway. */
export const TEST_CODE = '111111';
export const FAILING_CODES = ['123456', '654321'];

export function isCard(value: unknown): value is Card {
  return typeof value === 'string' && Object.hasOwn(TEST_CARDS, value);
}

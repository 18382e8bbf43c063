/** Whole minor units (fen for CNY) with their currency. Never a float, never without a currency. */
export interface Money {
  amountMinor: bigint;
  currency: Currency;
}

export type Currency = 'CNY';

export const cny = (amountMinor: bigint): Money => ({ amountMinor, currency: 'CNY' });

export const sameMoney = (a: Money, b: Money): boolean =>
  a.currency === b.currency && a.amountMinor === b.amountMinor;

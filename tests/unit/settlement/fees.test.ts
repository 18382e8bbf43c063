import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cny } from '@/lib/money/money';
import { DEFAULT_TERMS, type FeeTerms, feeOf, termsFor } from '@/lib/settlement/rules';
import { feeTermsSchema } from '@/lib/settlement/schema';

const terms = (rateMillionths: number, minimum = 0n, cap: bigint | null = null): FeeTerms => ({
  rateMillionths,
  minimum: cny(minimum),
  cap: cap === null ? null : cny(cap),
});
const fee = (amount: bigint, agreed: FeeTerms) => feeOf(cny(amount), agreed).amountMinor;

const amounts = fc.bigInt({ min: 1n, max: 10n ** 15n });
const rates = fc.integer({ min: 0, max: 1_000_000 });
const agreed = fc
  .record({
    rate: rates,
    minimum: fc.bigInt({ min: 0n, max: 10_000n }),
    room: fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n })),
  })
  .map(({ rate, minimum, room }) => terms(rate, minimum, room === null ? null : minimum + room));

describe('a fee', () => {
  test('is the rate rounded half up to the fen', () => {
    expect(fee(10_000n, terms(6_000))).toBe(60n);
    expect(fee(83n, terms(6_000))).toBe(0n);
    expect(fee(84n, terms(6_000))).toBe(1n);
    expect(fee(250n, terms(2_000))).toBe(1n);
    expect(fee(249n, terms(2_000))).toBe(0n);
  });

  test('is the nearest whole fen for every amount and rate', () => {
    fc.assert(
      fc.property(amounts, rates, (amount, rate) => {
        const off = fee(amount, terms(rate)) * 1_000_000n - amount * BigInt(rate);
        return off > -500_000n && off <= 500_000n;
      }),
    );
  });

  test('is never negative and never more than the payment, whatever was agreed', () => {
    fc.assert(
      fc.property(amounts, agreed, (amount, one) => {
        const taken = fee(amount, one);
        return taken >= 0n && taken <= amount;
      }),
    );
  });

  test('is within minimum and cap where the payment allows it', () => {
    fc.assert(
      fc.property(amounts, agreed, (amount, one) => {
        const taken = fee(amount, one);
        const enough = taken >= one.minimum.amountMinor || taken === amount;
        return enough && (one.cap === null || taken <= one.cap.amountMinor);
      }),
    );
  });

  test('grows with the payment', () => {
    fc.assert(
      fc.property(amounts, amounts, agreed, (a, b, one) => {
        const [small, large] = a < b ? [a, b] : [b, a];
        return fee(small, one) <= fee(large, one);
      }),
    );
  });
});

describe('of the terms of a method', () => {
  const [any, debit, credit] = [terms(6_000), terms(3_000), terms(9_000)];

  test('those of the kind of card hold, and 准贷记 is credit', () => {
    expect(termsFor({ any, debit, credit }, 'debit')).toBe(debit);
    expect(termsFor({ any, debit, credit }, 'credit')).toBe(credit);
    expect(termsFor({ any, debit, credit }, 'semi_credit')).toBe(credit);
  });

  test.each(['debit_credit', 'prepaid', 'unknown', null] as const)(
    'those of any card hold for a card of kind %s',
    (cardType) => {
      expect(termsFor({ any, debit, credit }, cardType)).toBe(any);
    },
  );

  test('those of any card hold where nothing narrower was agreed', () => {
    expect(termsFor({ any, credit }, 'debit')).toBe(any);
    expect(termsFor({ any }, 'credit')).toBe(any);
  });
});

test('terms that contradict themselves are not taken', () => {
  expect(feeTermsSchema.safeParse(terms(6_000, 10n, 5n)).success).toBe(false);
  expect(feeTermsSchema.safeParse(terms(1_000_001)).success).toBe(false);
  expect(feeTermsSchema.safeParse(terms(-1)).success).toBe(false);
  expect(feeTermsSchema.safeParse(terms(0.5)).success).toBe(false);
  for (const standard of Object.values(DEFAULT_TERMS)) {
    expect(feeTermsSchema.safeParse(standard).success).toBe(true);
  }
});

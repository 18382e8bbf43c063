import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AlikeLines,
  ageOf,
  creditable,
  dueOnOf,
  hasTooManyComplaints,
  isOfMonth,
  partOf,
} from '@/lib/carrier-statements/rules';
import type { LineKind } from '@/lib/carrier-statements/statement';
import { cny } from '@/lib/money/money';
import { DEFAULT_TERMS } from '@/lib/settlement/rules';

const terms = DEFAULT_TERMS.carrier;
const KINDS: LineKind[] = ['paid', 'reduction', 'bad_debt', 'complaint_refund'];
const lines: fc.Arbitrary<AlikeLines> = fc.record({
  kind: fc.constantFrom(...KINDS),
  amountMinor: fc.bigInt({ min: 1n, max: 10_000n }),
  count: fc.integer({ min: 1, max: 1_000 }),
  shareMinor: fc.bigInt({ min: 0n, max: 10_000n }),
});
const statement = fc.record({
  lines: fc.array(lines, { maxLength: 8 }),
  refundedMinor: fc.bigInt({ min: -10_000n, max: 10_000n }),
});

describe('a merchant’s part', () => {
  test('of any row of statements: what is credited and what is carried are together what is net', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 6 }), (statements) => {
        let carriedMinor = 0n;
        let net = 0n;
        let credited = 0n;
        for (const one of statements) {
          const part = partOf({ ...one, carriedMinor, complained: 0, terms });
          net += part.netMinor;
          credited += part.creditedMinor;
          carriedMinor = part.carriedMinor + part.netMinor - part.creditedMinor;
          expect(part.creditedMinor).toBeGreaterThanOrEqual(0n);
          // Nothing is kept back that could be credited.
          expect(carriedMinor).toBeLessThanOrEqual(0n);
        }
        expect(credited + carriedMinor).toBe(net);
      }),
    );
  });

  test('takes the fee off each payment, not off their sum', () => {
    const paid = { kind: 'paid', amountMinor: 100n, count: 1_000, shareMinor: 30_000n } as const;
    expect(
      partOf({ lines: [paid], refundedMinor: 0n, carriedMinor: 0n, complained: 0, terms }),
    ).toMatchObject({
      payments: 1_000,
      grossMinor: 100_000n,
      // 0.6 fen each, rounded up to one.
      feeMinor: 1_000n,
      netMinor: 69_000n,
      creditedMinor: 69_000n,
    });
  });

  test('leaves the fee where it is when a payment is reduced, and gives the share of it back', () => {
    const of = (kind: LineKind, shareMinor: bigint) => ({
      kind,
      amountMinor: 1_000n,
      count: 1,
      shareMinor,
    });
    const part = partOf({
      lines: [of('paid', 300n), of('reduction', 300n)],
      refundedMinor: 0n,
      carriedMinor: 0n,
      complained: 0,
      terms,
    });
    expect(part).toMatchObject({ shareMinor: 0n, feeMinor: 6n, netMinor: -6n, creditedMinor: 0n });
  });

  test('has the fee that was agreed with the merchant', () => {
    const paid = { kind: 'paid', amountMinor: 1_000n, count: 3, shareMinor: 0n } as const;
    const agreed = { rateMillionths: 50_000, minimum: cny(0n), cap: cny(40n) };
    const part = partOf({
      lines: [paid],
      refundedMinor: 0n,
      carriedMinor: 0n,
      complained: 0,
      terms: agreed,
    });
    expect(part.feeMinor).toBe(120n);
  });
});

test.each([
  [0, 'notDue'],
  [-5, 'notDue'],
  [1, 'upTo30'],
  [30, 'upTo30'],
  [31, 'upTo60'],
  [60, 'upTo60'],
  [61, 'upTo90'],
  [90, 'upTo90'],
  [91, 'over90'],
])('%i days overdue are aged %s', (days, age) => {
  expect(ageOf(days)).toBe(age);
});

test.each([
  ['2026-10', 60, '2026-12-30'],
  ['2026-02', 0, '2026-02-28'],
  ['2028-02', 1, '2028-03-01'],
  ['2026-12', 30, '2027-01-30'],
])('%s with terms of %i days is due on %s', (month, days, due) => {
  expect(dueOnOf(month, days)).toBe(due);
});

test.each([
  [500, 5, false],
  [499, 5, true],
  [100, 4, false],
  [0, 5, true],
  [1_000, 10, false],
  [1_000, 11, true],
])('of %i payments %i complaints are too many: %s', (payments, complained, tooMany) => {
  expect(hasTooManyComplaints({ payments, complained })).toBe(tooMany);
});

test.each([
  ['paid', '2026-09-30T16:00:00Z', true],
  ['paid', '2026-10-31T15:59:59Z', true],
  ['paid', '2026-09-30T15:59:59Z', false],
  ['paid', '2026-10-31T16:00:00Z', false],
  ['reduction', '2026-12-01T00:00:00Z', true],
] as const)('%s at %s is of October in Beijing: %s', (kind, at, itIs) => {
  expect(isOfMonth({ kind, occurredAt: new Date(at) }, '2026-10')).toBe(itIs);
});

test.each([
  ['all of it is pending', 100n, 5n, 105n, 100n],
  ['refunds of other payments have taken of it', 100n, 5n, 80n, 75n],
  ['nothing is pending', 100n, 5n, 0n, 0n],
  ['more is owed than pending', 100n, 5n, -50n, 0n],
])(
  'of a statement no more is credited than is pending: %s',
  (_, creditedMinor, feeMinor, pending, fen) => {
    expect(creditable({ creditedMinor, feeMinor }, pending)).toBe(fen);
  },
);

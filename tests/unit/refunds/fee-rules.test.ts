import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feeToGiveBack } from '@/lib/refunds/fee-rules';

const payment = {
  grossMinor: 10_000n,
  feeMinor: 61n,
  uncountedMinor: 0n,
  returnedFeeMinor: 0n,
};

test.each([
  ['a third of it, rounded down', { ...payment, refundedMinor: 3_333n }, 20n],
  ['all of it', { ...payment, refundedMinor: 10_000n }, 61n],
  [
    'the last one takes the rest',
    { ...payment, refundedMinor: 10_000n, returnedFeeMinor: 20n },
    41n,
  ],
  [
    'what has gone back already, not again',
    { ...payment, refundedMinor: 3_333n, returnedFeeMinor: 20n },
    0n,
  ],
  [
    'of what was refunded before none was charged',
    { ...payment, uncountedMinor: 5_000n, refundedMinor: 7_500n },
    30n,
  ],
  [
    'nothing was charged',
    { ...payment, feeMinor: 0n, uncountedMinor: 10_000n, refundedMinor: 10_000n },
    0n,
  ],
] as const)('%s', (_, facts, fen) => {
  expect(feeToGiveBack(facts)).toBe(fen);
});

test('in whatever parts a payment goes back, its fee goes back once and whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt(1n, 5_000n), { minLength: 1, maxLength: 8 }),
      fc.bigInt(0n, 500n),
      (parts, feeMinor) => {
        const grossMinor = parts.reduce((all, part) => all + part, 0n);
        let refundedMinor = 0n;
        let returnedFeeMinor = 0n;
        for (const part of parts) {
          refundedMinor += part;
          const facts = {
            grossMinor,
            feeMinor,
            uncountedMinor: 0n,
            refundedMinor,
            returnedFeeMinor,
          };
          returnedFeeMinor += feeToGiveBack(facts);
          expect(returnedFeeMinor <= feeMinor).toBe(true);
        }
        expect(returnedFeeMinor).toBe(feeMinor);
      },
    ),
  );
});

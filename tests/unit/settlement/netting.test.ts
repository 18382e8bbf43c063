import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canSettle, coveredBy, netOf, type RefundItem } from '@/lib/settlement/rules';

const amounts = fc.bigInt({ min: 1n, max: 10n ** 12n });
const payments = fc.array(
  fc.tuple(amounts, fc.bigInt({ min: 0n, max: 100n })).map(([grossMinor, percent]) => ({
    grossMinor,
    feeMinor: (grossMinor * percent) / 100n,
  })),
);
const refunds = fc.array(
  fc.record({ kind: fc.constantFrom('deducted', 'restored'), amountMinor: amounts }),
) as fc.Arbitrary<RefundItem[]>;

describe('a settlement', () => {
  test('never pays less than nothing, and always moves something', () => {
    fc.assert(
      fc.property(payments, refunds, (paid, refunded) => {
        const netting = netOf(paid, refunded);
        const moved = netting.grossMinor - netting.refundedMinor;
        fc.pre(canSettle(netting));
        return moved > 0n && moved - netting.feeMinor >= 0n;
      }),
    );
  });

  test('of a refund that was deducted and restored is one without it', () => {
    fc.assert(
      fc.property(payments, refunds, amounts, (paid, refunded, amountMinor) => {
        const twice: RefundItem[] = [
          { kind: 'deducted', amountMinor },
          { kind: 'restored', amountMinor },
        ];
        expect(netOf(paid, [...refunded, ...twice])).toEqual(netOf(paid, refunded));
      }),
    );
  });

  test('waits when refunds leave the fee uncovered, or nothing to move', () => {
    const paid = [{ grossMinor: 100n, feeMinor: 1n }];
    const waits = (amountMinor: bigint) =>
      !canSettle(netOf(paid, [{ kind: 'deducted', amountMinor }]));
    expect([98n, 99n, 100n, 101n].map(waits)).toEqual([false, false, true, true]);
    expect(canSettle(netOf([], []))).toBe(false);
  });
});

test.each([
  ['all of them are covered', 0n, 300n, 3],
  ['money of theirs was taken for what others owe', 0n, 299n, 2],
  ['refunds are taken off first', 100n, 200n, 3],
  ['nothing is pending', 0n, 0n, 0],
] as const)('of three payments of 100, when %s', (_, refundedMinor, pendingMinor, settled) => {
  const three = Array.from({ length: 3 }, () => ({ grossMinor: 100n }));
  expect(coveredBy(three, refundedMinor, pendingMinor)).toHaveLength(settled);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitFunds } from '@/lib/refunds/funds-rules';

test.each([
  ['what is pending covers it', [300n], 300n, 0n, [0n]],
  ['the rest comes from the account', [300n], 200n, 100n, [100n]],
  ['nothing is pending', [300n], 0n, 300n, [300n]],
  ['a second amount finds what the first has left', [150n, 150n], 200n, 100n, [0n, 100n]],
  ['a fen short', [300n], 200n, 99n, undefined],
  ['the second one short', [150n, 151n], 200n, 100n, undefined],
] as const)('%s', (_, amounts, pendingMinor, availableMinor, split) => {
  expect(splitFunds(amounts, { pendingMinor, availableMinor })).toEqual(split);
});

test('what is taken is never more than there is, and all of it whenever there is enough', () => {
  const fen = fc.bigInt(0n, 10_000n);
  fc.assert(
    fc.property(
      fc.array(fc.bigInt(1n, 5_000n)),
      fen,
      fen,
      (amounts, pendingMinor, availableMinor) => {
        const sum = amounts.reduce((all, amount) => all + amount, 0n);
        const split = splitFunds(amounts, { pendingMinor, availableMinor });
        expect(split !== undefined).toBe(sum <= pendingMinor + availableMinor);
        if (!split) return;
        const fromAccount = split.reduce((all, minor) => all + minor, 0n);
        expect(fromAccount).toBe(sum > pendingMinor ? sum - pendingMinor : 0n);
      },
    ),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAmount, formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';

test('an amount is written exactly, grouped, with two decimals', () => {
  expect(formatMoney(cny(1n))).toBe('¥0.01');
  expect(formatMoney(cny(6800n))).toBe('¥68.00');
  expect(formatMoney(cny(123_456_789n))).toBe('¥1,234,567.89');
  expect(formatMoney(cny(-5n))).toBe('-¥0.05');
});

test('no fen is lost in writing, however large the amount', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (minor) => {
      return BigInt(formatAmount(cny(minor)).replace(/[,.]/g, '')) === minor;
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromYuan, toYuan } from '@/lib/channels/carrier/values';
import { cny } from '@/lib/money/money';

const LARGEST = 99_999_999_999n;
const written = (fen: bigint) => JSON.stringify({ amount: toYuan(cny(fen)) });

test.each([
  [1n, '0.01'],
  [10n, '0.1'],
  [600n, '6'],
  [605n, '6.05'],
  [1_999n, '19.99'],
  [LARGEST, '999999999.99'],
])('%s fen go over the wire as the number %s', (fen, text) => {
  expect(written(fen)).toBe(`{"amount":${text}}`);
});

test('every amount up to the largest is written exactly, and read back as the same', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: LARGEST }), (fen) => {
      const text = written(fen);
      const [, yuan = '', fraction = ''] = /^\{"amount":(\d+)(?:\.(\d+))?\}$/.exec(text) ?? [];
      expect(BigInt(yuan) * 100n + BigInt(fraction.padEnd(2, '0'))).toBe(fen);
      expect(fromYuan({ ...JSON.parse(text), currency: 'CNY' })).toEqual(cny(fen));
    }),
    { numRuns: 2_000 },
  );
});

test('an amount with a part of a fen is no amount, however small the part', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      fc.integer({ min: 1, max: 9 }),
      (fen, milli) => {
        const text = `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}${milli}`;
        expect(fromYuan({ amount: Number(text), currency: 'CNY' })).toBeUndefined();
      },
    ),
  );
});

test.each([
  [-1, 'CNY'],
  [6, 'EUR'],
  [6, 'cny'],
  [1e21, 'CNY'],
  [1e10, 'CNY'],
  [Number.NaN, 'CNY'],
  [Number.POSITIVE_INFINITY, 'CNY'],
  [1e-7, 'CNY'],
])('%s %s is no amount', (amount, currency) => {
  expect(fromYuan({ amount, currency })).toBeUndefined();
});

test('nothing, less than nothing, and more than the field can say never leave', () => {
  for (const fen of [0n, -1n, LARGEST + 1n]) expect(() => toYuan(cny(fen))).toThrow(RangeError);
});

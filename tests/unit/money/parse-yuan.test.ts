import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAmount } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import { parseYuan } from '@/lib/money/parse-yuan';

test.each([
  ['12', 1_200n],
  ['12.3', 1_230n],
  ['12.34', 1_234n],
  ['0.01', 1n],
  ['0', 0n],
  ['007', 700n],
  ['1,234.50', 123_450n],
  ['1,234,567', 123_456_700n],
  ['¥8', 800n],
  ['￥ 8.5', 850n],
  [' 100 ', 10_000n],
  ['１００．５', 10_050n],
  ['99999999999.99', 9_999_999_999_999n],
])('%j is that many fen, exactly', (text, fen) => {
  expect(parseYuan(text)).toEqual(cny(fen));
});

test.each([
  '',
  ' ',
  '.',
  '.5',
  '5.',
  '-1',
  '+1',
  '1.234',
  '1.2.3',
  '1,23',
  '12,34.50',
  ',100',
  '1e3',
  '0x10',
  '1 000',
  '壹佰',
  'NaN',
  'Infinity',
  '100000000000',
  '10000000000000000000',
])('%j is no amount', (text) => {
  expect(parseYuan(text)).toBeUndefined();
});

test('what we print is read back as the same amount', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 9_999_999_999_999n), (fen) => {
      expect(parseYuan(formatAmount(cny(fen)))).toEqual(cny(fen));
    }),
  );
});

import { expect, test } from 'vitest';
import {
  fromBeijingTime,
  fromTrxAmt,
  toBeijingTime,
  toCardType,
  toTrxAmt,
  trxIdOf,
} from '@/lib/channels/netsunion/values';
import { cny } from '@/lib/money/money';

test.each([
  [1n, 'CNY0.01'],
  [10n, 'CNY0.10'],
  [100n, 'CNY1.00'],
  [123_456n, 'CNY1234.56'],
  [99_999_999_999_999n, 'CNY999999999999.99'],
])('%s fen are %s, exactly and both ways', (fen, text) => {
  expect(toTrxAmt(cny(fen))).toBe(text);
  expect(fromTrxAmt(text)).toEqual(cny(fen));
});

test.each([
  undefined,
  '',
  'CNY0.00',
  'CNY1',
  'CNY1.0',
  'CNY1.000',
  'CNY01.00',
  'CNY-1.00',
  'CNY1,000.00',
  'CNY1.00 ',
  'USD1.00',
  '1.00',
  'CNY１.00',
  'CNY9999999999999.00',
])('%s is no amount', (text) => {
  expect(fromTrxAmt(text)).toBeUndefined();
});

test('a moment is written in Beijing, and what is none is not read', () => {
  const moment = new Date('2026-12-31T16:00:00.999Z');
  expect(toBeijingTime(moment)).toBe('2027-01-01T00:00:00');
  expect(fromBeijingTime('2027-01-01T00:00:00')).toEqual(new Date('2026-12-31T16:00:00Z'));
  for (const text of ['2026-02-31T00:00:00', '2026-13-01T00:00:00', '2026-01-01', 'now']) {
    expect(fromBeijingTime(text)).toBeUndefined();
  }
});

test('a number at the channel has 31 characters, depends on ours alone, and differs for each', () => {
  expect(trxIdOf('Z2026110000015', 'p0000001')).toMatch(/^[0-9a-f]{31}$/);
  expect(trxIdOf('Z2026110000015', 'p0000001')).toBe(trxIdOf('Z2026110000015', 'p0000001'));
  expect(trxIdOf('Z2026110000015', 'p0000002')).not.toBe(trxIdOf('Z2026110000015', 'p0000001'));
  expect(trxIdOf('Z2026110000016', 'p0000001')).not.toBe(trxIdOf('Z2026110000015', 'p0000001'));
});

test('a card type of tomorrow is unknown, and none stays none', () => {
  expect(['00', '01', '07', undefined].map(toCardType)).toEqual([
    'debit',
    'credit',
    'unknown',
    undefined,
  ]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fromTxnAmt,
  toBeijingTime,
  toCardType,
  toOrderDescription,
  toTxnAmt,
} from '@/lib/channels/unionpay/values';
import { cny, type Money } from '@/lib/money/money';

describe('amounts', () => {
  test('fen come back exactly as they went', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 999_999_999_999n }), (fen) => {
        expect(toTxnAmt(cny(fen))).toMatch(/^[1-9][0-9]{0,11}$/);
        expect(fromTxnAmt(toTxnAmt(cny(fen)))).toEqual(cny(fen));
      }),
    );
  });

  test('what the field cannot say is an error, not a rounding', () => {
    for (const fen of [0n, -1n, 1_000_000_000_000n]) {
      expect(() => toTxnAmt(cny(fen))).toThrow(RangeError);
    }
    expect(() => toTxnAmt({ amountMinor: 1n, currency: 'USD' } as unknown as Money)).toThrow(
      RangeError,
    );
  });

  test.each([
    '',
    '0',
    '000',
    '1.0',
    '-1',
    '+1',
    '1e2',
    ' 1',
    '1\n',
    '１００',
    '0x10',
    '1234567890123',
    undefined,
  ])('%j is no amount', (text) => {
    expect(fromTxnAmt(text)).toBeUndefined();
  });

  test('leading zeros do not change an amount', () => {
    expect(fromTxnAmt('000000006800')).toEqual(cny(6800n));
  });
});

describe('times', () => {
  test.each([
    ['2026-11-20T04:05:06.999Z', '20261120120506'],
    ['2026-12-31T16:00:00.000Z', '20270101000000'],
    ['2028-02-28T23:59:59.000Z', '20280229075959'],
  ])('%s is %s in Beijing', (instant, stamp) => {
    expect(toBeijingTime(new Date(instant))).toBe(stamp);
  });

  test('no moment is an error', () => {
    expect(() => toBeijingTime(new Date(Number.NaN))).toThrow(RangeError);
  });
});

test.each([
  ['00', 'unknown'],
  ['01', 'debit'],
  ['02', 'credit'],
  ['03', 'semi_credit'],
  ['04', 'debit_credit'],
  ['05', 'prepaid'],
  ['06', 'prepaid'],
  ['77', 'unknown'],
  [undefined, undefined],
  ['', undefined],
])('payCardType %s is %s', (code, cardType) => {
  expect(toCardType(code)).toBe(cardType);
});

describe('descriptions', () => {
  test.each([
    ['T-shirt', 'T-shirt'],
    ['游戏币100枚（豪华装加送十枚）', '游戏币100枚（豪华装加'],
    ['  a \t\n b\u0000\u200b ', 'a b'],
    ['a\nb', 'a b'],
    ['a&b={c}[d]"e\'<f>', 'a b c d e f'],
    ['👕 shirt', 'shirt'],
    ['&&&', ''],
  ])('%j is written as %j', (subject, description) => {
    expect(toOrderDescription(subject)).toBe(description);
  });

  test('are never longer than 32 bytes and never end in half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (subject) => {
        const description = toOrderDescription(subject);
        expect(Buffer.byteLength(description)).toBeLessThanOrEqual(32);
        expect(description).not.toMatch(/[\p{C}&={}[\]"']/u);
        expect(Buffer.from(description).toString()).toBe(description);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { meaningOf, type Product, signingMeaningOf } from '@/lib/channels/unionpay/response-codes';

/** The documented class of every code: Success, Pending, Failed, Not found, unclear (ask on). */
const CODES: Record<'S' | 'P' | 'F' | 'N' | '?', string> = {
  S: '00 A6',
  P: '03 04 05 12 70 83 PR05',
  F:
    '01 02 10 11 13 14 30 31 32 33 35 36 38 39 40 41 42 45 60 61 62 63 64 65 66 67 68 69 71 72 73 ' +
    '76 77 78 79 80 81 82 85 86 87 88 89 90 91 98 99 PR99',
  N: '34',
  '?': '37 74 75',
};
const CLASS_OF: Readonly<Record<string, keyof typeof CODES>> = {
  succeeded: 'S',
  pending: 'P',
  not_found: 'N',
  unclear: '?',
};
const classOf = (meaning: string) => CLASS_OF[meaning] ?? 'F';
const table = (Object.keys(CODES) as (keyof typeof CODES)[]).flatMap((letter) =>
  CODES[letter].split(' ').map((code) => [code, letter] as const),
);
const UNLISTED = ['', '0', '000', 'ZZ', 'a6', '46', '84', 'toString', '__proto__', undefined];

describe.each<Product>(['gateway', 'token', 'payout'])('of the %s product', (product) => {
  const open = product === 'payout' ? ['01', '12', '60'] : [];
  test.each(table)('%s is %s', (code, letter) => {
    expect(classOf(meaningOf(code, product))).toBe(open.includes(code) ? 'P' : letter);
  });
  test.each(UNLISTED)('a code that is not in the list, %j, is unclear', (code) => {
    expect(meaningOf(code, product)).toBe('unclear');
  });
});

describe('of a signing', () => {
  test.each(table)('%s is %s', (code, letter) => {
    expect(classOf(signingMeaningOf(code))).toBe(letter);
  });
  test.each(UNLISTED)('a code that is not in the list, %j, is unclear', (code) => {
    expect(signingMeaningOf(code)).toBe('unclear');
  });
});

import { expect, test } from 'vitest';
import { BANK_MARKS } from '@/components/cashier/bank-marks';
import { METHOD_GROUNDS } from '@/components/cashier/method-grounds';
import { contrast, SCHEMES } from '@/components/ui/accent';
import { BANKS } from '@/lib/agreements/banks';

test('every bank of the catalogue has a mark, and no two the same', () => {
  expect(Object.keys(BANK_MARKS).sort()).toEqual(Object.keys(BANKS).sort());
  expect(new Set(Object.values(BANK_MARKS)).size).toBe(Object.keys(BANKS).length);
});

test.each([
  ...Object.entries(BANKS).map(([code, { colour }]) => [code, colour] as const),
  ...Object.entries(METHOD_GROUNDS),
])(
  'the mark of %s is seen on its ground, and its ground on cards of both schemes',
  (_of, ground) => {
    const behind = [SCHEMES.light.card, SCHEMES.dark.card];
    expect(contrast(ground, '#ffffff')).toBeGreaterThanOrEqual(3);
    expect(behind.filter((card) => contrast(ground, card) < 3)).toEqual([]);
  },
);

import { expect, test } from 'vitest';
import { cny } from '@/lib/money/money';
import { contentText, expiryInRange, linkOrderExpiry, sameTerms } from '@/lib/orders/rules';

const terms = {
  merchantOrderNo: 'A-1',
  amount: cny(600n),
  subject: '游戏金币',
  goods: 'digital',
  returnUrl: 'https://shop.example/',
  customerReference: 'alice',
  subscriptionPeriod: null,
} as const;

test('the same terms are the same order, any other term is another', () => {
  expect(sameTerms(terms, { ...terms, amount: cny(600n) })).toBe(true);
  for (const other of [
    { amount: cny(601n) },
    { subject: '游戏' },
    { goods: 'physical' as const },
    { returnUrl: null },
    { customerReference: 'bob' },
    { merchantOrderNo: 'A-2' },
    { subscriptionPeriod: 'rolling_30' as const },
  ]) {
    expect(sameTerms(terms, { ...terms, ...other })).toBe(false);
  }
});

test('the order of keys means nothing, the order of a list does', () => {
  expect(contentText({ b: { y: 1, x: [1, 2] }, a: null })).toBe(
    contentText({ a: null, b: { x: [1, 2], y: 1 }, c: undefined }),
  );
  expect(contentText([1, 2])).not.toBe(contentText([2, 1]));
  expect(contentText({ a: '1' })).not.toBe(contentText({ a: 1 }));
});

test('an order lives from a minute to 30 days', () => {
  expect([59, 60, 2_592_000, 2_592_001].map(expiryInRange)).toEqual([false, true, true, false]);
});

test('an order from a link ends with the link, and after 30 days at the latest', () => {
  const now = new Date('2026-11-20T00:00:00Z');
  const soon = new Date('2026-11-20T02:00:00Z');
  expect(linkOrderExpiry(soon, now)).toEqual(soon);
  expect(linkOrderExpiry(new Date('2027-11-20T00:00:00Z'), now)).toEqual(
    new Date('2026-12-20T00:00:00Z'),
  );
});

import { expect, test } from 'vitest';
import { createOrderSchema } from '@/lib/orders/schema';

const right = {
  merchant_order_no: 'A-1',
  amount: 600,
  currency: 'CNY',
  subject: '游戏金币',
  goods: 'digital',
};
const pathsOf = (body: unknown): string[] => {
  const parsed = createOrderSchema.safeParse(body);
  const issues = parsed.error?.issues ?? [];
  return [...new Set(issues.map(({ path }) => path.join('.')))];
};

test('the smallest body that is right', () => {
  expect(createOrderSchema.parse(right)).toEqual(right);
});

test.each([1, 600, 1_000_000_000])('an amount of %s fen', (amount) => {
  expect(pathsOf({ ...right, amount })).toEqual([]);
});

test.each([
  ...[0, -0, -1, 1.5, 0.1, 1_000_000_001, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY],
  ...['600', '1e2', '１２', '', true, null, [600], { fen: 600 }, undefined],
])('no amount: %s', (amount) => {
  expect(pathsOf({ ...right, amount })).toEqual(['amount']);
});

test.each([
  ['merchant_order_no', ['', 'a b', 'a/b', 'ａ', 'a\n', 'x'.repeat(65), 5]],
  ['currency', ['USD', 'cny', '', 156]],
  ['subject', ['', '  ', 'a\nb', 'a\u0000', 'a\u202eb', '字'.repeat(128), 7]],
  ['goods', ['service', 'Digital', '']],
  ['expires_in', [1.5, '60', null]],
  [
    'payer_phone',
    ['1380013800', '+8613800138000', '１３８００１３８０００', '23800138000', 13800138000],
  ],
  ['metadata', ['x', [], null]],
])('%s refuses what it does not mean', (field, values) => {
  for (const value of values) expect(pathsOf({ ...right, [field]: value })).toEqual([field]);
});

test('127 characters of subject are characters, not half of them', () => {
  expect(pathsOf({ ...right, subject: '🧵'.repeat(127) })).toEqual([]);
});

test.each([
  { 'a b': 'x' },
  { '': 'x' },
  { a: 5 },
  { a: { b: 'c' } },
  { a: 'x'.repeat(501) },
  Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`k${n}`, 'v'])),
])('metadata is a small map of texts: %j', (metadata) => {
  expect(pathsOf({ ...right, metadata })).not.toEqual([]);
});

test('a field that we do not know is refused, whatever its name', () => {
  expect(createOrderSchema.safeParse({ ...right, Amount: 1 }).success).toBe(false);
  expect(createOrderSchema.safeParse({ ...right, constructor: 1 }).success).toBe(false);
});

test.each([null, [], 'x', 5])('a body that is no object: %j', (body) => {
  expect(createOrderSchema.safeParse(body).success).toBe(false);
});

import { expect, test } from 'vitest';
import { foldRows } from '@/components/cashier/method-rows';
import type { MethodCode } from '@/lib/methods/rank-methods';

const ALL: MethodCode[] = ['balance', 'quickpass', 'card', 'carrier'];
const fold = (methods: MethodCode[], chosen?: MethodCode) => {
  const { shown, folded, first, open } = foldRows(
    methods.map((method) => ({ method })),
    chosen,
  );
  return { shown: shown.length, folded: folded.map(({ method }) => method), first, open };
};

test('three ways are in sight, the rest is folded away, and the first one is chosen', () => {
  expect(fold(ALL)).toEqual({ shown: 3, folded: ['carrier'], first: 'balance', open: false });
  expect(fold(ALL.slice(0, 3))).toEqual({ shown: 3, folded: [], first: 'balance', open: false });
});

test('a chosen way is never folded away out of sight', () => {
  expect(fold(ALL, 'carrier')).toMatchObject({ first: 'carrier', open: true });
  expect(fold(ALL, 'card')).toMatchObject({ first: 'card', open: false });
});

test('a way that is not offered cannot be the chosen one', () => {
  expect(fold(['quickpass', 'carrier'], 'card')).toMatchObject({ first: 'quickpass' });
});

import { expect, test } from 'vitest';
import { methodsInOrder, rankMethods } from '@/lib/methods/rank-methods';
import { cny } from '@/lib/money/money';

test('what a merchant has moved comes first in its order; what it has not, follows in the product’s', () => {
  expect(methodsInOrder()).toEqual(['balance', 'quickpass', 'card', 'carrier']);
  expect(methodsInOrder(['card'])).toEqual(['card', 'balance', 'quickpass', 'carrier']);
  expect(methodsInOrder(['carrier', 'card', 'card'])).toEqual([
    ...['carrier', 'card', 'balance', 'quickpass'],
  ]);
  // A method of another version of ours is passed over.
  expect(methodsInOrder(['pigeon', 'card'])[0]).toBe('card');
});

test('the merchant’s order puts nothing that cannot be used before what can', () => {
  const ranked = (balanceMinor: bigint) =>
    rankMethods({
      amount: cny(6_800n),
      merchant: {
        balanceContract: 'bank_custody',
        hiddenMethods: [],
        methodOrder: ['balance', 'quickpass'],
      },
      account: { proved: true, balance: cny(balanceMinor), frozen: false, passwordSet: true },
      quickpass: { surface: { kind: 'qr' }, promotions: false },
    }).map(({ method }) => method);
  expect(ranked(6_800n)).toEqual(['balance', 'quickpass']);
  expect(ranked(1n)).toEqual(['quickpass', 'balance']);
});

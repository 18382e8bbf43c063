import { expect, test } from 'vitest';
import { type MethodFacts, rankMethods } from '@/lib/methods/rank-methods';
import { cny } from '@/lib/money/money';

const account = { proved: true, balance: cny(12_640n), passwordSet: true };
const facts: MethodFacts = {
  amount: cny(6_800n),
  merchant: { balanceAllowed: true, hiddenMethods: [] },
  account,
  quickpass: { open: true },
};
const namesOf = (given: MethodFacts): string[] => rankMethods(given).map(({ method }) => method);
const offerOf = (given: MethodFacts, method: string) =>
  rankMethods(given).find((offer) => offer.method === method);

test('balance comes before QuickPass, and the first usable way is the recommended one', () => {
  expect(rankMethods(facts)).toEqual([
    {
      method: 'balance',
      available: true,
      recommended: true,
      lastUsed: false,
      balance: cny(12_640n),
    },
    { method: 'quickpass', available: true, recommended: false, lastUsed: false },
  ]);
});

test('what cannot be used comes last, with its reason, and is never recommended', () => {
  const ranked = rankMethods({ ...facts, account: { ...account, balance: cny(6_799n) } });
  expect(ranked.map(({ method, available }) => [method, available])).toEqual([
    ['quickpass', true],
    ['balance', false],
  ]);
  expect(ranked[0]?.recommended).toBe(true);
  expect(ranked[1]).toMatchObject({ reason: 'balance_insufficient', recommended: false });
});

test('a balance of exactly the amount is enough', () => {
  const exact = { ...facts, account: { ...account, balance: cny(6_800n) } };
  expect(offerOf(exact, 'balance')?.available).toBe(true);
});

test('who has not proved to be the owner learns neither the balance nor whether it would do', () => {
  const stranger = { ...account, proved: false };
  const rich = offerOf({ ...facts, account: stranger }, 'balance');
  const poor = offerOf({ ...facts, account: { ...stranger, balance: cny(0n) } }, 'balance');
  expect(rich).toEqual(poor);
  expect(rich).toMatchObject({ available: true });
  expect(rich).not.toHaveProperty('balance');
});

test.each([
  ['no account', { account: undefined }, 'balance_not_opened'],
  ['no password', { account: { ...account, passwordSet: false } }, 'payment_password_unset'],
  [
    'a locked password',
    { account: { ...account, passwordLockedUntil: new Date('2026-11-20T12:00:00Z') } },
    'payment_password_locked',
  ],
] satisfies [string, Partial<MethodFacts>, string][])(
  '%s is said as a reason',
  (_name, given, reason) => {
    expect(offerOf({ ...facts, ...given }, 'balance')).toMatchObject({ available: false, reason });
  },
);

test('a locked password says until when', () => {
  const passwordLockedUntil = new Date('2026-11-20T12:00:00Z');
  const locked = { ...facts, account: { ...account, passwordLockedUntil } };
  expect(offerOf(locked, 'balance')?.lockedUntil).toEqual(passwordLockedUntil);
});

test('a closed channel is said as a reason', () => {
  expect(offerOf({ ...facts, quickpass: { open: false } }, 'quickpass')).toMatchObject({
    available: false,
    reason: 'channel_unavailable',
  });
});

test('what the merchant hides, or has no contract for, is not offered at all', () => {
  const hidden = { balanceAllowed: true, hiddenMethods: ['quickpass'] };
  expect(namesOf({ ...facts, merchant: hidden })).toEqual(['balance']);
  const noContract = { balanceAllowed: false, hiddenMethods: [] };
  expect(namesOf({ ...facts, merchant: noContract })).toEqual(['quickpass']);
  expect(
    namesOf({ ...facts, merchant: { balanceAllowed: false, hiddenMethods: ['quickpass'] } }),
  ).toEqual([]);
});

test('the last used way is marked and keeps its place', () => {
  const ranked = rankMethods({ ...facts, lastUsed: 'quickpass' });
  expect(ranked.map(({ method, lastUsed }) => [method, lastUsed])).toEqual([
    ['balance', false],
    ['quickpass', true],
  ]);
});

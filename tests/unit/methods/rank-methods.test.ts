import { expect, test } from 'vitest';
import { type MethodFacts, rankMethods } from '@/lib/methods/rank-methods';
import { cny } from '@/lib/money/money';
import { quotaLeft } from '@/lib/persons/quota-rules';

const account = { proved: true, balance: cny(12_640n), frozen: false, passwordSet: true };
const facts: MethodFacts = {
  amount: cny(6_800n),
  merchant: { balanceContract: 'bank_custody', hiddenMethods: [] },
  account,
  quickpass: { surface: { kind: 'qr' }, promotions: false },
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
    {
      method: 'quickpass',
      available: true,
      recommended: false,
      lastUsed: false,
      surface: { kind: 'qr' },
      promotions: false,
    },
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

test('QuickPass that does not work here is said as a reason, with the way out', () => {
  const surface = {
    kind: 'unavailable',
    reason: 'quickpass_blocked_here',
    wayOut: 'open_in_browser',
  } as const;
  const quickpass = { surface, promotions: false };
  expect(offerOf({ ...facts, quickpass }, 'quickpass')).toMatchObject({
    available: false,
    recommended: false,
    reason: 'quickpass_blocked_here',
    wayOut: 'open_in_browser',
  });
  expect(offerOf(facts, 'quickpass')).not.toHaveProperty('wayOut');
});

test('promotions are announced with the way of QuickPass that they hold for', () => {
  const quickpass = { surface: { kind: 'control' } as const, promotions: true };
  expect(offerOf({ ...facts, quickpass }, 'quickpass')).toMatchObject({
    surface: { kind: 'control' },
    promotions: true,
  });
});

test('cards come after QuickPass, need somebody signed in, and are left out where no contract takes them', () => {
  const card = { signedIn: true, open: 'yes' } as const;
  expect(namesOf({ ...facts, card })).toEqual(['balance', 'quickpass', 'card']);
  expect(namesOf(facts)).toEqual(['balance', 'quickpass']);
  const reasonOf = (given: MethodFacts['card']) =>
    offerOf({ ...facts, card: given }, 'card')?.reason;
  expect(reasonOf(card)).toBeUndefined();
  expect(reasonOf({ ...card, signedIn: false })).toBe('card_sign_in');
  expect(reasonOf({ signedIn: false, open: 'amount_out_of_range' })).toBe('amount_out_of_range');
  expect(reasonOf({ signedIn: true, open: 'channel_unavailable' })).toBe('channel_unavailable');
});

test('what the merchant hides, or has no contract for, is not offered at all', () => {
  const of = (balanceContract: 'none' | 'licensed' | 'bank_custody', hiddenMethods: string[]) =>
    namesOf({ ...facts, merchant: { balanceContract, hiddenMethods } });
  expect(of('bank_custody', ['quickpass'])).toEqual(['balance']);
  expect(of('licensed', ['quickpass'])).toEqual(['balance']);
  expect(of('none', [])).toEqual(['quickpass']);
  expect(of('none', ['quickpass'])).toEqual([]);
});

test('the last used way is marked and keeps its place', () => {
  const ranked = rankMethods({ ...facts, lastUsed: 'quickpass' });
  expect(ranked.map(({ method, lastUsed }) => [method, lastUsed])).toEqual([
    ['balance', false],
    ['quickpass', true],
  ]);
});

const quotaOf = (day: bigint, total = 0n) =>
  quotaLeft({
    payerId: 'psn_1',
    class: 'II',
    used: { total: cny(total), year: cny(total), day: cny(day) },
  });

test('the owner sees before paying what is left, and whether a code is needed', () => {
  const used = { ...account, quota: quotaOf(93_200n) };
  expect(offerOf({ ...facts, account: used }, 'balance')).toMatchObject({
    available: true,
    quota: {
      leftToday: cny(406_800n),
      period: 'year',
      leftInPeriod: cny(10_000_000n),
      needsCode: false,
    },
  });
  const more = { ...account, quota: quotaOf(93_201n) };
  expect(offerOf({ ...facts, account: more }, 'balance')?.quota?.needsCode).toBe(true);
});

test('a balance that the limits do not let pay is shown with that reason', () => {
  for (const [quota, reason] of [
    [quotaOf(493_201n), 'day_limit_exceeded'],
    [quotaOf(0n, 9_993_201n), 'class_limit_exceeded'],
  ] as const) {
    expect(offerOf({ ...facts, account: { ...account, quota } }, 'balance')).toMatchObject({
      available: false,
      reason,
    });
  }
});

test('of a frozen account its owner alone is told', () => {
  const frozen = { ...account, frozen: true };
  expect(offerOf({ ...facts, account: frozen }, 'balance')?.reason).toBe('account_frozen');
  const stranger = { ...frozen, proved: false };
  expect(offerOf({ ...facts, account: stranger }, 'balance')?.reason).toBeUndefined();
});

test('a stranger learns nothing about limits', () => {
  const stranger = { ...account, proved: false, quota: quotaOf(500_000n) };
  const offer = offerOf({ ...facts, account: stranger }, 'balance');
  expect(offer).toMatchObject({ available: true });
  expect(offer).not.toHaveProperty('quota');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balancePart, restOf } from '@/lib/methods/combine';
import { type MethodFacts, rankMethods } from '@/lib/methods/rank-methods';
import { cny } from '@/lib/money/money';
import type { AccountClass } from '@/lib/persons/quota';
import { quotaLeft, strengthNeeded } from '@/lib/persons/quota-rules';

const used = (minor: bigint) => ({ total: cny(minor), year: cny(minor), day: cny(minor) });
const quotaOf = (usedMinor: bigint, accountClass: AccountClass = 'III') =>
  quotaLeft({ payerId: 'per_1', class: accountClass, used: used(usedMinor) });
const account = {
  proved: true,
  balance: cny(4_000n),
  frozen: false,
  passwordSet: true,
  quota: quotaOf(0n),
};
const facts: MethodFacts = {
  amount: cny(10_000n),
  merchant: { balanceContract: 'bank_custody', hiddenMethods: [] },
  account,
  quickpass: { surface: { kind: 'qr' }, promotions: false },
  card: { signedIn: true, open: 'yes' },
  takesRest: ['quickpass', 'card'],
};
const combineOf = (given: Partial<MethodFacts>) =>
  rankMethods({ ...facts, ...given }).find(({ method }) => method === 'balance')?.combine;
const withAccount = (given: Partial<NonNullable<MethodFacts['account']>>) =>
  combineOf({ account: { ...account, ...given } });

test('a balance that is short pays what it has, and says which ways pay the rest', () => {
  expect(combineOf({})).toEqual({
    balance: cny(4_000n),
    rest: cny(6_000n),
    restBy: ['quickpass', 'card'],
    needsCode: false,
  });
});

test('only ways that work here and take the rest are named; where there is none, nothing is combined', () => {
  const reason = 'channel_unavailable' as const;
  const surface = { kind: 'unavailable', reason, wayOut: 'choose_other' } as const;
  const noQuickpass = { surface, promotions: false };
  expect(combineOf({ quickpass: noQuickpass })?.restBy).toEqual(['card']);
  expect(combineOf({ takesRest: ['quickpass'] })?.restBy).toEqual(['quickpass']);
  expect(combineOf({ quickpass: noQuickpass, takesRest: ['quickpass'] })).toBeUndefined();
  expect(combineOf({ takesRest: [] })).toBeUndefined();
});

test.each([
  ['a stranger’s balance', { proved: false }],
  ['a frozen one', { frozen: true }],
  ['one without a password', { passwordSet: false }],
  ['one whose password is locked', { passwordLockedUntil: new Date(0) }],
  ['an empty one', { balance: cny(0n) }],
  ['one that covers the amount', { balance: cny(10_000n) }],
  ['one whose owner has used up the day', { quota: quotaOf(500_000n) }],
])('%s pays no part', (_, given) => {
  expect(withAccount(given)).toBeUndefined();
});

test('a subscription’s order combines nothing', () => {
  expect(combineOf({ periodic: true })).toBeUndefined();
});

test('what the limits leave is all that a balance pays, and from ¥1,000 a day on it takes a code', () => {
  const amount = cny(1_000_000n);
  const rich = { ...account, balance: cny(2_000_000n) };
  expect(combineOf({ amount, account: rich })).toMatchObject({
    balance: cny(500_000n),
    needsCode: true,
  });
  expect(combineOf({ amount, account: { ...rich, quota: quotaOf(0n, 'I') } })).toMatchObject({
    balance: cny(100_000n),
    rest: cny(900_000n),
    needsCode: false,
  });
});

test('whatever balance and limits: the parts are the amount, both are something, and the limits let the part pay', () => {
  const minor = fc.bigInt({ min: 0n, max: 1_500_000n });
  const classes = fc.constantFrom<AccountClass[]>('I', 'II', 'III');
  fc.assert(
    fc.property(minor, minor, minor, classes, (amountMinor, balanceMinor, usedMinor, klass) => {
      const amount = cny(amountMinor);
      const quota = quotaOf(usedMinor, klass);
      const part = balancePart(amount, { balance: cny(balanceMinor), quota });
      if (!part) return;
      const rest = restOf(amount, part);
      expect(part.amountMinor + rest.amountMinor).toBe(amountMinor);
      expect(part.amountMinor > 0n && rest.amountMinor > 0n).toBe(true);
      expect(part.amountMinor <= balanceMinor).toBe(true);
      expect(['password', 'password_and_code']).toContain(strengthNeeded(quota, part));
    }),
  );
});

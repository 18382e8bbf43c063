import fc from 'fast-check';
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

const carrier = {
  android: true,
  screen: 'mobile',
  open: 'yes',
  most: cny(3_000n),
  prices: [cny(100n), cny(3_000n)],
} as const;
const byPhone = (given: Partial<NonNullable<MethodFacts['carrier']>>) =>
  offerOf({ ...facts, carrier: { ...carrier, ...given } }, 'carrier');

test('a phone bill comes last, and is left out where nothing of it is contracted or the goods are physical', () => {
  const card = { signedIn: true, open: 'yes' } as const;
  expect(namesOf({ ...facts, card, carrier })).toEqual(['balance', 'quickpass', 'card', 'carrier']);
  expect(namesOf({ ...facts, card })).not.toContain('carrier');
  expect(byPhone({})).toEqual({
    method: 'carrier',
    available: true,
    recommended: false,
    lastUsed: false,
    billable: { most: cny(3_000n), prices: [cny(100n), cny(3_000n)] },
  });
});

test('on anything but Android a phone bill is shown with the reason, on a PC with the way to a phone', () => {
  expect(byPhone({ android: false })).toMatchObject({
    available: false,
    reason: 'carrier_android_only',
  });
  expect(byPhone({ android: false })).not.toHaveProperty('wayOut');
  expect(byPhone({ android: false, screen: 'pc' })?.wayOut).toBe('use_phone');
});

test('an amount that no line has a price for says which there are, and sends nobody to another device', () => {
  const offer = byPhone({ open: 'amount_out_of_range', android: false, screen: 'pc' });
  expect(offer).toMatchObject({
    available: false,
    reason: 'carrier_amount',
    billable: { most: cny(3_000n), prices: carrier.prices },
  });
  expect(offer).not.toHaveProperty('wayOut');
  expect(byPhone({ open: 'channel_unavailable', android: false })?.reason).toBe(
    'channel_unavailable',
  );
});

test('an order that begins a subscription is offered nothing but the phone bill', () => {
  const card = { signedIn: true, open: 'yes' } as const;
  expect(namesOf({ ...facts, card, carrier, periodic: true })).toEqual(['carrier']);
  expect(namesOf({ ...facts, card, periodic: true })).toEqual([]);
});

const offered = fc.record<Omit<MethodFacts, 'account' | 'quickpass'>>(
  {
    amount: fc.bigInt(1n, 100_000n).map(cny),
    merchant: fc.record({
      balanceContract: fc.constantFrom('none' as const, 'licensed' as const),
      hiddenMethods: fc.subarray(['balance', 'quickpass', 'card', 'carrier']),
    }),
    periodic: fc.boolean(),
    card: fc.record({
      signedIn: fc.boolean(),
      open: fc.constantFrom('yes', 'channel_unavailable', 'amount_out_of_range'),
    }),
    carrier: fc.record({
      android: fc.boolean(),
      screen: fc.constantFrom('pc', 'mobile'),
      open: fc.constantFrom('yes', 'channel_unavailable', 'amount_out_of_range'),
      most: fc.constant(cny(3_000n)),
      prices: fc.constant([cny(3_000n)]),
    }),
  },
  { requiredKeys: ['amount', 'merchant'] },
);

test('whatever the facts: at most one offer is recommended, it is the first, and every other “no” has its reason', () => {
  fc.assert(
    fc.property(offered, (given) => {
      const ranked = rankMethods({ ...facts, ...given });
      const firstNo = ranked.findIndex(({ available }) => !available);
      for (const [place, offer] of ranked.entries()) {
        expect(offer.recommended).toBe(place === 0 && offer.available);
        expect(offer.available).toBe(offer.reason === undefined);
        expect(offer.available).toBe(firstNo < 0 || place < firstNo);
        expect(given.merchant.hiddenMethods).not.toContain(offer.method);
        const phone = offer.method === 'carrier' && offer.available;
        if (phone) expect(given.carrier).toMatchObject({ android: true, open: 'yes' });
        if (given.periodic) expect(offer.method).toBe('carrier');
      }
    }),
  );
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

test('the way used last is marked also where it is the recommended one', () => {
  expect(rankMethods({ ...facts, lastUsed: 'balance' })[0]).toMatchObject({
    method: 'balance',
    recommended: true,
    lastUsed: true,
  });
});

test('QuickPass says beforehand that its contract takes no such amount, and no device helps', () => {
  const quickpass = {
    surface: { kind: 'qr' },
    promotions: false,
    open: 'amount_out_of_range',
  } as const;
  const offer = offerOf({ ...facts, quickpass }, 'quickpass');
  expect(offer).toMatchObject({ available: false, reason: 'amount_out_of_range' });
  expect(offer).not.toHaveProperty('wayOut');
});

import { expect, test } from 'vitest';
import { type MethodFacts, rankMethods } from '@/lib/methods/rank-methods';
import { cny } from '@/lib/money/money';

const facts: MethodFacts = {
  amount: cny(6_800n),
  merchant: { balanceContract: 'none', hiddenMethods: [] },
  quickpass: { surface: { kind: 'qr' }, promotions: false },
};
const carrier = {
  android: true,
  screen: 'mobile',
  open: 'yes',
  most: cny(3_000n),
  prices: [cny(100n), cny(3_000n)],
} as const;
const offerOf = (given: MethodFacts, method: string) =>
  rankMethods(given).find((offer) => offer.method === method);

test('a way in maintenance says until when, before anything that could be done about it', () => {
  const until = new Date('2026-11-27T01:00:00Z');
  const surface = {
    kind: 'unavailable',
    reason: 'quickpass_blocked_here',
    wayOut: 'open_in_browser',
  } as const;
  const quickpass = { surface, promotions: false };
  const maintenance = { quickpass: { until }, carrier: { until } };
  const offer = offerOf({ ...facts, quickpass, maintenance }, 'quickpass');
  expect(offer).toMatchObject({
    available: false,
    reason: 'maintenance',
    maintenanceUntil: until,
  });
  expect(offer).not.toHaveProperty('wayOut');
  const onPc = { ...carrier, android: false, screen: 'pc' } as const;
  expect(offerOf({ ...facts, carrier: onPc, maintenance }, 'carrier')).toMatchObject({
    reason: 'maintenance',
  });
});

test('a maintenance that is near is said beside a way that still works, and beside no other', () => {
  const from = new Date('2026-11-27T01:00:00Z');
  const maintenance = { quickpass: { from }, card: { from } };
  const card = { signedIn: false, open: 'yes' } as const;
  expect(offerOf({ ...facts, maintenance }, 'quickpass')).toMatchObject({
    available: true,
    maintenanceFrom: from,
  });
  expect(offerOf({ ...facts, card, maintenance }, 'card')).not.toHaveProperty('maintenanceFrom');
});

test('QuickPass and cards say what their contracts take at once', () => {
  const range = { least: null, most: cny(5_000n) };
  const quickpass = { ...facts.quickpass, open: 'amount_out_of_range' as const, range };
  const card = { signedIn: true, open: 'amount_out_of_range' as const, range };
  for (const method of ['quickpass', 'card']) {
    expect(offerOf({ ...facts, quickpass, card }, method)).toMatchObject({
      reason: 'amount_out_of_range',
      range,
    });
  }
  expect(offerOf(facts, 'quickpass')).not.toHaveProperty('range');
});

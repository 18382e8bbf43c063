import { expect, test } from 'vitest';
import { maintenanceOf } from '@/lib/payments/maintenance-rules';
import type { RankedChannel, Route } from '@/lib/routing/route';

const [EARLY, LATE] = [new Date('2026-11-27T01:00:00Z'), new Date('2026-11-27T02:00:00Z')];
const ranked = (
  channel: RankedChannel['channel'],
  reason: RankedChannel['reason'],
): RankedChannel => ({
  channel,
  usable: reason === 'chosen' || reason === 'later',
  reason,
  costFen: null,
  successRate: null,
  agreement: 'none',
});
const route = (...ranking: RankedChannel[]): Route => ({
  chosen: ranking.find(({ reason }) => reason === 'chosen')?.channel ?? null,
  probe: false,
  ranking,
});

test('QuickPass is UnionPay’s maintenance, a phone bill the carriers’', () => {
  const maintenance = { unionpay: { until: EARLY }, carrier: { from: LATE } };
  const card = route(ranked('netsunion', 'chosen'), ranked('unionpay', 'maintenance'));
  expect(maintenanceOf({ maintenance }, { card })).toEqual({
    quickpass: { until: EARLY },
    carrier: { from: LATE },
  });
});

test('cards are in maintenance only when no channel is left, until the first of them is back', () => {
  const maintenance = { unionpay: { until: LATE }, netsunion: { until: EARLY } };
  const cardsOf = (card: Route) => maintenanceOf({ maintenance }, { card }).card;
  const [unionpay, netsunion] = [
    ranked('unionpay', 'maintenance'),
    ranked('netsunion', 'maintenance'),
  ];
  expect(cardsOf(route(unionpay, netsunion))).toEqual({ until: EARLY });
  expect(cardsOf(route(unionpay, ranked('netsunion', 'no_contract')))).toEqual({ until: LATE });
  expect(cardsOf(route(ranked('netsunion', 'chosen'), unionpay))).toBeUndefined();
  expect(cardsOf(route(ranked('unionpay', 'breaker_open')))).toBeUndefined();
});

test('a maintenance of cards is near when the last channel that carries them has one', () => {
  const both = { unionpay: { from: EARLY }, netsunion: { from: LATE } };
  const card = route(ranked('unionpay', 'chosen'), ranked('netsunion', 'later'));
  expect(maintenanceOf({ maintenance: both }, { card }).card).toEqual({ from: LATE });
  const one = { unionpay: { from: EARLY } };
  expect(maintenanceOf({ maintenance: one }, { card }).card).toBeUndefined();
});

import { expect, test } from 'vitest';
import { isSettled, screenOf, viewVersion } from '@/components/cashier/screen';
import { cny } from '@/lib/money/money';
import type { CashierView } from '@/lib/payments/cashier-view';

const AT = new Date('2026-11-20T12:00:00Z');
const view: CashierView = {
  now: AT,
  order: {
    id: 'ord_1',
    merchantOrderNo: 'A1',
    subject: '亚麻短袖衬衫',
    amount: cny(6_800n),
    state: 'open',
    expiresAt: new Date(AT.getTime() + 900_000),
    paidAt: null,
  },
  merchant: { name: '禾木小店', nameEn: 'Hemu Shop', accentColor: '#0f766e' },
  shopper: null,
  offers: [],
  live: null,
  paid: null,
  leftBehind: [],
  lastFailure: null,
  returnUrl: null,
};
const live: CashierView['live'] = {
  method: 'quickpass',
  state: 'waiting',
  payableUntil: AT,
  nextStep: null,
};
const inState = (state: CashierView['order']['state'], rest: Partial<CashierView> = {}) => ({
  ...view,
  ...rest,
  order: { ...view.order, state },
});

test('a live attempt is waited for even when the order is over; a paid order is paid', () => {
  expect(screenOf(view)).toBe('choosing');
  expect(screenOf({ ...view, live })).toBe('waiting');
  expect(screenOf(inState('expired', { live }))).toBe('waiting');
  expect(screenOf(inState('expired'))).toBe('expired');
  expect(screenOf(inState('closed'))).toBe('closed');
  expect(screenOf(inState('paid', { live }))).toBe('paid');
});

test('the page stops asking only when nothing is to come: no live attempt, no money on its way', () => {
  const left = (state: CashierView['leftBehind'][number]['state']) =>
    isSettled({ ...view, leftBehind: [{ method: 'quickpass', state, payableUntil: AT }] });
  expect(isSettled(view)).toBe(true);
  expect(isSettled({ ...view, live })).toBe(false);
  expect(left('superseded')).toBe(false);
  expect(left('late_succeeded')).toBe(false);
  expect(left('returned')).toBe(true);
});

test('the version changes with all that the shopper would see change, and not with the clock', () => {
  const leftBehind = [
    { method: 'quickpass' as const, state: 'superseded' as const, payableUntil: AT },
  ];
  const seen: CashierView[] = [
    view,
    inState('paid'),
    inState('expired'),
    { ...view, live },
    { ...view, live: { ...live, state: 'unknown' } },
    { ...view, live: { ...live, nextStep: { type: 'redirect', url: 'https://pay.example' } } },
    { ...view, leftBehind },
    {
      ...view,
      leftBehind: [{ ...leftBehind[0], method: 'quickpass', state: 'returned', payableUntil: AT }],
    },
    { ...view, lastFailure: { method: 'quickpass', reason: 'declined' } },
    { ...view, lastFailure: { method: 'quickpass', reason: 'cancelled' } },
  ];
  expect(new Set(seen.map(viewVersion)).size).toBe(seen.length);
  expect(viewVersion({ ...view, now: new Date(0) })).toBe(viewVersion(view));
});

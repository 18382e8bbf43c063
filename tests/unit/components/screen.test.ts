import { expect, test } from 'vitest';
import { isSettled, screenOf, showsQr, viewVersion } from '@/components/cashier/screen';
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
  cards: [],
  live: null,
  paid: null,
  leftBehind: [],
  lastFailure: null,
  returnUrl: null,
};
const live: NonNullable<CashierView['live']> = {
  method: 'quickpass',
  state: 'waiting',
  requestedAt: AT,
  payableUntil: AT,
  renewAt: null,
  nextStep: null,
  surface: null,
  hostResult: null,
  card: null,
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
    { ...view, live: { ...live, hostResult: 'cancel' } },
    { ...view, live: { ...live, surface: 'qr' } },
    // The next code in the same place.
    { ...view, live: { ...live, surface: 'qr', payableUntil: new Date(AT.getTime() + 1) } },
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

test('a QR code, or the next one, is shown while it can be paid or replaced, and not longer', () => {
  const qr = {
    ...live,
    surface: 'qr' as const,
    nextStep: { type: 'show-qr' as const, content: 'https://qr.example/1' },
  };
  const ended = { ...qr, nextStep: null };
  const overdue = new Date(view.order.expiresAt.getTime() + 1);
  expect(showsQr({ ...view, live: qr })).toBe(true);
  expect(showsQr({ ...view, live: ended })).toBe(true);
  expect(showsQr({ ...view, live: ended, now: overdue })).toBe(false);
  expect(showsQr({ ...view, live: { ...qr, state: 'unknown' } })).toBe(true);
  expect(showsQr({ ...view, live: { ...ended, state: 'unknown' } })).toBe(false);
  expect(showsQr({ ...view, live: { ...qr, surface: 'api_wap' } })).toBe(false);
  expect(showsQr(inState('paid', { live: qr }))).toBe(false);
  expect(showsQr(view)).toBe(false);
});

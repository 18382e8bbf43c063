import { expect, test } from 'vitest';
import { isSettled, screenOf, showsQr } from '@/components/cashier/screen';
import { cny } from '@/lib/money/money';
import type { CashierView } from '@/lib/payments/cashier-view';

const AT = new Date('2026-11-20T12:00:00Z');
const view: CashierView = {
  now: AT,
  mark: 'as it is',
  order: {
    id: 'ord_1',
    merchantOrderNo: 'A1',
    subject: '亚麻短袖衬衫',
    amount: cny(6_800n),
    state: 'open',
    expiresAt: new Date(AT.getTime() + 900_000),
    paidAt: null,
    subscription: null,
  },
  merchant: {
    mode: 'live',
    name: '禾木小店',
    nameEn: 'Hemu Shop',
    accentColor: '#0f766e',
    logo: null,
  },
  shopper: null,
  offers: [],
  cards: [],
  live: null,
  paid: null,
  scannedAt: null,
  scannerPays: false,
  leftBehind: [],
  lastFailure: null,
  returnUrl: null,
};
const live: NonNullable<CashierView['live']> = {
  method: 'quickpass',
  state: 'waiting',
  balance: null,
  here: true,
  requestedAt: AT,
  payableUntil: AT,
  renewAt: null,
  nextStep: null,
  surface: null,
  hostResult: null,
  card: null,
  phone: null,
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

test('the page stops listening only when nobody can change it any more: it is over, and no money is on its way', () => {
  const left = (state: CashierView['leftBehind'][number]['state']) => [
    {
      method: 'quickpass' as const,
      state,
      amount: cny(6_800n),
      payableUntil: AT,
      fate: 'goes_back' as const,
    },
  ];
  // Another tab or phone may pay it at any time.
  expect(isSettled(view)).toBe(false);
  for (const state of ['paid', 'expired', 'closed'] as const) {
    expect(isSettled(inState(state))).toBe(true);
    expect(isSettled(inState(state, { live }))).toBe(false);
    expect(isSettled(inState(state, { leftBehind: left('superseded') }))).toBe(false);
    expect(isSettled(inState(state, { leftBehind: left('late_succeeded') }))).toBe(false);
    expect(isSettled(inState(state, { leftBehind: left('returned') }))).toBe(true);
  }
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
  // On another device it would be a code that nobody there has asked for.
  expect(showsQr({ ...view, live: { ...qr, here: false } })).toBe(false);
  expect(showsQr(inState('paid', { live: qr }))).toBe(false);
  expect(showsQr(view)).toBe(false);
});

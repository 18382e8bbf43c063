import { describe, expect, test } from 'vitest';
import { backWhen } from '@/components/cashier/back-when';
import { expectedResult } from '@/components/cashier/expected-result';
import { handoffStage } from '@/components/cashier/handoff-stage';
import { cny } from '@/lib/money/money';
import type { CashierView } from '@/lib/payments/cashier-view';

const AT = new Date('2026-11-20T12:00:00Z');
const later = (seconds: number): Date => new Date(AT.getTime() + seconds * 1_000);

describe('when a result can be expected', () => {
  const asked = { requestedAt: AT, payableUntil: later(900) };
  test.each([
    [0, { when: 'soon' }],
    [59, { when: 'soon' }],
    [60, { when: 'by', time: later(1_020) }],
    [1_019, { when: 'by', time: later(1_020) }],
    [1_020, { when: 'slow' }],
    [100_000, { when: 'slow' }],
  ])('%i seconds after the request', (seconds, expected) => {
    expect(expectedResult(asked, later(seconds))).toEqual(expected);
  });
});

const order = { state: 'open', paidAt: null } as CashierView['order'];
const paidOrder = { ...order, state: 'paid' as const, paidAt: AT };
const elsewhere = { here: false } as NonNullable<CashierView['live']>;

describe('how far the phone is that scanned the code', () => {
  const facts = { order, live: null, scannedAt: AT, scannerPays: false, now: later(1) };
  const pays = { ...facts, scannerPays: true };
  test.each([
    ['it has only scanned', facts, 'scanned'],
    ['it pays', { ...pays, live: elsewhere }, 'paying'],
    ['it has paid', { ...pays, order: paidOrder }, 'paid'],
    ['another browser pays, which has scanned nothing', { ...facts, live: elsewhere }, undefined],
    ['this screen, or another browser, has paid', { ...facts, order: paidOrder }, undefined],
    ['nobody has scanned', { ...facts, scannedAt: null }, undefined],
    [
      'the payment runs on this very screen',
      { ...pays, live: { ...elsewhere, here: true } },
      undefined,
    ],
    ['it was put away long ago', { ...facts, now: later(901) }, undefined],
    [
      'it scanned long before the payment',
      { ...pays, order: { ...paidOrder, paidAt: later(901) } },
      undefined,
    ],
    [
      'a paid order is looked at the next day',
      { ...pays, order: paidOrder, now: later(90_000) },
      'paid',
    ],
    ['the order is over', { ...facts, order: { ...order, state: 'expired' as const } }, undefined],
  ])('%s', (_, given, stage) => {
    expect(handoffStage(given)).toBe(stage);
  });
});

describe('when the page leads back by itself', () => {
  const url = 'https://shop.example/back';
  const paid = { order: paidOrder, now: later(2), leftBehind: [], returnUrl: url };
  const behind: CashierView['leftBehind'] = [
    {
      method: 'card',
      state: 'late_succeeded',
      amount: cny(1n),
      payableUntil: AT,
      fate: 'goes_back',
    },
  ];
  test.each([
    ['the merchant is told: at once', paid, 'told', { url, waitMs: 0 }],
    ['there is nobody to tell: at once', paid, 'none', { url, waitMs: 0 }],
    [
      'the merchant is being told: what is left of five seconds',
      paid,
      'pending',
      { url, waitMs: 3_000 },
    ],
    [
      'it is not told in time: no longer',
      { ...paid, now: later(60) },
      'pending',
      { url, waitMs: 0 },
    ],
    ['opened later', { ...paid, now: later(601) }, 'told', undefined],
    ['no address', { ...paid, returnUrl: null }, 'told', undefined],
    ['money that comes back is to be read', { ...paid, leftBehind: behind }, 'told', undefined],
    ['not paid', { ...paid, order }, 'none', undefined],
  ] as const)('%s', (_, view, told, back) => {
    expect(backWhen(view, told)).toEqual(back);
  });
});

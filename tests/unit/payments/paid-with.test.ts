import { expect, test } from 'vitest';
import { cny } from '@/lib/money/money';
import { paidWith, scheduleOf } from '@/lib/payments/paid-with';
import type { PhonePayment } from '@/lib/payments/phone-payment';
import { originalOf } from '@/lib/refunds/rules';

const ATTEMPT = { method: 'carrier', surface: null, nextStep: null, channelRef: 'theirs' } as const;
const PHONE: PhonePayment = {
  attemptId: 'att_1',
  orderId: 'ord_1',
  lineId: 'line',
  carrier: 'cucc',
  province: '11',
  feePoint: 'P6',
  mode: 'sms',
  phoneHash: 'hash',
  phoneMasked: '130****8000',
  phoneItemId: 'vlt_1',
  consentVersion: '1',
  codeRef: 'authorization',
  codeTries: 0,
  codeExpiresAt: null,
  codeTakenAt: null,
  payerUnknown: false,
};

test('a phone’s bill is asked about at its carrier, by the carrier’s own number', () => {
  expect(paidWith(ATTEMPT, PHONE)).toEqual({
    instrument: 'phone',
    carrier: 'cucc',
    mode: 'sms',
    phoneMasked: '130****8000',
    channelRef: 'theirs',
  });
});

test('where the step got lost it is looked up by our number, so that it can be let go', () => {
  expect(paidWith(ATTEMPT, { ...PHONE, codeRef: null })).not.toHaveProperty('channelRef');
});

test('QuickPass and bound cards say the product that they belong to', () => {
  const surfaceOf = (surface: 'control' | 'cashier' | 'sdk_wap' | 'api_wap' | 'qr' | null) =>
    paidWith({ ...ATTEMPT, method: 'quickpass', surface }, undefined);
  for (const surface of ['control', 'cashier', 'sdk_wap'] as const) {
    expect(surfaceOf(surface)).toEqual({ instrument: 'quickpass', surface: 'control' });
  }
  expect(surfaceOf('qr')).toEqual({ instrument: 'quickpass', surface: 'qr' });
  expect(surfaceOf('api_wap')).toEqual({ instrument: 'quickpass', surface: 'front' });
  expect(surfaceOf(null)).toEqual({ instrument: 'quickpass', surface: 'front' });
  expect(paidWith({ ...ATTEMPT, method: 'card' }, undefined)).toEqual({ instrument: 'agreement' });
});

test('each product has its own schedule of questions, or the channel’s usual one', () => {
  const querySchedule = { payment: [1], agreement: [2], phone: [3], refund: [4] };
  expect(scheduleOf({ querySchedule }, 'quickpass')).toEqual([1]);
  expect(scheduleOf({ querySchedule }, 'card')).toEqual([2]);
  expect(scheduleOf({ querySchedule }, 'carrier')).toEqual([3]);
  const usual = { querySchedule: { payment: [1], refund: [4] } };
  expect(scheduleOf(usual, 'card')).toEqual([1]);
  expect(scheduleOf(usual, 'carrier')).toEqual([1]);
});

test('a refund names the carrier and the fee point of the payment that it gives back', () => {
  const paid = {
    channelOrderNo: 'ours',
    amount: cny(600n),
    method: 'carrier',
    surface: null,
  } as const;
  expect(originalOf(paid, 'theirs', PHONE)).toEqual({
    channelOrderNo: 'ours',
    channelRef: 'theirs',
    amount: cny(600n),
    instrument: 'phone',
    carrier: 'cucc',
    feePoint: 'P6',
  });
});

import { expect, test } from 'vitest';
import { frontConsumeFields, queryFields, refundFields } from '@/lib/channels/unionpay/requests';
import { cny } from '@/lib/money/money';
import { MERCHANT_ID } from '@/tests/support/unionpay-fixtures';

const requestedAt = new Date('2026-11-20T04:00:00.500Z');
const pay = {
  channelOrderNo: 'p0000000000000000001',
  amount: cny(6800n),
  requestedAt,
  payableUntil: new Date('2026-11-20T04:15:00Z'),
  subject: 'T 恤',
  host: 'pc' as const,
  noticeUrl: 'https://cashier.example/api/channels/unionpay/notify',
  returnUrl: 'https://cashier.example/api/channels/unionpay/return?x=1&y=2',
};
const common = {
  version: '5.1.0',
  encoding: 'UTF-8',
  signMethod: '01',
  bizType: '000201',
  accessType: '0',
  merId: MERCHANT_ID,
  txnTime: '20261120120000',
};

test('front consume has exactly the documented fields', () => {
  expect(frontConsumeFields(MERCHANT_ID, pay)).toEqual({
    ...common,
    txnType: '01',
    txnSubType: '01',
    channelType: '07',
    orderId: pay.channelOrderNo,
    txnAmt: '6800',
    currencyCode: '156',
    payTimeout: '20261120121500',
    orderDesc: 'T 恤',
    frontUrl: pay.returnUrl,
    backUrl: pay.noticeUrl,
  });
});

test('a phone is told apart from a computer', () => {
  expect(frontConsumeFields(MERCHANT_ID, { ...pay, host: 'mobile' }).channelType).toBe('08');
});

test('a query names the transaction by its own number and time', () => {
  const query = { ...pay, askedAt: new Date('2026-11-20T05:00:00Z') };
  expect(queryFields(MERCHANT_ID, query)).toEqual({
    ...common,
    txnType: '00',
    txnSubType: '00',
    channelType: '07',
    orderId: pay.channelOrderNo,
  });
});

const refund = {
  channelOrderNo: 'r0000000000000000001',
  requestedAt,
  amount: cny(800n),
  original: {
    channelOrderNo: pay.channelOrderNo,
    channelRef: '321804041753096282028',
    amount: cny(6800n),
  },
  noticeUrl: pay.noticeUrl,
};

test('a refund has its own number and quotes the payment', () => {
  expect(refundFields(MERCHANT_ID, refund)).toEqual({
    ...common,
    txnType: '04',
    txnSubType: '00',
    channelType: '07',
    orderId: refund.channelOrderNo,
    txnAmt: '800',
    currencyCode: '156',
    origQryId: '321804041753096282028',
    backUrl: pay.noticeUrl,
  });
});

test('what the gateway could not take is our bug and never goes out', () => {
  for (const change of [
    { channelOrderNo: 'short' },
    { channelOrderNo: 'p000-0000-0001' },
    { channelOrderNo: 'p'.repeat(33) },
    { payableUntil: requestedAt },
    { amount: cny(0n) },
    { noticeUrl: 'https://cashier.example/#x' },
    { noticeUrl: '/relative' },
    { returnUrl: `https://cashier.example/${'x'.repeat(256)}` },
    { returnUrl: 'https://cashier.example/支付' },
  ]) {
    expect(() => frontConsumeFields(MERCHANT_ID, { ...pay, ...change })).toThrow(RangeError);
  }
  expect(() => refundFields(MERCHANT_ID, { ...refund, amount: cny(6801n) })).toThrow(RangeError);
});

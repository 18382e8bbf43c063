import { expect, test } from 'vitest';
import type { ChannelContract, RefundRequest } from '@/lib/channels/port';
import {
  controlConsumeFields,
  frontConsumeFields,
  paymentQueryFields,
  qrConsumeFields,
} from '@/lib/channels/unionpay/requests';
import { returnFields, returnQueryFields } from '@/lib/channels/unionpay/return-requests';
import { cny } from '@/lib/money/money';
import { CONTRACT, MERCHANT_ID } from '@/tests/support/unionpay-fixtures';

const requestedAt = new Date('2026-11-20T04:00:00.500Z');
const pay = {
  instrument: { type: 'quickpass' as const, surface: 'front' as const },
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
  expect(frontConsumeFields(CONTRACT, pay)).toEqual({
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
  expect(frontConsumeFields(CONTRACT, { ...pay, host: 'mobile' }).channelType).toBe('08');
});

test('a control payment is a consume of the gateway without a page to come back to', () => {
  const { frontUrl: _, ...front } = frontConsumeFields(CONTRACT, pay);
  expect(controlConsumeFields(CONTRACT, pay)).toEqual({ ...front, channelType: '08' });
});

test('a QR payment is 01/07 of no product', () => {
  expect(qrConsumeFields(CONTRACT, pay)).toEqual({
    ...controlConsumeFields(CONTRACT, pay),
    txnSubType: '07',
    bizType: '000000',
  });
});

test.each([
  ['000201', { instrument: 'quickpass' as const }],
  ['000201', { instrument: 'quickpass' as const, surface: 'control' as const }],
  ['000000', { instrument: 'quickpass' as const, surface: 'qr' as const }],
  ['000902', { instrument: 'agreement' as const }],
])('a query names the transaction by its own number and time, in product %s', (bizType, paid) => {
  const { channelOrderNo, amount, payableUntil } = pay;
  const askedAt = new Date('2026-11-20T05:00:00Z');
  const query = { channelOrderNo, amount, requestedAt, payableUntil, askedAt, ...paid };
  expect(paymentQueryFields(CONTRACT, query)).toEqual({
    ...common,
    bizType,
    txnType: '00',
    txnSubType: '00',
    channelType: '07',
    orderId: pay.channelOrderNo,
  });
});

const refund: RefundRequest = {
  channelOrderNo: 'r0000000000000000001',
  kind: 'refund',
  requestedAt,
  amount: cny(800n),
  original: {
    channelOrderNo: pay.channelOrderNo,
    channelRef: '321804041753096282028',
    amount: cny(6800n),
    instrument: 'quickpass',
    surface: 'control',
  },
  noticeUrl: pay.noticeUrl,
};

test('a refund has its own number and quotes the payment', () => {
  expect(returnFields(CONTRACT, refund)).toEqual({
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

test('an undo is 31/00, of all that was paid', () => {
  const undo = { ...refund, kind: 'undo' as const, amount: cny(6800n) };
  const { currencyCode: _, ...fields } = returnFields(CONTRACT, refund);
  expect(returnFields(CONTRACT, undo)).toEqual({ ...fields, txnType: '31', txnAmt: '6800' });
  expect(() => returnFields(CONTRACT, { ...undo, amount: cny(6799n) })).toThrow(RangeError);
});

test.each([
  ['000902', { instrument: 'agreement' as const }],
  ['000000', { instrument: 'quickpass' as const, surface: 'qr' as const }],
])(
  'a return, and the question about it, are in the product of the payment: %s',
  (bizType, paid) => {
    const original = { ...refund.original, ...paid };
    expect(returnFields(CONTRACT, { ...refund, original })).toMatchObject({ bizType });
    const asked = { payableUntil: requestedAt, askedAt: requestedAt, original };
    expect(returnQueryFields(CONTRACT, { ...refund, ...asked })).toMatchObject({ bizType });
  },
);

const institution: ChannelContract = {
  merchantNo: '777290058110097',
  access: {
    type: 'institution',
    acquirerCode: '00010000',
    categoryCode: '5311',
    merchantName: '测试商户&有限公司',
    merchantShortName: '测试商户有限公司',
  },
};
const platform: ChannelContract = {
  merchantNo: '777290058135880',
  access: {
    type: 'platform',
    subMerchantNo: 'sub0001',
    subMerchantName: '二级商户',
    subMerchantShortName: '二级',
  },
};

test('access through an institution or a platform says who the merchant behind it is', () => {
  expect(frontConsumeFields(institution, pay)).toMatchObject({
    accessType: '1',
    merId: '777290058110097',
    acqInsCode: '00010000',
    merCatCode: '5311',
    merName: '测试商户 有限公司',
    // 16 bytes, and never half a character.
    merAbbr: '测试商户有',
  });
  expect(returnFields(platform, refund)).toMatchObject({
    accessType: '2',
    merId: '777290058135880',
    subMerId: 'sub0001',
    subMerName: '二级商户',
    subMerAbbr: '二级',
  });
});

test('a contract that lacks what its access asks for is our bug and never goes out', () => {
  for (const change of [
    { acquirerCode: '1' },
    { categoryCode: '53110' },
    { merchantName: '' },
    { merchantShortName: '{}' },
  ]) {
    const access = { ...institution.access, ...change } as ChannelContract['access'];
    expect(() => frontConsumeFields({ ...institution, access }, pay)).toThrow(RangeError);
  }
  expect(() => frontConsumeFields({ ...CONTRACT, merchantNo: '1' }, pay)).toThrow(RangeError);
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
    expect(() => frontConsumeFields(CONTRACT, { ...pay, ...change })).toThrow(RangeError);
  }
  expect(() => returnFields(CONTRACT, { ...refund, amount: cny(6801n) })).toThrow(RangeError);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { byAgreement, payment, questionAbout, returned } from '@/tests/support/unionpay-calls';
import { startUnionPayGateway, type UnionPayGateway } from '@/tests/support/unionpay-gateway';

let gateway: UnionPayGateway;
beforeAll(async () => {
  gateway = await startUnionPayGateway();
});
afterAll(() => gateway.close());

const TN = '321804041753096282029';
const control = payment({ type: 'quickpass', surface: 'control' });
const qr = payment({ type: 'quickpass', surface: 'qr' });
const submit = () => gateway.adapter.twoStep?.submitCode({ ...byAgreement(true), code: '123456' });

test('a control payment is a TN for the host to start, in test mode anywhere but at the real gateway', async () => {
  gateway.answers({ respCode: '00', tn: TN });
  expect(await gateway.adapter.pay(control)).toMatchObject({
    kind: 'pending',
    next: { type: 'launch-control', tn: TN, mode: '01' },
    evidence: { tn: TN },
  });
});

test.each([undefined, '', '12', 'a b', 'x'.repeat(40)])('a TN of %j is none', async (tn) => {
  gateway.answers({ respCode: '00', tn });
  expect(await gateway.adapter.pay(control)).toMatchObject({ kind: 'unknown' });
});

test('a QR payment is what the phone scans', async () => {
  const content = 'https://qr.95516.com/00010000/62132489017';
  gateway.answers({ respCode: '00', qrCode: content });
  const outcome = await gateway.adapter.pay(qr);
  expect(outcome).toMatchObject({ kind: 'pending', next: { type: 'show-qr', content } });
});

test.each([undefined, 'javascript:alert(1)', 'qr', `https://qr.95516.com/${'x'.repeat(256)}`])(
  'a QR code of %j is none',
  async (qrCode) => {
    gateway.answers({ respCode: '00', qrCode });
    expect(await gateway.adapter.pay(qr)).toMatchObject({ kind: 'unknown' });
  },
);

test('a second try under one number is asked about, since its first TN is lost', async () => {
  gateway.answers({ respCode: '12' });
  const wait = { kind: 'pending', next: { type: 'wait' } };
  expect(await gateway.adapter.pay(control)).toMatchObject(wait);
  expect(await gateway.adapter.pay(qr)).toMatchObject(wait);
});

test('a permission that the contract lacks is told as that', async () => {
  gateway.answers({ respCode: '32' });
  for (const request of [control, qr, byAgreement(false)]) {
    expect(await gateway.adapter.pay(request)).toMatchObject({
      kind: 'failed',
      reason: 'not_permitted',
    });
  }
});

test('a payment by agreement is accepted, and its result asked for', async () => {
  gateway.answers({ respCode: '05' });
  const outcome = await gateway.adapter.pay(byAgreement(false));
  expect(outcome).toMatchObject({ kind: 'pending', next: { type: 'wait' } });
  const { fields } = gateway.last();
  expect(fields).toMatchObject({
    txnType: '01',
    txnSubType: '01',
    bizType: '000902',
    accType: '01',
    tokenPayData: '{token=6235240000020757577&trId=62000000001}',
  });
  expect(fields).not.toHaveProperty('customerInfo');
});

test('with a code: the message first, for the same number, time and amount as the payment', async () => {
  gateway.answers({ respCode: '00' });
  expect(await gateway.adapter.pay(byAgreement(true))).toMatchObject({
    kind: 'pending',
    next: { type: 'enter-code', phoneMasked: '138****0000', expiresAt: '2026-11-20T04:15:00.000Z' },
  });
  const message = gateway.last().fields;
  expect(message).toMatchObject({ txnType: '77', txnSubType: '02' });
  await submit();
  const consume = gateway.last().fields;
  for (const name of ['orderId', 'txnTime', 'txnAmt', 'currencyCode', 'tokenPayData']) {
    expect(consume[name]).toBe(message[name]);
  }
  expect(Buffer.from(consume.customerInfo ?? '', 'base64').toString()).toBe('{smsCode=123456}');
});

test.each([
  ['71', 'code_wrong'],
  ['69', 'code_expired'],
  ['82', 'code_required'],
  ['76', 'code_required'],
  ['89', 'agreement_ended'],
  ['80', 'agreement_ended'],
  ['64', 'insufficient_funds'],
])('%s to a payment by agreement is %s', async (respCode, reason) => {
  gateway.answers({ respCode });
  expect(await submit()).toMatchObject({ kind: 'failed', reason });
});

test.each(['03', '05', '12', '37'])(
  'nobody knows whether a code was sent after %s, so it is asked about',
  async (respCode) => {
    gateway.answers({ respCode });
    expect(await gateway.adapter.pay(byAgreement(true))).toMatchObject({ kind: 'unknown' });
  },
);

test('a code for what is not paid by agreement is our bug', async () => {
  const request = { ...control, code: '123456' };
  await expect(gateway.adapter.twoStep?.submitCode(request)).rejects.toThrow(RangeError);
});

test('every call is made, and its answer judged, under the contract it names', async () => {
  const contract = {
    merchantNo: '777290058135880',
    access: {
      type: 'platform' as const,
      subMerchantNo: 'sub0001',
      subMerchantName: '二级商户',
      subMerchantShortName: '二级',
    },
    tokenRequestorId: '99988877766',
  };
  gateway.answers({ respCode: '00' });
  const request = { ...byAgreement(false), contract };
  expect(await gateway.adapter.pay(request)).toMatchObject({ kind: 'pending' });
  expect(gateway.last().fields).toMatchObject({
    merId: '777290058135880',
    accessType: '2',
    subMerId: 'sub0001',
    tokenPayData: '{token=6235240000020757577&trId=99988877766}',
  });
  gateway.answers({ respCode: '00', merId: '777290058110048' });
  expect(await gateway.adapter.pay(request)).toMatchObject({ kind: 'unknown' });
});

test('the card type that came back is told', async () => {
  const money = { txnType: '01', txnAmt: '6800', queryId: TN, payCardType: '02' };
  gateway.answers({ respCode: '00', origRespCode: '00', ...money });
  const question = { ...questionAbout(control), instrument: 'quickpass' as const };
  expect(await gateway.adapter.query(question)).toMatchObject({
    kind: 'succeeded',
    cardType: 'credit',
  });
});

test('an undo is no answer to the question about a refund', async () => {
  const money = { txnType: '31', txnAmt: '6800', queryId: TN };
  gateway.answers({ respCode: '00', origRespCode: '00', ...money });
  const ask = (kind: 'undo' | 'refund') =>
    gateway.adapter.queryRefund({ ...returned(kind), ...questionAbout(returned(kind)) });
  expect(await ask('undo')).toMatchObject({ kind: 'succeeded' });
  expect(await ask('refund')).toMatchObject({ kind: 'unknown' });
});

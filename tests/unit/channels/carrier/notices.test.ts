import { afterAll, beforeAll, expect, test } from 'vitest';
import { UnauthenticNotice } from '@/lib/channels/notice-port';
import { validatorOf } from '@/tests/support/camara-schemas';
import { tokenOfCarrier } from '@/tests/support/carrier-token';
import {
  CLIENT_SECRET,
  done,
  listed,
  type ScriptedCarrier,
  startScriptedCarrier,
} from '@/tests/support/scripted-carrier';
import { PAYMENT_ID, payment, REFUND_ID, refund, told, toldRefund } from './fixtures';

let carrier: ScriptedCarrier;
let paymentToken = '';
let refundToken = '';
beforeAll(async () => {
  carrier = await startScriptedCarrier();
  carrier.script = {
    prepare: done(201, told('reserved')),
    refunds: listed([]),
    remaining: done(200, { amount: 6.05, currency: 'CNY' }),
    refund: done(201, toldRefund('processing')),
  };
  await carrier.adapter.pay(payment);
  await carrier.adapter.refund(refund);
  const tokenOf = (body = '') => JSON.parse(body).sinkCredential.accessToken as string;
  paymentToken = tokenOf(carrier.asked[0]?.body);
  refundToken = tokenOf(carrier.asked.at(-1)?.body);
});
afterAll(() => carrier.stop());

const BILLING = 'org.camaraproject.carrier-billing.v0';
const REFUND = 'org.camaraproject.carrier-billing-refund.v0';
const moment = '2026-11-26T01:34:12Z';

const event = (type: string, data: object = {}, change: object = {}) => ({
  id: 'sd5e-uy52-88t4-za66',
  source: 'https://notifications.carrier.example/1',
  specversion: '1.0',
  type,
  time: moment,
  datacontenttype: 'application/json',
  data: { paymentId: PAYMENT_ID, status: 'succeeded', description: 'Payment', ...data },
  ...change,
});
const completed = event(`${BILLING}.payment-completed`, { paymentDate: moment });
const bytes = (content: unknown) => Buffer.from(JSON.stringify(content));
const read = (content: unknown, authorization = `Bearer ${paymentToken}`) =>
  carrier.adapter.readNotice({
    body: bytes(content),
    headers: { authorization },
    receivedAt: new Date(moment),
  });

test.each([
  [event(`${BILLING}.payment-pending-validation`), 'pending'],
  [event(`${BILLING}.payment-reserved`), 'pending'],
  [completed, 'pending'],
  [event(`${BILLING}.payment-cancelled`), 'pending'],
  [event(`${BILLING}.payment-denied`, { status: 'failed' }), 'failed'],
])('an event of a payment names our number and is a reason to ask: $type', (content, kind) => {
  expect(validatorOf('carrier-billing', 'CloudEvent')(content)).toEqual([]);
  const notice = read(content);
  expect(notice).toMatchObject({
    concerns: 'payment',
    channelOrderNo: payment.channelOrderNo,
    outcome: { kind },
  });
  expect(notice.merchantNo).toBeUndefined();
});

test.each([
  [event(`${REFUND}.refund-completed`, { refundId: REFUND_ID, refundDate: moment }), 'pending'],
  [event(`${REFUND}.refund-in-bill`, { refundId: REFUND_ID }), 'pending'],
  [event(`${REFUND}.refund-denied`, { refundId: REFUND_ID, status: 'failed' }), 'failed'],
])('an event of a refund names the refund: $type', (content, kind) => {
  expect(validatorOf('carrier-billing-refund', 'CloudEvent')(content)).toEqual([]);
  expect(read(content, `Bearer ${refundToken}`)).toMatchObject({
    concerns: 'refund',
    channelOrderNo: refund.channelOrderNo,
    outcome: { kind },
  });
});

test('an event never says by itself that money moved: it names no amount', () => {
  expect(read(completed).outcome.kind).toBe('pending');
});

test('a denial has the reason that its words give', () => {
  const denied = (denialReason: string) =>
    read(event(`${BILLING}.payment-denied`, { status: 'failed', denialReason })).outcome;
  expect(denied('Insufficient credit')).toMatchObject({ reason: 'insufficient_funds' });
  expect(denied('User is blocked due to pending debt')).toMatchObject({ reason: 'risk_refused' });
  expect(denied('No.')).toMatchObject({ reason: 'declined' });
});

test('the same event again has the same key; another event or source has another', () => {
  const { noticeKey } = read(completed);
  const again = { ...completed, time: '2026-11-26T02:00:00Z' };
  expect(read(again).noticeKey).toBe(noticeKey);
  expect(read({ ...completed, id: 'another' }).noticeKey).not.toBe(noticeKey);
  expect(read({ ...completed, source: 'urn:another' }).noticeKey).not.toBe(noticeKey);
  expect(read(completed, `Bearer ${refundToken}`).noticeKey).not.toBe(noticeKey);
  // No two pairs of id and source run together.
  const left = read({ ...completed, source: 'urn:a', id: 'b' });
  expect(read({ ...completed, source: 'urn:', id: 'ab' }).noticeKey).not.toBe(left.noticeKey);
});

test('a token is for one number: no byte of it may differ, and no other of ours fits', () => {
  for (let at = 0; at < paymentToken.length; at += 1) {
    const changed = paymentToken[at] === '0' ? '1' : '0';
    const token = paymentToken.slice(0, at) + changed + paymentToken.slice(at + 1);
    expect(() => read(completed, `Bearer ${token}`)).toThrow(UnauthenticNotice);
  }
  const [, mac = ''] = refundToken.split('.');
  const mixed = `Bearer ${payment.channelOrderNo}.${mac}`;
  expect(() => read(completed, mixed)).toThrow(UnauthenticNotice);
});

test.each([
  ['none', ''],
  ['of another kind', 'Basic Y2FzaGllcjpzZWNyZXQ='],
  ['empty', 'Bearer '],
  ['without a number', `Bearer .${'0'.repeat(64)}`],
])('a token that is %s vouches for nothing', (_what, authorization) => {
  expect(() => read(completed, authorization)).toThrow(UnauthenticNotice);
});

test('a header that is not there at all vouches for nothing', () => {
  const bare = { body: bytes(completed), receivedAt: new Date(moment) };
  expect(() => carrier.adapter.readNotice(bare)).toThrow(UnauthenticNotice);
});

test('the token of a carrier with another secret is none of ours', () => {
  const endpoint = {
    carrier: 'cmcc',
    apiRoot: 'https://api.carrier.example/cmcc',
    tokenUrl: 'https://api.carrier.example/token',
    clientId: 'cashier',
    clientSecret: `${CLIENT_SECRET} of another`,
  } as const;
  const other = carrier.adapterWith({ endpoints: [endpoint] });
  const request = {
    body: bytes(completed),
    headers: { authorization: `Bearer ${paymentToken}` },
    receivedAt: new Date(moment),
  };
  expect(() => other.readNotice(request)).toThrow(UnauthenticNotice);
  // Its own secret under another carrier's name makes another token, too.
  const renamed = { ...endpoint, clientSecret: CLIENT_SECRET, carrier: 'cucc' } as const;
  const cucc = carrier.adapterWith({ endpoints: [renamed] });
  expect(() => cucc.readNotice(request)).toThrow(UnauthenticNotice);
});

test('an event says whose token it came with, and is no repeat of another carrier’s', () => {
  const endpoints = (['cucc', 'cmcc'] as const).map((code) => ({
    carrier: code,
    apiRoot: `https://api.carrier.example/${code}`,
    tokenUrl: 'https://api.carrier.example/token',
    clientId: 'cashier',
    clientSecret: CLIENT_SECRET,
  }));
  const both = carrier.adapterWith({ endpoints });
  const { channelOrderNo } = payment;
  const keys = (['cmcc', 'cucc'] as const).map((code) => {
    const authorization = `Bearer ${tokenOfCarrier(code, CLIENT_SECRET, channelOrderNo)}`;
    const request = { body: bytes(completed), headers: { authorization } };
    const notice = both.readNotice({ ...request, receivedAt: new Date(moment) });
    expect(notice).toMatchObject({ channelOrderNo, carrier: code });
    return notice.noticeKey;
  });
  expect(keys[0]).not.toBe(keys[1]);
});

test.each([
  ['no JSON', Buffer.from('<html>')],
  ['half a body', bytes(completed).subarray(0, 60)],
  ['another type', bytes(event('org.camaraproject.sim-swap.v0.swapped'))],
  ['a type of an object’s own', bytes(event('constructor'))],
  ['no data', bytes({ ...completed, data: undefined })],
  ['another version', bytes({ ...completed, specversion: '0.3' })],
  [
    'a refund under a payment’s type',
    bytes(event(`${BILLING}.payment-completed`, { refundId: 'x' })),
  ],
  ['a payment under a refund’s type', bytes(event(`${REFUND}.refund-completed`))],
])('%s is no event to us, whatever its token', (_what, body) => {
  const request = {
    body,
    headers: { authorization: `Bearer ${paymentToken}` },
    receivedAt: new Date(moment),
  };
  expect(() => carrier.adapter.readNotice(request)).toThrow(UnauthenticNotice);
});

test('what is remembered of an event has neither the phone that its words name nor the token', () => {
  const description = 'Payment of +86 138 0013 8000 (13800138000)';
  const { outcome } = read(event(`${BILLING}.payment-reserved`, { description }));
  expect(JSON.stringify(outcome)).not.toMatch(/13800138000|138 0013/);
  expect(JSON.stringify(outcome)).not.toContain(paymentToken);
});

test('an event is acknowledged as the standard wants it, and its header kept as a secret', () => {
  expect(carrier.adapter.acknowledgement).toEqual({ status: 204, body: '' });
  expect(carrier.adapter.noticeHeaders).toEqual(['authorization']);
  expect(carrier.adapter.noticeHeadersSecret).toBe(true);
});

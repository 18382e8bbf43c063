import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cny } from '@/lib/money/money';
import {
  type Asked,
  ISSUER_ID,
  opened,
  type ScriptedNetsUnion,
  signedHeaders,
  startScriptedNetsUnion,
  trxIdFor,
} from '@/tests/support/scripted-netsunion';
import {
  ending,
  payment,
  question,
  refund,
  refundQuestion,
  signing,
  signQuestion,
  paymentWithCode as withCode,
} from './fixtures';

const CODE = '111111';
let channel: ScriptedNetsUnion;
beforeAll(async () => {
  channel = await startScriptedNetsUnion();
});
afterAll(() => channel.close());
beforeEach(() => {
  channel.asked.length = 0;
  channel.answerBy((_, response) => response.end('Invalid request.'));
});

type Adapter = ScriptedNetsUnion['adapter'];
const CALLS: [string, (adapter: Adapter) => Promise<unknown> | undefined][] = [
  ['a code for a signing', ({ agreements }) => agreements?.requestCode(signing)],
  ['a signing with its code', ({ agreements }) => agreements?.sign({ ...signing, code: CODE })],
  ['a silent signing', ({ agreements }) => agreements?.sign(signing)],
  ['a question about a signing', ({ agreements }) => agreements?.querySign(signQuestion)],
  ['an end', ({ agreements }) => agreements?.end(ending)],
  ['a payment', (adapter) => adapter.pay(payment)],
  ['a code for a payment', (adapter) => adapter.pay(withCode)],
  ['the next code', ({ twoStep }) => twoStep?.resendCode?.(withCode)],
  ['a payment with its code', ({ twoStep }) => twoStep?.submitCode({ ...withCode, code: CODE })],
  ['a question about a payment', (adapter) => adapter.query(question)],
  ['a refund', (adapter) => adapter.refund(refund)],
  ['a question about a refund', (adapter) => adapter.queryRefund(refundQuestion)],
];

const last = (): Asked => {
  const call = channel.asked.at(-1);
  if (!call) throw new Error('nothing was asked');
  return call;
};

describe.each(CALLS)('%s', (_name, call) => {
  test('is the same bytes on every repeat, at whatever hour', async () => {
    await call(channel.adapter);
    await call(channel.adapterWith({ now: () => new Date(Date.now() + 3_600_000) }));
    const [first, second] = channel.asked;
    expect(first?.body).toBeTruthy();
    expect(second?.body).toBe(first?.body);
    expect(second?.path).toBe(first?.path);
  });

  test('is signed over its time, path and body, and names our number by its fixed length', async () => {
    await call(channel.adapter);
    const { headers, path, body } = last();
    const timestamp = String(headers['x-epcc-timestamp']);
    expect(Math.abs(Date.now() / 1000 - Number(timestamp))).toBeLessThan(60);
    const right = signedHeaders({ path, body, timestamp });
    expect(headers['x-epcc-signature']).toBe(right['x-epcc-signature']);
    const { MsgHeader, MsgBody } = JSON.parse(body);
    expect(path).toBe(`/netsunion/${MsgHeader.MsgTp}`);
    expect(MsgHeader).toMatchObject({ IssrId: ISSUER_ID, Drctn: '11' });
    expect(MsgHeader.TrxId).toBe(trxIdFor(MsgBody.OrdrInf.OrdrId));
    expect(MsgHeader.TrxId).toHaveLength(31);
  });

  test('tells nobody on the way, and keeps nowhere, a card number, name, identity number, phone or code', async () => {
    const outcome = await call(channel.adapter);
    const { path, body } = last();
    const kept = JSON.stringify(outcome);
    expect(kept).toContain('unreadable');
    expect(path + body + kept).not.toMatch(
      /6200000000000005|110101199003070038|13800138000|张三|"111111"/,
    );
  });

  test('goes out under the configured merchant number', async () => {
    await call(channel.adapterWith({ merchantNo: '990000000000002' }));
    expect(JSON.parse(last().body).MsgBody.OrdrInf.MrchntNo).toBe('990000000000002');
  });
});

test('the four elements and the code are encrypted for this number and field', async () => {
  await channel.adapter.agreements?.sign({ ...signing, code: CODE });
  const { MsgHeader, MsgBody } = JSON.parse(last().body);
  const open = (name: string, field: string) => opened(MsgHeader.TrxId, name, field);
  const { SgnAcctId, SgnAcctNm, IDNo, MobNo } = MsgBody.SgnInf;
  expect(open('SgnAcctId', SgnAcctId)).toBe(signing.elements.cardNo);
  expect(open('SgnAcctNm', SgnAcctNm)).toBe(signing.elements.name);
  expect(open('IDNo', IDNo)).toBe(signing.elements.idNo);
  expect(open('MobNo', MobNo)).toBe(signing.elements.phone);
  expect(open('AuthMsg', MsgBody.TrxInf.AuthMsg)).toBe(CODE);
  expect(() => open('SgnAcctId', IDNo)).toThrow();
  expect(() => opened(trxIdFor('another00'), 'IDNo', IDNo)).toThrow();
});

test('two texts never share a nonce, not even in the same field of the same number', async () => {
  const nonces: string[] = [];
  for (const phone of ['13800138000', '13800138001']) {
    await channel.adapter.agreements?.sign({
      ...signing,
      elements: { ...signing.elements, phone },
    });
    const { SgnInf } = JSON.parse(last().body).MsgBody;
    for (const name of ['SgnAcctId', 'SgnAcctNm', 'IDNo', 'MobNo']) {
      nonces.push(`${Buffer.from(SgnInf[name], 'base64').subarray(0, 12).toString('hex')}`);
    }
  }
  // The two phones differ; the three other fields are the same text twice.
  expect(new Set(nonces).size).toBe(5);
});

test('a payment names its agreement, exact amount, time limit in Beijing, and what it is for', async () => {
  await channel.adapter.pay({ ...payment, subject: `${'游'.repeat(80)}\n` });
  expect(JSON.parse(last().body).MsgBody).toEqual({
    OrdrInf: {
      OrdrId: payment.channelOrderNo,
      MrchntNo: '990000000000001',
      OrdrDesc: '游'.repeat(64),
    },
    TrxInf: {
      TrxCtgy: '0110',
      TrxDtTm: '2026-11-26T09:34:08',
      TrxAmt: 'CNY68.00',
      ExprTm: '2026-11-26T09:49:08',
    },
    PyerInf: { SgnNo: 'SGN0000000000001' },
  });
});

test('a contract of the request goes before the configured merchant number', async () => {
  const contract = { merchantNo: '990000000000009', access: { type: 'merchant' } } as const;
  await channel.adapter.pay({ ...payment, contract });
  expect(JSON.parse(last().body).MsgBody.OrdrInf.MrchntNo).toBe(contract.merchantNo);
});

test.each<[string, () => Promise<unknown> | undefined]>([
  [
    'a QuickPass payment',
    () => channel.adapter.pay({ ...payment, instrument: { type: 'quickpass', surface: 'qr' } }),
  ],
  ['a question about one', () => channel.adapter.query({ ...question, instrument: 'quickpass' })],
  ['an undo', () => channel.adapter.refund({ ...refund, kind: 'undo' })],
  ['more back than was paid', () => channel.adapter.refund({ ...refund, amount: cny(6_801n) })],
  ['nothing to pay', () => channel.adapter.pay({ ...payment, amount: cny(0n) })],
  ['more than the field holds', () => channel.adapter.pay({ ...payment, amount: cny(10n ** 14n) })],
  [
    'a time limit in the past',
    () => channel.adapter.pay({ ...payment, payableUntil: payment.requestedAt }),
  ],
  [
    'a number of another alphabet',
    () => channel.adapter.pay({ ...payment, channelOrderNo: 'P-1' }),
  ],
  [
    'a silent signing without the permission',
    () => channel.adapterWith({ signsSilently: false }).agreements?.sign(signing),
  ],
])('%s is our own mistake, and never leaves', async (_name, call) => {
  await expect(call()).rejects.toThrow(RangeError);
  expect(channel.asked).toEqual([]);
});

test.each([
  ['origin', { origin: 'https://api.netsunion.example/path' }],
  ['issuerId', { issuerId: '12345678901234' }],
  ['merchantNo', { merchantNo: '99' }],
  ['secret', { secret: 'weak-one' }],
  ['noticePath', { noticePath: '' }],
])('a broken %s is named before the first payment, and a secret is not', (words, change) => {
  expect(() => channel.adapterWith(change)).toThrow(words);
  expect(() => channel.adapterWith(change)).toThrow(/^((?!weak-one)[\s\S])*$/);
});

test('a payment can be refunded for 365 days, and never undone', () => {
  const paidAt = new Date('2026-11-26T01:00:00Z');
  const after = (ms: number) =>
    channel.adapter.returnsAt({ paidAt, at: new Date(paidAt.getTime() + ms) });
  const yearMs = 365 * 86_400_000;
  expect(after(1_000)).toEqual({ undo: false, refund: true });
  expect(after(yearMs - 1)).toEqual({ undo: false, refund: true });
  expect(after(yearMs)).toEqual({ undo: false, refund: false });
});

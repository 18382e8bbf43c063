import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCarrierAdapter } from '@/lib/channels/carrier/adapter';
import type { ChannelAdapter } from '@/lib/channels/port';
import { cny } from '@/lib/money/money';
import {
  CLIENT_SECRET,
  done,
  listed,
  MERCHANT_NO,
  type ScriptedCarrier,
  startScriptedCarrier,
} from '@/tests/support/scripted-carrier';
import {
  direct,
  held,
  instrument,
  known,
  PAYMENT_ID,
  PHONE,
  payment,
  question,
  REFUND_ID,
  refund,
  refundQuestion,
  submitted,
  told,
  toldRefund,
  total,
  toValidate,
  wap,
} from './fixtures';

let carrier: ScriptedCarrier;
beforeAll(async () => {
  carrier = await startScriptedCarrier();
});
beforeEach(() => {
  carrier.asked.length = 0;
  carrier.faults.length = 0;
  carrier.script = {
    create: done(201, told('succeeded')),
    prepare: done(201, toValidate),
    payment: done(200, told('succeeded')),
    payments: listed([told('reserved')]),
    validate: done(204),
    confirm: done(202),
    cancel: done(202),
    refunds: listed([]),
    remaining: done(200, { amount: 6.05, currency: 'CNY' }),
    refund: ({ body }) =>
      done(
        201,
        JSON.parse(body).type === 'total'
          ? {
              ...toldRefund('processing'),
              type: 'total',
              amountTransaction: { referenceCode: refund.channelOrderNo, refundAmount: {} },
            }
          : toldRefund('processing'),
      ),
    'one refund': done(200, toldRefund('succeeded')),
  };
});
afterEach(() => expect(carrier.faults).toEqual([]));
afterAll(() => carrier.stop());

const { channelRef: _known, ...heldByOurs } = held();
const CALLS: [string, (adapter: ChannelAdapter) => Promise<unknown> | undefined][] = [
  ['a payment by code', (adapter) => adapter.pay(payment)],
  ['a payment by page', (adapter) => adapter.pay(wap)],
  ['a payment in one step', (adapter) => adapter.pay(direct)],
  ['a code', ({ twoStep }) => twoStep?.submitCode(submitted)],
  ['a question by their number', (adapter) => adapter.query(known())],
  ['a question by ours', (adapter) => adapter.query(question())],
  ['a confirmation', ({ twoStep }) => twoStep?.confirm?.(held())],
  ['a confirmation by our number', ({ twoStep }) => twoStep?.confirm?.(heldByOurs)],
  ['a cancellation', (adapter) => adapter.close?.(held())],
  ['a refund of a part', (adapter) => adapter.refund(refund)],
  ['a refund of all', (adapter) => adapter.refund(total)],
  ['a question about a refund', (adapter) => adapter.queryRefund(refundQuestion())],
  [
    'a question about a refund by their number',
    (adapter) => adapter.queryRefund({ ...refundQuestion(), channelRef: REFUND_ID }),
  ],
];

/** Every call is judged by the standard's schemas as it comes, and every answer: see `afterEach`. */
describe.each(CALLS)('%s', (_name, call) => {
  test('and its answers conform to the standard, and it is understood', async () => {
    const outcome = await call(carrier.adapter);
    expect(outcome).toMatchObject({ kind: expect.stringMatching(/^(succeeded|pending|failed)$/) });
    expect(carrier.asked.length).toBeGreaterThan(0);
  });

  test('is the same bytes on every repeat, at whatever hour', async () => {
    await call(carrier.adapter);
    const first = carrier.asked.splice(0).map(({ path, body }) => ({ path, body }));
    await call(carrier.adapterWith({ now: () => new Date('2031-01-01T00:00:00Z') }));
    expect(carrier.asked.map(({ path, body }) => ({ path, body }))).toEqual(first);
  });

  test('has a correlator of ours, and no phone in any address or header', async () => {
    await call(carrier.adapter);
    for (const { path, headers } of carrier.asked) {
      expect(headers['x-correlator']).toMatch(/^[pr]0{19}1\.[a-z]+$/);
      expect(path + JSON.stringify(headers)).not.toMatch(/13800138000|352673|authorizationId/);
    }
  });

  test('keeps no phone, code, token or authorization in what is remembered of it', async () => {
    const outcome = JSON.stringify(await call(carrier.adapter), (key, value) =>
      key === 'codeRef' ? undefined : typeof value === 'bigint' ? String(value) : value,
    );
    expect(outcome).not.toMatch(/13800138000|352673|Fn34o8g239v3wrb3t|token-/);
  });
});

test('a payment says all that a bill, a merchant and a refund need', async () => {
  await carrier.adapter.pay(payment);
  const charge = {
    amount: 6.05,
    currency: 'CNY',
    description: instrument.billText,
    isTaxIncluded: true,
  };
  expect(JSON.parse(carrier.asked[0]?.body ?? '')).toEqual({
    amountTransaction: {
      phoneNumber: PHONE,
      clientCorrelator: payment.channelOrderNo,
      referenceCode: payment.channelOrderNo,
      paymentAmount: {
        chargingInformation: charge,
        chargingMetaData: {
          merchantName: instrument.merchantName,
          merchantIdentifier: MERCHANT_NO,
          channel: 'SMS',
          serviceId: instrument.serviceId,
          productId: instrument.feePoint,
        },
        paymentDetails: [{ id: '1', ...charge }],
      },
    },
    sink: payment.noticeUrl,
    sinkCredential: {
      credentialType: 'ACCESSTOKEN',
      accessToken: expect.stringMatching(/^p00000000000000000001\.[0-9a-f]{64}$/),
      accessTokenExpiresUtc: '2026-12-26T01:49:08.900Z',
      accessTokenType: 'bearer',
    },
  });
  expect(carrier.asked[0]?.body).toContain('"amount":6.05,');
});

test('the way of charging is told, and one in one step goes elsewhere', async () => {
  await carrier.adapter.pay(wap);
  await carrier.adapter.pay(direct);
  const metaOf = ({ body }: { body: string }) =>
    JSON.parse(body).amountTransaction.paymentAmount.chargingMetaData.channel;
  expect(carrier.asked.map((asked) => [asked.path, metaOf(asked)])).toEqual([
    ['/payments/prepare', 'WAP'],
    ['/payments', 'API'],
  ]);
});

test('a contract of the request goes before the configured merchant number, in lists too', async () => {
  const contract = { merchantNo: '898000000000009', access: { type: 'merchant' } } as const;
  await carrier.adapter.pay({ ...payment, contract });
  await carrier.adapter.query({ ...question(), contract });
  const [paid, list] = carrier.asked;
  expect(paid?.body).toContain(`"merchantIdentifier":"${contract.merchantNo}"`);
  const query = new URLSearchParams(list?.path.split('?')[1]);
  expect(query.get('merchantIdentifier')).toBe(contract.merchantNo);
});

test('a bill never has half a character, a line break or more than it holds', async () => {
  const billText = `${'😀'.repeat(80)}\n`;
  await carrier.adapter.pay({ ...payment, instrument: { ...instrument, billText } });
  const { chargingInformation } = JSON.parse(carrier.asked[0]?.body ?? '').amountTransaction
    .paymentAmount;
  expect(chargingInformation.description).toBe('😀'.repeat(64));
});

test('a number that a carrier calls its own is never read as a path', async () => {
  await carrier.adapter.query({ ...known(), channelRef: 'a/../b?c#d' });
  expect(carrier.asked[0]?.path).toBe('/payments/a%2F..%2Fb%3Fc%23d');
});

test.each<[string, () => Promise<unknown> | undefined]>([
  [
    'a QuickPass payment',
    () => carrier.adapter.pay({ ...payment, instrument: { type: 'quickpass', surface: 'qr' } }),
  ],
  ['a question about one', () => carrier.adapter.query({ ...known(), instrument: 'quickpass' })],
  ['nothing to pay', () => carrier.adapter.pay({ ...payment, amount: cny(0n) })],
  ['more than the field holds', () => carrier.adapter.pay({ ...payment, amount: cny(10n ** 11n) })],
  [
    'a time limit in the past',
    () => carrier.adapter.pay({ ...payment, payableUntil: payment.requestedAt }),
  ],
  [
    'a number of another alphabet',
    () => carrier.adapter.pay({ ...payment, channelOrderNo: 'P-1' }),
  ],
  [
    'a phone that is not E.164',
    () => carrier.adapter.pay({ ...payment, instrument: { ...instrument, phone: '13800138000' } }),
  ],
  [
    'an address for events that is not https',
    () => carrier.adapter.pay({ ...payment, noticeUrl: 'http://cashier.example/notify' }),
  ],
  [
    'a merchant number of another length',
    () =>
      carrier.adapter.pay({
        ...payment,
        contract: { merchantNo: '1', access: { type: 'merchant' } },
      }),
  ],
  [
    'a code without what it belongs to',
    () => {
      const { codeRef: _none, ...request } = submitted;
      return carrier.adapter.twoStep?.submitCode(request);
    },
  ],
  [
    'a confirmation without the phone',
    () => {
      const { phone: _none, ...request } = held();
      return carrier.adapter.twoStep?.confirm?.(request);
    },
  ],
])('%s is our own mistake, and never leaves', async (_name, call) => {
  await expect(call()).rejects.toThrow(RangeError);
  expect(carrier.asked).toEqual([]);
});

const endpoint = {
  carrier: 'cucc',
  apiRoot: 'https://api.carrier.example/cucc',
  tokenUrl: 'https://api.carrier.example/token',
  clientId: 'cashier',
  clientSecret: CLIENT_SECRET,
} as const;
const config = {
  endpoints: [endpoint],
  merchantNo: MERCHANT_NO,
  sinkOrigin: 'https://cashier.example',
  now: () => new Date(),
};
test.each([
  ['apiRoot', { endpoints: [{ ...endpoint, apiRoot: 'https://api.carrier.example/?a' }] }],
  ['apiRoot', { endpoints: [{ ...endpoint, apiRoot: 'https://api.carrier.example/' }] }],
  ['tokenUrl', { endpoints: [{ ...endpoint, tokenUrl: 'ftp://api.carrier.example/t' }] }],
  ['clientId', { endpoints: [{ ...endpoint, clientId: '' }] }],
  ['clientSecret', { endpoints: [{ ...endpoint, clientSecret: 'weak-one' }] }],
  ['endpoints', { endpoints: [] }],
  ['endpoints', { endpoints: [endpoint, endpoint] }],
  ['merchantNo', { merchantNo: '89' }],
  ['sinkOrigin', { sinkOrigin: 'http://cashier.example' }],
])('a broken %s is named before the first payment, and a secret is not', (words, change) => {
  const make = () => createCarrierAdapter({ ...config, ...change });
  expect(make).toThrow(words);
  expect(make).toThrow(/^((?!weak-one)[\s\S])*$/);
});

test('the payment that is asked about is named in the path', async () => {
  await carrier.adapter.query(known());
  expect(carrier.asked[0]?.path).toBe(`/payments/${PAYMENT_ID}`);
});

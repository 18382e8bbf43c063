import { beforeAll, describe, expect, test } from 'vitest';
import { UnauthenticNotice } from '@/lib/channels/notice-port';
import type { ChannelAdapter } from '@/lib/channels/port';
import { createUnionPayAdapter } from '@/lib/channels/unionpay/adapter';
import {
  MERCHANT_ID,
  makeRail,
  noticeBody,
  paidNotice,
  type Rail,
  SIGNED_AT,
} from '@/tests/support/unionpay-fixtures';

let rail: Rail;
let adapter: ChannelAdapter;
beforeAll(async () => {
  rail = await makeRail();
  adapter = createUnionPayAdapter(rail.config('https://gateway.example'));
});

type Change = Record<string, string | undefined>;
const read = (change: Change) =>
  adapter.readNotice({ body: noticeBody(rail.sign(paidNotice(change))), receivedAt: SIGNED_AT });

const KINDS: [string, string, Change][] = [
  ['payment', 'succeeded', { txnType: '01', txnSubType: '01' }],
  ['payment', 'succeeded', { txnType: '01', txnSubType: '07', bizType: '000000' }],
  ['payment', 'succeeded', { txnType: '01', bizType: '000902' }],
  ['refund', 'succeeded', { txnType: '04', currencyCode: undefined }],
  ['refund', 'succeeded', { txnType: '31', currencyCode: undefined }],
  ['payout', 'succeeded', { txnType: '12', bizType: '000401' }],
  [
    'signing',
    'pending',
    { txnType: '79', bizType: '000902', txnAmt: undefined, queryId: undefined },
  ],
];

describe.each(KINDS)('a notice about a %s (%s, %j)', (concerns, kind, fields) => {
  test('says what it is about and under whose number', () => {
    expect(read(fields)).toMatchObject({
      concerns,
      channelOrderNo: 'p0000000000000000001',
      merchantNo: MERCHANT_ID,
      outcome: { kind },
    });
  });

  test('is the same notice however often, in whatever words and order of fields it comes', () => {
    const { noticeKey } = read(fields);
    const reversed = Object.entries(
      rail.sign(paidNotice({ ...fields, respMsg: '成功' })),
    ).reverse();
    const body = noticeBody(Object.fromEntries(reversed));
    expect(adapter.readNotice({ body, receivedAt: SIGNED_AT }).noticeKey).toBe(noticeKey);
  });

  test('in progress, failed and done are three notices, in whatever order they come', () => {
    const codes = ['05', '64', '00'];
    const keys = codes.map((respCode) => read({ ...fields, respCode }).noticeKey);
    const backwards = codes.toReversed().map((respCode) => read({ ...fields, respCode }).noticeKey);
    expect(new Set(keys).size).toBe(3);
    expect(backwards.toReversed()).toEqual(keys);
    expect(read({ ...fields, respCode: '05' }).outcome.kind).toBe('pending');
    expect(read({ ...fields, respCode: '64' }).outcome.kind).toBe('failed');
  });

  test('with a code that nobody knows is never a failure', () => {
    expect(read({ ...fields, respCode: 'Z7' }).outcome).toMatchObject({ kind: 'unknown' });
  });

  test('of another merchant is another notice, and says so', () => {
    const foreign = read({ ...fields, merId: '777290058110097' });
    expect(foreign.merchantNo).toBe('777290058110097');
    expect(foreign.noticeKey).not.toBe(read(fields).noticeKey);
  });
});

test.each(['01', '12', '60'])('a payout that is told %s is open', (respCode) => {
  const payout = { txnType: '12', bizType: '000401', respCode };
  expect(read(payout).outcome).toMatchObject({ kind: 'pending' });
});

test.each(['00', '71', '74', '76', '77', '95', '99'])('txnType %s is no notice', (txnType) => {
  expect(() => read({ txnType })).toThrow(UnauthenticNotice);
});

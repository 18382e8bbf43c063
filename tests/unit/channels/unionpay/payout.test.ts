import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PayoutPort } from '@/lib/channels/payout-port';
import { payout, REQUESTED_AT } from '@/tests/support/unionpay-calls';
import { startUnionPayGateway, type UnionPayGateway } from '@/tests/support/unionpay-gateway';

let gateway: UnionPayGateway;
let port: PayoutPort;
beforeAll(async () => {
  gateway = await startUnionPayGateway();
  if (!gateway.adapter.payout) throw new Error('no payout');
  port = gateway.adapter.payout;
});
afterAll(() => gateway.close());

const queryId = '321804041753096282028';
const asked = (ms: number) => ({ ...payout, askedAt: new Date(REQUESTED_AT.getTime() + ms) });
const MINUTES_10 = 600_000;

test('00 is accepted, and no more than that', async () => {
  gateway.answers({ respCode: '00', queryId });
  expect(await port.send(payout)).toMatchObject({
    kind: 'accepted',
    channelRef: queryId,
    amount: payout.amount,
  });
  expect(gateway.last().fields).toMatchObject({ txnType: '12', bizType: '000401', accType: '01' });
});

test.each(['03', '04', '05', '01', '12', '60'])('%s leaves a payout open', async (code) => {
  gateway.answers({ respCode: code, queryId });
  expect(await port.send(payout)).toMatchObject({ kind: 'accepted' });
  gateway.answers({ respCode: code });
  expect(await port.send(payout)).toMatchObject({ kind: 'unknown' });
  gateway.answers({ respCode: '00', origRespCode: code, queryId, txnType: '12' });
  expect(await port.query(asked(MINUTES_10))).toMatchObject({ kind: 'accepted' });
  gateway.answers({ respCode: '00', origRespCode: code, txnType: '12' });
  expect(await port.query(asked(MINUTES_10))).toMatchObject({ kind: 'unknown' });
});

test.each(['00', 'A6'])('%s of the asked payout is a success', async (origRespCode) => {
  gateway.answers({ respCode: '00', origRespCode, queryId, txnType: '12', txnAmt: '6800' });
  expect(await port.query(asked(1_000))).toMatchObject({
    kind: 'succeeded',
    channelRef: queryId,
    amount: payout.amount,
  });
});

test.each([{ respCode: '34' }, { respCode: '00', origRespCode: '34' }])(
  'not found (%j) is open for ten minutes, and then may be sent again under the same number',
  async (codes) => {
    gateway.answers(codes);
    expect(await port.query(asked(MINUTES_10 - 1))).toMatchObject({ kind: 'unknown' });
    expect(await port.query(asked(MINUTES_10))).toMatchObject({
      kind: 'failed',
      reason: 'not_received',
    });
  },
);

test.each([
  ['66', 'name_mismatch'],
  ['61', 'card_invalid'],
  ['63', 'card_invalid'],
  ['33', 'limit_exceeded'],
  ['32', 'rejected_request'],
  ['10', 'rejected_request'],
  ['38', 'declined'],
])('%s is told as %s', async (code, reason) => {
  gateway.answers({ respCode: '00', origRespCode: code, txnType: '12' });
  expect(await port.query(asked(1_000))).toMatchObject({ kind: 'failed', reason });
  gateway.answers({ respCode: code });
  expect(await port.send(payout)).toMatchObject({ kind: 'failed', reason });
});

test.each(['ZZ', '37', '74', '99x', undefined])('a code of %j is never a failure', async (code) => {
  gateway.answers({ respCode: '00', origRespCode: code, queryId, txnType: '12' });
  expect(await port.query(asked(MINUTES_10))).toMatchObject({ kind: 'unknown' });
  gateway.answers({ respCode: code });
  expect(await port.send(payout)).toMatchObject({ kind: 'unknown' });
});

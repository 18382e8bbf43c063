import { afterAll, beforeAll, expect, test } from 'vitest';
import { UnauthenticNotice } from '@/lib/channels/notice-port';
import { cny } from '@/lib/money/money';
import {
  messageAbout,
  NOTICE_PATH,
  type ScriptedNetsUnion,
  SECRET,
  signedHeaders,
  startScriptedNetsUnion,
} from '@/tests/support/scripted-netsunion';
import { payment, refund } from './fixtures';

let channel: ScriptedNetsUnion;
beforeAll(async () => {
  channel = await startScriptedNetsUnion();
});
afterAll(() => channel.close());

type Change = Parameters<typeof messageAbout>[2];
const text = (change: Change = {}, no = payment.channelOrderNo) =>
  messageAbout(no, 'epcc.213.001.01', change);
const noticeOf = (body: string, secondsAgo = 0, secret = SECRET) => ({
  body: Buffer.from(body),
  headers: signedHeaders({ path: NOTICE_PATH, body, secondsAgo }, secret),
});
const read = (notice: { body: Uint8Array; headers?: Record<string, string> }, at = new Date()) =>
  channel.adapter.readNotice({ ...notice, receivedAt: at });
const refused = (body: string) => expect(() => read(noticeOf(body))).toThrow(UnauthenticNotice);

test('a payment and a refund are told with number, merchant, amount and reference', () => {
  expect(read(noticeOf(text()))).toMatchObject({
    concerns: 'payment',
    channelOrderNo: payment.channelOrderNo,
    merchantNo: '990000000000001',
    outcome: {
      kind: 'succeeded',
      amount: cny(6_800n),
      channelRef: 'N2026112600000001',
      cardType: 'debit',
    },
  });
  const TrxInf = { OriMsgTp: 'epcc.208.001.01', TrxAmt: 'CNY8.00', NetTrxId: 'N2026112600000002' };
  const back = read(noticeOf(text({ body: { TrxInf } }, refund.channelOrderNo)));
  expect(back).toMatchObject({ concerns: 'refund', outcome: { amount: cny(800n) } });
});

test('another merchant’s notice is read, and says whose it is', () => {
  const OrdrInf = { OrdrId: payment.channelOrderNo, MrchntNo: '990000000000002' };
  const notice = read(noticeOf(text({ body: { OrdrInf } })));
  expect(notice.merchantNo).toBe('990000000000002');
});

test('a repeat in other words has the same key, another state has another, in whatever order they come', () => {
  const failed = text({ body: { BizInf: { BizCd: 'PB511014' } } });
  const again = text({
    header: { SndDt: '2026-11-27T00:00:00' },
    body: { BizInf: { BizCd: '00000000', BizDesc: '交易成功' } },
  });
  const keys = [text(), failed, again].map((body, at) => read(noticeOf(body, at)).noticeKey);
  expect(keys[0]).toBe(keys[2]);
  expect(keys[0]).not.toBe(keys[1]);
});

test('one is fresh for five minutes, judged at the moment it was received', () => {
  const old = noticeOf(text(), 290);
  expect(read(old).channelOrderNo).toBe(payment.channelOrderNo);
  expect(() => read(noticeOf(text(), 310))).toThrow('stale');
  expect(() => read(noticeOf(text(), -310))).toThrow('stale');
  expect(() => read(old, new Date(Date.now() + 86_400_000))).toThrow('stale');
});

test('one that is unsigned, or signed by a stranger or for another address, is refused', () => {
  const { body, headers } = noticeOf(text());
  const elsewhere = signedHeaders({ path: '/netsunion/epcc.201.001.01', body: text() });
  const stranger = noticeOf(text(), 0, `${SECRET}.`).headers;
  for (const given of [{}, { ...headers, 'x-epcc-signature': '' }, elsewhere, stranger]) {
    expect(() => read({ body, headers: given })).toThrow(UnauthenticNotice);
  }
  expect(() => read({ body })).toThrow(UnauthenticNotice);
});

test('an authentic message that is no notice to us is refused as a whole', () => {
  refused(text({ header: { MsgTp: 'epcc.211.001.01' } }));
  refused(text({ header: { IssrId: 'Z2026110000016' } }));
  refused(text({ header: { Drctn: '11' } }));
  refused(text({ header: { TrxId: '0'.repeat(31) } }));
  refused(text({ body: { TrxInf: { OriMsgTp: 'epcc.101.001.01' } } }));
  refused(text({ body: { BizInf: undefined } }));
  refused(text({ body: { OrdrInf: undefined } }));
  refused('null');
  refused('<html>');
});

test('a notice with a code of tomorrow, or an amount that is none, is no success and no failure', () => {
  for (const body of [
    { BizInf: { BizCd: 'PB519999' } },
    { TrxInf: { OriMsgTp: 'epcc.201.001.01', TrxAmt: '6800', NetTrxId: 'N2026112600000001' } },
  ]) {
    expect(read(noticeOf(text({ body }))).outcome.kind).toBe('unknown');
  }
});

test('the channel hears that a notice was stored as it wants to', () => {
  expect(channel.adapter.acknowledgement).toEqual({ status: 200, body: 'ok' });
  expect(channel.adapter.formOrigins).toEqual([]);
});

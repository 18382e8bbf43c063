import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SOON } from '@/tests/support/soon';
import type { Fields } from '../../support/unionpay-merchant';
import { type Bench, startBench } from './start-bench';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

const sendBack = (fields: Fields) => bench.merchant.send('backTransReq', fields);

async function paidQueryId(): Promise<string> {
  return (await bench.pay()).order.queryId ?? '';
}

async function resultOf(fields: Fields): Promise<string | undefined> {
  return vi.waitFor(async () => {
    const { origRespCode } = await bench.merchant.ask(fields);
    expect(origRespCode).not.toBe('05');
    return origRespCode;
  }, SOON);
}

test('a refund is accepted first, and its result comes by query and by signed back notice', async () => {
  await bench.script({ amount: '777', kind: 'refund' }, { resultDelaySeconds: 1.5 });
  const refund = bench.merchant.refund(await paidQueryId(), { txnAmt: '777' });
  const accepted = await sendBack(refund);
  expect(accepted).toMatchObject({
    respCode: '00',
    txnType: '04',
    txnSubType: '00',
    origQryId: refund.origQryId,
    queryId: expect.stringMatching(/^\d{21}$/),
  });
  expect((await bench.merchant.ask(refund)).origRespCode).toBe('05');
  expect(bench.receiver.about(refund.orderId)).toEqual([]);
  expect(await resultOf(refund)).toBe('00');
  const [notice] = await bench.notices(refund.orderId, 1);
  expect(bench.merchant.isAuthentic(notice ?? {})).toBe(true);
  expect(notice).toMatchObject({ respCode: '00', queryId: accepted.queryId, txnAmt: '777' });
});

test('a refund that fails says so by query and by back notice, and gives its amount back', async () => {
  const queryId = await paidQueryId();
  await bench.script({ any: true, kind: 'refund' }, { outcome: 'decline', respCode: '61' }, 1);
  const refund = bench.merchant.refund(queryId);
  expect((await sendBack(refund)).respCode).toBe('00');
  expect(await resultOf(refund)).toBe('61');
  const [notice] = await bench.notices(refund.orderId, 1);
  expect(notice).toMatchObject({ respCode: '61', txnType: '04' });
  expect(bench.merchant.isAuthentic(notice ?? {})).toBe(true);
  expect((await sendBack(bench.merchant.refund(queryId))).respCode).toBe('00');
});

test('refunds never add up to more than was paid, finished or not', async () => {
  const queryId = await paidQueryId();
  const part = (txnAmt: string) => sendBack(bench.merchant.refund(queryId, { txnAmt }));
  expect((await part('6801')).respCode).toBe('36');
  expect((await part('3000')).respCode).toBe('00');
  expect((await part('3801')).respCode).toBe('36');
  expect((await part('3800')).respCode).toBe('00');
  expect((await part('1')).respCode).toBe('45');
});

test('twenty refunds at once give back no more than was paid', async () => {
  const queryId = await paidQueryId();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => sendBack(bench.merchant.refund(queryId, { txnAmt: '1000' }))),
  );
  expect(answers.filter((answer) => answer.respCode === '00')).toHaveLength(6);
});

test('the same refund again is a repeated transaction (12) and refunds nothing more', async () => {
  const refund = bench.merchant.refund(await paidQueryId(), { txnAmt: '3400' });
  await sendBack(refund);
  expect((await sendBack(refund)).respCode).toBe('12');
  expect((await sendBack(bench.merchant.refund(refund.origQryId ?? ''))).respCode).toBe('36');
});

test('a refund of an unknown or unpaid original is turned down (35) and found as failed', async () => {
  const unknown = bench.merchant.refund('321804041753096282028');
  expect((await sendBack(unknown)).respCode).toBe('35');
  expect(await resultOf(unknown)).toBe('35');
  const first = bench.merchant.refund(await paidQueryId(), { txnAmt: '1' });
  const { queryId = '' } = await sendBack(first);
  expect((await sendBack(bench.merchant.refund(queryId, { txnAmt: '1' }))).respCode).toBe('35');
});

test('an undo takes back the whole payment, once, and only the whole', async () => {
  const undo = { txnType: '31' };
  const queryId = await paidQueryId();
  const partly = bench.merchant.refund(queryId, { ...undo, txnAmt: '1' });
  expect((await sendBack(partly)).respCode).toBe('36');
  const whole = bench.merchant.refund(queryId, undo);
  expect((await sendBack(whole)).respCode).toBe('00');
  expect(await resultOf(whole)).toBe('00');
  expect((await bench.notices(whole.orderId, 1))[0]).toMatchObject({ txnType: '31' });
  expect((await sendBack(bench.merchant.refund(queryId, undo))).respCode).toBe('45');
  expect((await sendBack(bench.merchant.refund(queryId))).respCode).toBe('45');
});

test('a refused refund moves nothing', async () => {
  const queryId = await paidQueryId();
  await bench.script({ any: true, kind: 'refund' }, { outcome: 'refuse', respCode: '62' }, 1);
  expect((await sendBack(bench.merchant.refund(queryId))).respCode).toBe('62');
  expect((await sendBack(bench.merchant.refund(queryId))).respCode).toBe('00');
});

test('a refund whose request is lost is unknown to the gateway', async () => {
  const queryId = await paidQueryId();
  await bench.script({ any: true, kind: 'refund' }, { lose: 'request' }, 1);
  const refund = bench.merchant.refund(queryId);
  await expect(sendBack(refund)).rejects.toThrow('fetch failed');
  expect((await bench.merchant.ask(refund)).respCode).toBe('34');
  expect((await sendBack(refund)).respCode).toBe('00');
});

test('a refund whose reply is lost was made, and repeating it makes no second one', async () => {
  const queryId = await paidQueryId();
  await bench.script({ any: true, kind: 'refund' }, { lose: 'reply' }, 1);
  const refund = bench.merchant.refund(queryId, { txnAmt: '6000' });
  await expect(sendBack(refund)).rejects.toThrow('fetch failed');
  expect(await resultOf(refund)).toBe('00');
  expect((await sendBack(refund)).respCode).toBe('12');
});

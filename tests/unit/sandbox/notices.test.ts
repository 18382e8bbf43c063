import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, startBench } from './start-bench';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

test('a paid order is told to backUrl as a signed form with exactly the fields of the protocol', async () => {
  const { fields, order } = await bench.pay({ reqReserved: 'attempt_1' });
  const [notice = {}] = await bench.notices(fields.orderId, 1);
  expect(bench.merchant.isAuthentic(notice)).toBe(true);
  expect(bench.receiver.about(fields.orderId)[0]?.contentType).toMatch(
    /^application\/x-www-form-urlencoded/,
  );
  expect(notice).toMatchObject({
    respCode: '00',
    respMsg: '成功[0000000]',
    queryId: order.queryId,
    reqReserved: 'attempt_1',
    settleAmt: '6800',
  });
  expect(Object.keys(notice).sort().join(' ')).toBe(
    'accessType bizType currencyCode encoding merId orderId queryId reqReserved respCode respMsg ' +
      'settleAmt settleCurrencyCode settleDate signMethod signPubKeyCert signature traceNo ' +
      'traceTime txnAmt txnSubType txnTime txnType version',
  );
});

test('an acknowledged notice (200 or 302) is sent once', async () => {
  for (const status of [200, 302]) {
    bench.receiver.statuses.push(status);
    const { fields } = await bench.pay();
    const { noticeSends } = await bench.noticesEnded(fields.orderId);
    expect(noticeSends.map((send) => send.result)).toEqual([status]);
  }
});

test('a notice nobody acknowledges is sent five times, at pauses of 1, 2, 4 and 5 minutes', async () => {
  bench.receiver.statuses.push(500, 404, 'silence', 301, 503);
  const { fields } = await bench.pay();
  const { noticeSends } = await bench.noticesEnded(fields.orderId);
  expect(noticeSends.map((send) => send.result)).toEqual([500, 404, 'timeout', 301, 503]);
  const times = bench.receiver.about(fields.orderId).map((notice) => notice.atMs);
  const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  // One minute is 60 ms here; the silent one adds its own time-out.
  for (const [index, least] of [60, 120, 240, 300].entries()) {
    expect(pauses[index]).toBeGreaterThanOrEqual(least - 5);
  }
});

test('a retried notice that is acknowledged ends the retries', async () => {
  bench.receiver.statuses.push(500);
  const { fields } = await bench.pay();
  const { noticeSends } = await bench.noticesEnded(fields.orderId);
  expect(noticeSends.map((send) => send.result)).toEqual([500, 200]);
});

test('no notice tells of a payment that failed', async () => {
  const fields = bench.merchant.consume();
  await bench.merchant.front(fields);
  const { body } = await bench.call('POST', `/orders/${fields.orderId}/decline`, {});
  expect(body.order).toMatchObject({ state: 'failed', noticePending: false });
  const asked = await bench.call('POST', `/orders/${fields.orderId}/notify`, {});
  expect(asked).toMatchObject({ status: 409, body: { error: 'not_told_of' } });
});

test('scripted: the notice comes twice, word for word', async () => {
  await bench.script({ amount: '1001' }, { noticeCopies: 2 });
  const { fields } = await bench.pay({ txnAmt: '1001' });
  const [first, second] = await bench.notices(fields.orderId, 2);
  expect(second).toEqual(first);
});

test('scripted: the notice comes late', async () => {
  await bench.script({ amount: '1002' }, { noticeDelaySeconds: 0.4 });
  const { fields, order } = await bench.pay({ txnAmt: '1002' });
  await bench.notices(fields.orderId, 1);
  const sentAtMs = bench.receiver.about(fields.orderId)[0]?.atMs ?? 0;
  expect(sentAtMs - Date.parse(order.settledAt ?? '')).toBeGreaterThanOrEqual(400);
});

test.each(['wrong', 'stranger'])('scripted: a %s signature does not verify', async (flaw) => {
  const amount = flaw === 'wrong' ? '1003' : '1004';
  await bench.script({ amount }, { noticeSignature: flaw });
  const { fields } = await bench.pay({ txnAmt: amount });
  const [notice = {}] = await bench.notices(fields.orderId, 1);
  expect(notice.respCode).toBe('00');
  expect(bench.merchant.isAuthentic(notice)).toBe(false);
});

test('scripted: a wrong amount is correctly signed, and the query tells the true one', async () => {
  await bench.script({ amount: '1005' }, { noticeAmount: '1' });
  const { fields } = await bench.pay({ txnAmt: '1005' });
  const [notice = {}] = await bench.notices(fields.orderId, 1);
  expect(bench.merchant.isAuthentic(notice)).toBe(true);
  expect(notice).toMatchObject({ txnAmt: '1', settleAmt: '1' });
  expect(await bench.merchant.ask(fields)).toMatchObject({ txnAmt: '1005', settleAmt: '1005' });
});

test('scripted: no notice; the control API can send it afterwards', async () => {
  await bench.script({ amount: '1006' }, { notice: 'none' });
  const { fields, order } = await bench.pay({ txnAmt: '1006' });
  expect(order).toMatchObject({ state: 'succeeded', noticePending: false, noticeSends: [] });
  const { body } = await bench.call('POST', `/orders/${fields.orderId}/notify`, {});
  expect(body.results).toEqual([200]);
  expect(bench.receiver.about(fields.orderId)).toHaveLength(1);
});

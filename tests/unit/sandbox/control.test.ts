import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { postForm } from '../../support/unionpay-merchant';
import { type Bench, startBench } from './start-bench';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());
beforeEach(() => bench.call('POST', '/reset'));

test('the narrowest script wins: order number, then amount, then any; the newest of equals', async () => {
  const { merchant } = bench;
  const named = merchant.consume({ txnAmt: '500' });
  await bench.script({ orderId: named.orderId }, { outcome: 'decline', respCode: '61' });
  await bench.script({ amount: '500' }, { outcome: 'decline', respCode: '62' });
  await bench.script({ any: true }, { outcome: 'decline', respCode: '65' });
  await bench.script({ any: true }, { outcome: 'decline', respCode: '63' });
  const priced = merchant.consume({ txnAmt: '500' });
  const other = merchant.consume({ txnAmt: '501' });
  for (const [fields, respCode] of [
    [named, '61'],
    [priced, '62'],
    [other, '63'],
  ] as const) {
    await merchant.front(fields);
    await bench.call('POST', `/orders/${fields.orderId}/pay`, {});
    expect(await bench.order(fields.orderId)).toMatchObject({ state: 'failed', respCode });
  }
});

test('a script with times holds for so many orders and is then gone', async () => {
  await bench.script({ any: true }, { outcome: 'decline' }, 2);
  const states: string[] = [];
  for (let times = 0; times < 3; times += 1) states.push((await bench.pay()).order.state);
  expect(states).toEqual(['failed', 'failed', 'succeeded']);
  expect((await bench.call('GET', '/script')).body.scripts).toEqual([]);
});

test('a script that names an order changes it even when it is already there', async () => {
  const fields = bench.merchant.consume();
  await bench.merchant.front(fields);
  await bench.script({ orderId: fields.orderId }, { outcome: 'decline', respCode: '66' });
  const { body } = await bench.call('POST', `/orders/${fields.orderId}/pay`, {});
  expect(body.order).toMatchObject({ state: 'failed', respCode: '66' });
});

test('a lost front request shows an error page and the order is unknown', async () => {
  await bench.script({ any: true }, { lose: 'request' }, 1);
  const fields = bench.merchant.consume();
  expect((await bench.merchant.front(fields)).status).toBe(502);
  expect((await bench.merchant.ask(fields)).respCode).toBe('34');
  expect((await bench.merchant.front(fields)).status).toBe(302);
});

test.each([
  ['34', 'respCode', '34'],
  ['05', 'origRespCode', '05'],
])(
  'queries about a paid order answer %s so many times, then the truth',
  async (answer, name, seen) => {
    await bench.script({ any: true }, { queryAnswer: answer, queryTimes: 2 });
    const { fields } = await bench.pay();
    expect((await bench.merchant.ask(fields))[name]).toBe(seen);
    const second = await bench.merchant.ask(fields);
    expect(second[name]).toBe(seen);
    expect(second.queryId).toBeUndefined();
    expect((await bench.merchant.ask(fields)).origRespCode).toBe('00');
  },
);

test.each(['timeout', 'drop'])(
  'queries can get no answer at all (%s), also for an unknown number',
  async (queryAnswer) => {
    await bench.script({ any: true }, { queryAnswer, queryTimes: 1 });
    const { fields } = await bench.pay();
    await expect(bench.merchant.ask(fields)).rejects.toThrow('fetch failed');
    expect((await bench.merchant.ask(fields)).origRespCode).toBe('00');
    const never = bench.merchant.consume();
    await expect(bench.merchant.ask(never)).rejects.toThrow('fetch failed');
    expect((await bench.merchant.ask(never)).respCode).toBe('34');
  },
);

test('a forced payment succeeds after it failed, as a bank that changes its mind', async () => {
  const fields = bench.merchant.consume();
  await bench.merchant.front(fields);
  await bench.call('POST', `/orders/${fields.orderId}/cancel`, {});
  const pay = (body: object) => bench.call('POST', `/orders/${fields.orderId}/pay`, body);
  expect(await pay({})).toMatchObject({ status: 409, body: { error: 'not_payable' } });
  expect((await pay({ force: true })).body.order.state).toBe('succeeded');
  expect((await bench.merchant.ask(fields)).origRespCode).toBe('00');
  await bench.notices(fields.orderId, 1);
  expect((await pay({ force: true })).status).toBe(409);
});

test('paying by the API hands out what the browser would bring back', async () => {
  const { order } = await bench.pay();
  expect(order.frontReturn?.url).toBe('http://shop.test/return?token=a&lang=zh');
  expect(bench.merchant.isAuthentic(order.frontReturn?.fields ?? {})).toBe(true);
});

test('bad input is refused in words and changes nothing', async () => {
  const fields = bench.merchant.consume();
  await bench.merchant.front(fields);
  const post = (path: string, body: unknown) => bench.call('POST', path, body);
  expect((await post('/script', { match: {}, behaviour: {} })).status).toBe(400);
  expect((await post('/script', { match: { any: true }, behaviour: { typo: 1 } })).status).toBe(
    400,
  );
  expect((await post(`/orders/${fields.orderId}/pay`, { card: 'gold' })).status).toBe(400);
  expect((await post(`/orders/${fields.orderId}/decline`, { respCode: '00' })).status).toBe(400);
  expect((await post(`/orders/${fields.orderId}/explode`, {})).status).toBe(404);
  expect((await post('/orders/unknown12345/pay', {})).status).toBe(404);
  expect((await post(`/orders/${fields.orderId}/notify`, {})).status).toBe(409);
  expect((await bench.order(fields.orderId)).state).toBe('waiting');
  expect((await bench.call('GET', '/script')).body.scripts).toEqual([]);
});

test('the control page scripts, pays and resets by plain forms', async () => {
  const control = `${bench.origin}/control`;
  const form = { preset: 'decline', respCode: '64', orderId: '', amount: '900', times: '1' };
  expect((await postForm(`${control}/script`, form)).status).toBe(303);
  const { order: declined } = await bench.pay({ txnAmt: '900' });
  expect(declined).toMatchObject({ state: 'failed', respCode: '64' });

  const fields = bench.merchant.consume();
  await bench.merchant.front(fields);
  const page = await (await fetch(control)).text();
  const action = /action="(\/control\/orders\/\w+\/pay)/.exec(page)?.[1] ?? '';
  expect((await postForm(bench.origin + action, {})).status).toBe(303);
  expect((await bench.order(fields.orderId)).state).toBe('succeeded');
  expect((await postForm(bench.origin + action, {})).status).toBe(409);

  const bad = await postForm(`${control}/script`, { ...form, amount: 'lots' });
  expect(bad.status).toBe(422);
  expect((await postForm(`${control}/reset`, {})).status).toBe(303);
  expect((await bench.call('GET', '/orders')).body.orders).toEqual([]);
});

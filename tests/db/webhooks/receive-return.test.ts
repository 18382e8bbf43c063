import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { readOrder } from '@/lib/orders/read-order';
import { receiveReturn } from '@/lib/webhooks/receive-return';
import { makeAttempt, makePayableOrder } from '@/tests/support/factories/payable-order';
import { type ScriptedUnionPay, startScriptedUnionPay } from '@/tests/support/scripted-unionpay';

let unionpay: ScriptedUnionPay;
beforeAll(async () => {
  unionpay = await startScriptedUnionPay();
});
afterAll(() => unionpay.close());

const comeBack = (body: Uint8Array, channel = 'unionpay') => receiveReturn({ channel, body });
const jobsFor = (attemptId: string) =>
  db().$queryRaw<unknown[]>`
    SELECT id FROM pgboss.job WHERE name = 'resolve-attempt' AND data->>'attemptId' = ${attemptId}`;

test('an authentic return leads to its page and has the channel asked, but is not believed', async () => {
  const { order } = await makePayableOrder();
  const attempt = await makeAttempt(order);
  const body = unionpay.notice(attempt);
  const pages = await Promise.all(Array.from({ length: 10 }, () => comeBack(body)));
  for (const page of pages) expect(page).toEqual({ payToken: order.payToken });
  const jobs = await jobsFor(attempt.id);
  // Two, when a slot of time ended in between.
  expect(jobs.length).toBeGreaterThanOrEqual(1);
  expect(jobs.length).toBeLessThanOrEqual(2);
  expect(await readOrder(order.id)).toMatchObject({ state: 'open' });
});

test('a return that nobody vouches for leads nowhere and starts nothing', async () => {
  const attempt = await makeAttempt((await makePayableOrder()).order);
  const { channelOrderNo } = attempt;
  expect(await comeBack(unionpay.forged(attempt))).toBeUndefined();
  expect(await comeBack(Buffer.from(`orderId=${channelOrderNo}&respCode=00`))).toBeUndefined();
  expect(await comeBack(new Uint8Array())).toBeUndefined();
  expect(await comeBack(Buffer.from([0xff, 0xfe, 0x00]))).toBeUndefined();
  expect(await jobsFor(attempt.id)).toEqual([]);
});

test('an authentic return about a number that is not ours leads nowhere', async () => {
  const attempt = await makeAttempt((await makePayableOrder()).order);
  const stranger = { ...attempt, channelOrderNo: 'nosuchnumber0001' };
  expect(await comeBack(unionpay.notice(stranger))).toBeUndefined();
});

test('nobody comes back from a channel that does not exist', async () => {
  await expect(comeBack(new Uint8Array(), 'nosuch')).rejects.toMatchObject({ code: 'not_found' });
});

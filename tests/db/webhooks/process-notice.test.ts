import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { readOrder } from '@/lib/orders/read-order';
import type { Attempt } from '@/lib/payments/attempt';
import { readAttempt } from '@/lib/payments/read-attempt';
import { settleOutcome } from '@/lib/payments/settle-outcome';
import { startPayment } from '@/lib/payments/start-payment';
import { returnLatePayment } from '@/lib/refunds/return-late-payment';
import { processNotice } from '@/lib/webhooks/process-notice';
import { receiveNotice } from '@/lib/webhooks/receive-notice';
import { makeAttempt, makePayableOrder, PASSWORD } from '@/tests/support/factories/payable-order';
import { DESKTOP } from '@/tests/support/hosts';
import {
  paidAnswer,
  QUERY_ID,
  type ScriptedUnionPay,
  startScriptedUnionPay,
} from '@/tests/support/scripted-unionpay';

let unionpay: ScriptedUnionPay;
beforeAll(async () => {
  unionpay = await startScriptedUnionPay();
});
afterAll(() => unionpay.close());

async function waitingAttempt(): Promise<Attempt> {
  const { order } = await makePayableOrder();
  return makeAttempt(order, 'waiting');
}

/** Has the notice taken in, and answers the id it is stored under. */
async function take(about: Pick<Attempt, 'channelOrderNo'>, body: Uint8Array): Promise<string> {
  await receiveNotice({ channel: 'unionpay', body });
  const { channelOrderNo } = about;
  const where = { channelOrderNo };
  const { id } = await db().channelNotice.findFirstOrThrow({ where, orderBy: { id: 'desc' } });
  return id;
}

const resultOf = async (noticeId: string): Promise<string | undefined> =>
  (await db().channelNoticeResult.findUnique({ where: { noticeId } }))?.result;
const timesAsked = (attempt: Attempt): number =>
  unionpay.asked.filter((number) => number === attempt.channelOrderNo).length;

test('a notice pays the order once the channel confirms it, and only once, however often it is processed', async () => {
  const attempt = await waitingAttempt();
  unionpay.answers(attempt.channelOrderNo, paidAnswer(attempt));
  const noticeId = await take(attempt, unionpay.notice(attempt));
  await Promise.all(Array.from({ length: 10 }, () => processNotice({ noticeId })));
  await processNotice({ noticeId });
  expect(await readOrder(attempt.orderId)).toMatchObject({
    ...{ state: 'paid', paidAttemptId: attempt.id },
  });
  expect(await db().ledgerEntry.count({ where: { businessRef: attempt.orderId } })).toBe(1);
  expect(await db().outboxEvent.count({ where: { subjectId: attempt.orderId } })).toBe(1);
  const asked = timesAsked(attempt);
  await processNotice({ noticeId });
  expect(timesAsked(attempt)).toBe(asked);
});

test('while the channel cannot be asked nothing is booked and the notice is kept; later it is', async () => {
  const attempt = await waitingAttempt();
  const noticeId = await take(attempt, unionpay.notice(attempt));
  await expect(processNotice({ noticeId })).rejects.toThrow('not confirmed');
  expect(await readOrder(attempt.orderId)).toMatchObject({ state: 'open' });
  expect(await readAttempt(attempt.id)).toMatchObject({ state: 'unknown' });
  expect(await resultOf(noticeId)).toBeUndefined();

  unionpay.answers(attempt.channelOrderNo, paidAnswer(attempt));
  await processNotice({ noticeId });
  expect(await readOrder(attempt.orderId)).toMatchObject({ state: 'paid' });
  expect(await resultOf(noticeId)).toBe('confirmed');
});

test('a notice the channel does not confirm pays nothing, also when it is processed again', async () => {
  const attempt = await waitingAttempt();
  unionpay.answers(attempt.channelOrderNo, { respCode: '00', origRespCode: '64' });
  const noticeId = await take(attempt, unionpay.notice(attempt));
  await processNotice({ noticeId });
  await processNotice({ noticeId });
  expect(await readOrder(attempt.orderId)).toMatchObject({ state: 'open' });
  expect(await readAttempt(attempt.id)).toMatchObject({ state: 'failed' });
  expect(await resultOf(noticeId)).toBe('contradicted');
});

test('a notice with another amount is noticed, and the channel’s own answer decides', async () => {
  const attempt = await waitingAttempt();
  unionpay.answers(attempt.channelOrderNo, paidAnswer(attempt));
  const noticeId = await take(attempt, unionpay.notice(attempt, { txnAmt: '1' }));
  await processNotice({ noticeId });
  expect(await resultOf(noticeId)).toBe('amount_differs');
  expect(await readOrder(attempt.orderId)).toMatchObject({ state: 'paid' });
});

test('an authentic notice about a number that is not ours is kept and does nothing', async () => {
  const stranger = { ...(await waitingAttempt()), channelOrderNo: `x${Date.now()}` };
  const noticeId = await take(stranger, unionpay.notice(stranger));
  await processNotice({ noticeId });
  expect(await resultOf(noticeId)).toBe('unknown_number');
  expect(timesAsked(stranger)).toBe(0);
});

test('money that arrives for an attempt we had given up is not lost', async () => {
  const attempt = await waitingAttempt();
  await settleOutcome({
    attemptId: attempt.id,
    outcome: { kind: 'failed', reason: 'not_paid_in_time', evidence: {} },
    ...{ actor: 'schedule', cause: 'asked the channel' },
  });
  const noticeId = await take(attempt, unionpay.notice(attempt));
  await processNotice({ noticeId });
  expect(await resultOf(noticeId)).toBe('settled');
  expect(await readOrder(attempt.orderId)).toMatchObject({ state: 'paid' });
});

test('a late success of another amount than the attempt’s is not booked', async () => {
  const attempt = await waitingAttempt();
  await settleOutcome({
    attemptId: attempt.id,
    outcome: { kind: 'failed', reason: 'not_paid_in_time', evidence: {} },
    ...{ actor: 'schedule', cause: 'asked the channel' },
  });
  const noticeId = await take(attempt, unionpay.notice(attempt, { txnAmt: '1' }));
  await processNotice({ noticeId });
  expect(await readOrder(attempt.orderId)).toMatchObject({ state: 'open' });
  expect(await db().ledgerEntry.count({ where: { businessRef: attempt.orderId } })).toBe(0);
});

test('a success under another merchant’s number pays nothing, also where there is nothing to ask', async () => {
  const attempt = await waitingAttempt();
  await settleOutcome({
    attemptId: attempt.id,
    outcome: { kind: 'failed', reason: 'not_paid_in_time', evidence: {} },
    ...{ actor: 'schedule', cause: 'asked the channel' },
  });
  const foreign = unionpay.notice(attempt, { merId: '777290058110097' });
  const noticeId = await take(attempt, foreign);
  await processNotice({ noticeId });
  expect(await resultOf(noticeId)).toBe('foreign_merchant');
  expect(await readOrder(attempt.orderId)).toMatchObject({ state: 'open' });
});

test('a refund’s notice has the channel asked about the refund', async () => {
  const { order } = await makePayableOrder();
  const attempt = await makeAttempt(order, 'superseded');
  const actor = { userId: null };
  const paying = {
    method: 'balance' as const,
    paymentPassword: PASSWORD,
    host: DESKTOP,
    actor,
  };
  await startPayment({ token: order.payToken, ...paying });
  unionpay.answers(attempt.channelOrderNo, paidAnswer(attempt));
  await processNotice({ noticeId: await take(attempt, unionpay.notice(attempt)) });
  expect(await readAttempt(attempt.id)).toMatchObject({ state: 'late_succeeded' });

  await returnLatePayment({ attemptId: attempt.id });
  const refund = await db().refund.findFirstOrThrow({ where: { attemptId: attempt.id } });
  const about = { channelOrderNo: refund.channelOrderNo, amount: attempt.amount };
  // All of it in the same clearing day is an undo.
  const txnType = refund.route === 'undo' ? '31' : '04';
  unionpay.answers(refund.channelOrderNo, { ...paidAnswer(attempt), txnType });
  const notice = unionpay.notice(about, { txnType, txnSubType: '00', origQryId: QUERY_ID });
  await processNotice({ noticeId: await take(about, notice) });
  expect(await readAttempt(attempt.id)).toMatchObject({ state: 'returned' });
});

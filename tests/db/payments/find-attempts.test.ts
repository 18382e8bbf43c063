import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { Order } from '@/lib/orders/order';
import { findAttempts } from '@/lib/payments/find-attempts';
import { getAttemptDetail } from '@/lib/payments/get-attempt-detail';
import { insertAttempt } from '@/lib/payments/store';
import { READER } from '@/tests/support/any-staff';
import { bindCard } from '@/tests/support/factories/bound-card';
import { seedOrder } from '@/tests/support/factories/orders';
import { makeAttempt, makePayableOrder } from '@/tests/support/factories/payable-order';
import { refusalCode } from '@/tests/support/refusal-code';
import { withCardRails } from '@/tests/support/with-card-rails';

withCardRails();

const idsOf = async (text: string) =>
  (await findAttempts({ text, by: READER })).attempts.map(({ id }) => id);
const digits = (length: number) =>
  Array.from({ length }, () => Math.floor(Math.random() * 10)).join('');

/** As the channel answered it: a TN, and the number under which the channel knows it. */
async function answered(attemptId: string) {
  const numbers = { tn: digits(21), channelRef: digits(21) };
  await pool().query('UPDATE attempts SET tn = $2, channel_ref = $3 WHERE id = $1', [
    attemptId,
    numbers.tn,
    numbers.channelRef,
  ]);
  return numbers;
}

/** A payment by a bound card. */
async function payByCard(order: Order, agreementId: string): Promise<string> {
  const id = newId('att');
  await inTransaction((tx) =>
    insertAttempt(tx, {
      ...{ id, orderId: order.id, merchantId: order.merchantId, amount: order.amount },
      ...{ method: 'card', channel: 'netsunion', channelOrderNo: id.slice(4), customerId: null },
      ...{ state: 'failed', host: 'mobile', contractId: null, surface: null },
      ...{ agreementId, channelAgreementId: null },
      routing: { chosen: 'netsunion', probe: false, ranking: [] },
      ...{ requestedAt: new Date(), payableUntil: new Date(), nextAskAt: new Date() },
    }),
  );
  return id;
}

test('support finds a payment by its TN, either side’s number at the channel, the merchant’s number, and its ids', async () => {
  const { order } = await makePayableOrder();
  const attempt = await makeAttempt(order);
  const { tn, channelRef } = await answered(attempt.id);
  const keys = { tn, channelRef, ours: attempt.channelOrderNo, no: order.merchantOrderNo };
  for (const [name, text] of Object.entries({ ...keys, order: order.id, attempt: attempt.id })) {
    expect([name, await idsOf(text)]).toEqual([name, [attempt.id]]);
  }
  const { attempts } = await findAttempts({
    text: ` ${tn.slice(0, 6)} ${tn.slice(6)} `,
    by: READER,
  });
  expect(attempts).toMatchObject([
    { tn, merchantOrderNo: order.merchantOrderNo, method: 'quickpass', surface: 'api_wap' },
  ]);
});

test('an agreement’s number finds all that was paid by it', async () => {
  const { order, merchantId } = await makePayableOrder();
  const { agreementId } = await bindCard({ merchantId });
  const first = await payByCard(order, agreementId);
  const second = await payByCard(order, agreementId);
  expect(await idsOf(agreementId)).toEqual([second, first]);
});

test('the same order number of two merchants finds the payments of both', async () => {
  const terms = { merchant_order_no: `N-${newSortableNumber()}` };
  const made: string[] = [];
  for (const order of [await seedOrder(terms), await seedOrder(terms)]) {
    made.push((await makeAttempt(order)).id);
  }
  expect((await idsOf(terms.merchant_order_no)).sort()).toEqual(made.sort());
});

test('a part of a number, and what no number looks like, find nothing', async () => {
  const { order } = await makePayableOrder();
  const attempt = await makeAttempt(order);
  const { tn } = await answered(attempt.id);
  for (const text of [tn.slice(0, -1), `${tn}0`, '%', "'; --", '\u0000', newId('ord')]) {
    expect(await findAttempts({ text, by: READER })).toEqual({ attempts: [], next: null });
  }
});

test('pages follow one another, newest first, without a gap or a repeat', async () => {
  const { order } = await makePayableOrder();
  const made: string[] = [];
  for (let count = 0; count < 5; count += 1) made.unshift((await makeAttempt(order, 'failed')).id);
  const seen: string[] = [];
  let before: string | undefined;
  do {
    const { attempts, next } = await findAttempts({ text: order.id, before, limit: 2, by: READER });
    seen.push(...attempts.map(({ id }) => id));
    before = next ?? undefined;
  } while (before);
  expect(seen).toEqual([...made].sort().reverse());
});

test('without a number the latest payments of all are shown', async () => {
  const { order } = await makePayableOrder();
  const attempt = await makeAttempt(order);
  const { attempts } = await findAttempts({ limit: 200, by: READER });
  expect(attempts.map(({ id }) => id)).toContain(attempt.id);
});

test('what is told of one payment has its routing and its evidence; no other text is an id', async () => {
  const { order } = await makePayableOrder();
  const attempt = await makeAttempt(order);
  expect(await getAttemptDetail({ attemptId: attempt.id, by: READER })).toMatchObject({
    id: attempt.id,
    routing: { chosen: 'unionpay' },
    evidence: null,
    asks: 0,
  });
  for (const text of [newId('att'), order.id, 'att_\u0000']) {
    expect(await refusalCode(getAttemptDetail({ attemptId: text, by: READER }))).toBe('not_found');
  }
});

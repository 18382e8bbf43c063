import { afterAll, beforeAll, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import type { StaffActor } from '@/lib/core/staff-permissions';
import { cny } from '@/lib/money/money';
import { keepNote } from '@/lib/notes/keep-note';
import { noteOpening } from '@/lib/orders/note-opening';
import { getOrderOverview } from '@/lib/support/get-order-overview';
import { listTimeline } from '@/lib/support/list-timeline';
import { revealPayload } from '@/lib/support/reveal-payload';
import { processNotice } from '@/lib/webhooks/process-notice';
import { receiveNotice } from '@/lib/webhooks/receive-notice';
import { makePayableOrder } from '@/tests/support/factories/payable-order';
import { makeStaff } from '@/tests/support/make-staff';
import { writeAlone } from '@/tests/support/office-search-scene';
import { makePaidByUnionPay } from '@/tests/support/paid-by-unionpay';
import { refusalCode } from '@/tests/support/refusal-code';
import { startUnionPayRail, type UnionPayRail } from '@/tests/support/unionpay-rail';

let rail: UnionPayRail;
let by: StaffActor;
beforeAll(async () => {
  rail = await startUnionPayRail();
  Object.assign(process.env, rail.env);
  by = await makeStaff('agent');
});
afterAll(() => rail.stop());

/** An order paid by QuickPass, with the channel's notice of it as it came. */
async function paidAndNotified(amountMinor: bigint) {
  const { orderId, attempt, merchantId } = await makePaidByUnionPay(rail, amountMinor);
  const [body] = await rail.notices(attempt.channelOrderNo, 1);
  if (!body) throw new Error('the simulator sent no notice');
  await receiveNotice({ channel: 'unionpay', body });
  const { rows } = await pool().query(
    'SELECT id FROM channel_notices WHERE channel_order_no = $1',
    [attempt.channelOrderNo],
  );
  const noticeId: string = rows[0].id;
  await processNotice({ noticeId });
  return { orderId, attempt, merchantId, noticeId, body: new TextDecoder().decode(body) };
}

test('an order’s timeline has its payment, the notice, the entries in words, and what was written of it', async () => {
  const { orderId, attempt, noticeId } = await paidAndNotified(7_201n);
  await keepNote({
    subjectType: 'order',
    subjectId: orderId,
    audience: 'internal',
    body: '顾客来电',
    by,
  });
  const { order } = await getOrderOverview({ orderId, by });
  const events = await listTimeline({ order, by });
  expect(new Set(events.map(({ key }) => key)).size).toBe(events.length);
  expect(events).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'made', at: order.createdAt }),
      expect.objectContaining({
        kind: 'moved',
        type: 'attempt',
        subjectId: attempt.id,
        event: 'succeed',
      }),
      expect.objectContaining({ kind: 'moved', type: 'order', event: 'pay', to: 'paid' }),
      expect.objectContaining({
        kind: 'notice',
        id: noticeId,
        about: attempt.id,
        channel: 'unionpay',
      }),
      expect.objectContaining({
        kind: 'entry',
        sentence: expect.objectContaining({ zh: expect.any(String) }),
      }),
      expect.objectContaining({ kind: 'note', body: '顾客来电', authorId: by.id }),
    ]),
  );
});

test('a payload is shown masked, after who looks and why is on record', async () => {
  const { orderId, attempt, noticeId, body } = await paidAndNotified(7_202n);
  const look = { orderId, reason: '顾客说扣了两次', by } as const;
  const { fields } = await revealPayload({ ...look, kind: 'notice', id: noticeId });
  const sent = new URLSearchParams(body);
  const shown = new Map(fields.map((field) => [field.name, field]));
  expect(shown.get('orderId')).toEqual({
    name: 'orderId',
    value: attempt.channelOrderNo,
    shown: 'plain',
  });
  expect(shown.get('signature')).toMatchObject({ shown: 'withheld' });
  const told = JSON.stringify(fields);
  for (const secret of ['signature', 'signPubKeyCert', 'accNo', 'customerInfo']) {
    const value = sent.get(secret);
    if (value) expect(told).not.toContain(value);
  }
  await revealPayload({ ...look, kind: 'attempt', id: attempt.id });
  const { rows } = await pool().query(
    `SELECT actor_id AS by, why, after FROM audit_rows
      WHERE action = 'payload.reveal' AND subject_id = $1 ORDER BY id`,
    [orderId],
  );
  expect(rows).toEqual([
    { by: by.id, why: look.reason, after: { kind: 'notice', id: noticeId } },
    { by: by.id, why: look.reason, after: { kind: 'attempt', id: attempt.id } },
  ]);
});

test('the story has each browser that opened the page once, and each answer of the channel that was another', async () => {
  const { orderId, attempt } = await paidAndNotified(7_204n);
  for (const device of ['one', 'two', 'one']) await noteOpening({ orderId, device });
  const answered = (respCode: string) =>
    pool().query('UPDATE attempts SET evidence = $2 WHERE id = $1', [attempt.id, { respCode }]);
  for (const code of ['05', '05', '00']) await answered(code);
  const { order } = await getOrderOverview({ orderId, by });
  const events = await listTimeline({ order, by });
  expect(events.filter(({ kind }) => kind === 'opened')).toHaveLength(2);
  const answers = events.flatMap((event) => (event.kind === 'answered' ? [event.id] : [])).sort();
  // That the payment succeeded, when we asked, and the two of this test.
  expect(answers.length).toBeGreaterThanOrEqual(3);
  const seen = answers.slice(-2).map(async (id) => {
    const { fields } = await revealPayload({ orderId, kind: 'answer', id, reason: '核对', by });
    return fields.map(({ value }) => value);
  });
  expect(await Promise.all(seen)).toEqual([['05'], ['00']]);
  const changed = pool().query('UPDATE channel_answers SET at = now() WHERE id = $1', [answers[0]]);
  await expect(changed).rejects.toThrow();
  const { order: other } = await makePayableOrder();
  const foreign = {
    orderId: other.id,
    kind: 'answer',
    id: answers[0] ?? '',
    reason: 'x',
    by,
  } as const;
  expect(await refusalCode(revealPayload(foreign))).toBe('not_found');
});

test('a refund that is held stands on its order’s page with its code and the sums, until a person ends it', async () => {
  const { orderId, attempt, merchantId } = await paidAndNotified(7_205n);
  const id = newId('ref');
  await writeAlone(
    `INSERT INTO refunds (id, merchant_id, order_id, attempt_id, cause, channel, route, amount_minor, currency,
                          state, channel_order_no, requested_at, taken_at, channel_code, evidence)
     VALUES ($1, $2, $3, $4, 'requested', 'unionpay', 'refund', 205, 'CNY', 'unknown', $1, now(), now(), '45', $5)`,
    [
      ...[id, merchantId, orderId, attempt.id],
      { original: 'succeeded', originalFen: '7205', refundedFen: '100', undecidedFen: '0' },
    ],
  );
  const heldNow = async () => (await getOrderOverview({ orderId, by })).held;
  expect(await heldNow()).toMatchObject([
    {
      ...{ id, channelCode: '45', amount: cny(205n), original: cny(7_205n) },
      ...{ refunded: cny(100n), undecided: cny(0n) },
    },
  ]);
  await writeAlone('DELETE FROM refunds WHERE id = $1', [id]);
  expect(await heldNow()).toEqual([]);
});

test('another order’s message, and one that is nobody’s, is answered alike, and leaves no record', async () => {
  const { noticeId, attempt } = await paidAndNotified(7_203n);
  const { order } = await makePayableOrder();
  const look = { orderId: order.id, reason: 'x', by } as const;
  const foreign = [
    { ...look, kind: 'notice', id: noticeId },
    { ...look, kind: 'attempt', id: attempt.id },
    { ...look, kind: 'refund', id: newId('ref') },
    { ...look, kind: 'payout', id: newId('pyt') },
    { ...look, kind: 'notice', id: newId('ntc') },
  ] as const;
  for (const one of foreign) expect(await refusalCode(revealPayload(one))).toBe('not_found');
  const { rows } = await pool().query('SELECT 1 FROM audit_rows WHERE subject_id = $1', [order.id]);
  expect(rows).toEqual([]);
});

test('no text that is no order’s id gets as far as the database', async () => {
  for (const orderId of ['ord_\u0000', 'x', newId('att')]) {
    expect(await refusalCode(getOrderOverview({ orderId, by }))).toBe('not_found');
  }
  expect(await refusalCode(getOrderOverview({ orderId: newId('ord'), by }))).toBe(
    'order_not_found',
  );
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import type { StaffActor } from '@/lib/core/staff-permissions';
import type { LatePaymentPolicy } from '@/lib/merchants/merchant';
import { readOrder } from '@/lib/orders/read-order';
import { returnLatePayment } from '@/lib/refunds/return-late-payment';
import { decideInquiry } from '@/lib/support/decide-inquiry';
import { listInquiries } from '@/lib/support/list-inquiries';
import { openInquiry } from '@/lib/support/open-inquiry';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeAttempt, makePayableOrder } from '@/tests/support/factories/payable-order';
import { makeStaff, staffCode } from '@/tests/support/make-staff';
import { confirmAtChannel, untilDecided } from '@/tests/support/paid-by-unionpay';
import { refusalCode } from '@/tests/support/refusal-code';
import { startUnionPayRail, type UnionPayRail } from '@/tests/support/unionpay-rail';

let rail: UnionPayRail;
let agent: StaffActor;
let senior: StaffActor;
beforeAll(async () => {
  rail = await startUnionPayRail();
  Object.assign(process.env, rail.env);
  agent = await makeStaff('agent');
  senior = await makeStaff('senior_agent');
});
afterAll(() => rail.stop());

/** An order whose payment the shopper has confirmed at the channel; we have heard nothing of it. */
async function paidUnheard(amountMinor: bigint, policy: LatePaymentPolicy = 'refund') {
  const { order } = await makePayableOrder({ amountMinor, policy });
  const attempt = await makeAttempt(order, 'unknown');
  await confirmAtChannel(rail, attempt);
  return { order, attempt };
}

/** Time is over for the order; nobody has looked at its payment since. */
const letExpire = (orderId: string) =>
  pool().query(
    "UPDATE orders SET state = 'expired', expires_at = now() - interval '1 ms' WHERE id = $1",
    [orderId],
  );

async function ask(orderId: string, by = agent) {
  const id = await openInquiry({ orderId, shopperWord: '银行短信说已扣款', by });
  const inquiries = await listInquiries({ orderId, by });
  return { id, inquiry: inquiries.find((one) => one.id === id) };
}
const audited = async (orderId: string) =>
  (
    await pool().query(
      `SELECT action, actor_id AS by, why FROM audit_rows
        WHERE subject_type = 'order' AND subject_id = $1 ORDER BY id`,
      [orderId],
    )
  ).rows;

test('a payment whose answer was lost is credited by the channel’s word; closing the inquiry moves nothing', async () => {
  const { order } = await paidUnheard(9_101n);
  const { id, inquiry } = await ask(order.id);
  expect(inquiry).toMatchObject({
    proposed: 'settle',
    items: [{ said: 'paid', before: 'unknown', after: 'succeeded', answer: { respCode: '00' } }],
  });
  expect((await readOrder(order.id)).state).toBe('paid');
  const settled = { inquiryId: id, note: '已入账', by: agent };
  expect(await refusalCode(decideInquiry({ ...settled, decision: 'reject' }))).toBe('inquiry_paid');
  await decideInquiry({ ...settled, decision: 'settle' });
  expect(await refusalCode(decideInquiry({ ...settled, decision: 'settle' }))).toBe(
    'state_conflict',
  );
  expect(await audited(order.id)).toEqual([
    { action: 'inquiry.open', by: agent.id, why: '银行短信说已扣款' },
    { action: 'inquiry.decide', by: agent.id, why: '已入账' },
  ]);
});

test('late money that is held pays its order only by somebody who may decide, is not who asked, and has a code of their authenticator', async () => {
  const { order, attempt } = await paidUnheard(9_102n, 'hold');
  await letExpire(order.id);
  const { id, inquiry } = await ask(order.id);
  expect(inquiry).toMatchObject({ proposed: 'settle', items: [{ after: 'late_succeeded' }] });
  const settle = { inquiryId: id, decision: 'settle', note: '顾客仍要这件商品' } as const;
  expect(await refusalCode(decideInquiry({ ...settle, by: agent }))).toBe('not_permitted');
  expect(await refusalCode(decideInquiry({ ...settle, by: senior, code: '000000' }))).toBe(
    'totp_wrong',
  );
  // Who asked does not decide, whatever they may.
  const own = await ask(order.id, senior);
  const alone = { ...settle, inquiryId: own.id, by: senior, code: await staffCode(senior.id) };
  expect(await refusalCode(decideInquiry(alone))).toBe('inquiry_same_person');
  const code = await staffCode(senior.id);
  await decideInquiry({ ...settle, by: senior, code });
  const paid = await readOrder(order.id);
  expect(paid).toMatchObject({ state: 'paid', paidAttemptId: attempt.id });
});

test('or it goes back the way it came, once', async () => {
  const { order, attempt } = await paidUnheard(9_103n, 'hold');
  await letExpire(order.id);
  const { id } = await ask(order.id);
  const code = await staffCode(senior.id);
  const decided = {
    inquiryId: id,
    decision: 'refund',
    note: '顾客不要了',
    by: senior,
    code,
  } as const;
  await decideInquiry(decided);
  const { rows } = await pool().query(
    `SELECT 1 FROM pgboss.job WHERE name = 'return-late-payment' AND data->>'attemptId' = $1`,
    [attempt.id],
  );
  expect(rows).toHaveLength(1);
  await returnLatePayment({ attemptId: attempt.id });
  expect(await untilDecided(order.id)).toMatchObject([{ state: 'succeeded' }]);
  expect((await readOrder(order.id)).state).toBe('expired');
});

test('who has paid twice is told of one payment that goes back by itself', async () => {
  const { order } = await makePayableOrder({ amountMinor: 9_104n });
  const second = await makeAttempt(order, 'superseded');
  await payFromBalance(order);
  await confirmAtChannel(rail, second);
  const { id, inquiry } = await ask(order.id);
  expect(inquiry?.proposed).toBe('refund');
  expect(inquiry?.items.map(({ said }) => said).sort()).toEqual(['not_asked', 'paid']);
  await decideInquiry({ inquiryId: id, decision: 'refund', note: '多付的自动退回', by: agent });
});

test('what the channel says was not paid is rejected, also of an attempt that had failed before; nobody’s word settles it', async () => {
  const { order } = await makePayableOrder({ amountMinor: 9_105n });
  await makeAttempt(order, 'failed', { payableForMs: -3_600_000 });
  const { id, inquiry } = await ask(order.id);
  expect(inquiry).toMatchObject({
    proposed: 'reject',
    items: [{ said: 'unpaid', after: 'failed' }],
  });
  for (const decision of ['settle', 'refund'] as const) {
    const decided = { inquiryId: id, decision, note: '顾客有截图', by: senior };
    expect(await refusalCode(decideInquiry(decided))).toBe('inquiry_not_paid');
  }
  await decideInquiry({ inquiryId: id, decision: 'reject', note: '渠道查无此款', by: agent });
  expect((await readOrder(order.id)).state).toBe('open');
});

test('while the channel is silent nothing is proposed and nothing decided', async () => {
  const { order, attempt } = await paidUnheard(9_106n);
  await rail.script(attempt.channelOrderNo, 'drop the line when asked');
  const { id, inquiry } = await ask(order.id);
  expect(inquiry).toMatchObject({ proposed: null, items: [{ said: 'silent', after: 'unknown' }] });
  for (const decision of ['settle', 'refund', 'reject'] as const) {
    const decided = { inquiryId: id, decision, note: 'x', by: senior };
    expect(await refusalCode(decideInquiry(decided))).toBe('inquiry_in_doubt');
  }
});

test('only support asks, and only about an order that there is', async () => {
  const { order } = await makePayableOrder({ amountMinor: 9_107n });
  const auditor = await makeStaff('auditor');
  expect(await refusalCode(ask(order.id, auditor))).toBe('not_permitted');
  const nowhere = openInquiry({ orderId: 'ord_none', shopperWord: 'x', by: agent });
  expect(await refusalCode(nowhere)).toBe('order_not_found');
});

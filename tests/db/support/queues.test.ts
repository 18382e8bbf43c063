import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { findLiveMark } from '@/lib/support/find-live-mark';
import { listQueue } from '@/lib/support/list-queue';
import { QUEUES, type QueueFilter, type QueueName } from '@/lib/support/queue';
import { decidable } from '@/lib/support/queue-rules';
import { queueStatement, selectQueueCounts } from '@/lib/support/queue-store';
import { Prisma } from '@/prisma/generated/client';
import { seedMerchant } from '@/tests/support/factories/merchants';
import {
  addAttempt,
  addCase,
  addDelivery,
  addOrder,
  addProposal,
  addRefund,
  type RunSql,
} from '@/tests/support/factories/queue-rows';
import { makeStaff } from '@/tests/support/make-staff';
import { openWithoutTriggers } from '@/tests/support/open-without-triggers';
import { refusalCode } from '@/tests/support/refusal-code';

let run: RunSql;
let clear: () => Promise<void>;
let close: () => Promise<void>;
let agent: Awaited<ReturnType<typeof makeStaff>>;
beforeAll(async () => {
  ({ run, clear, close } = await openWithoutTriggers());
  agent = await makeStaff('agent');
});
afterEach(() => clear());
afterAll(() => close());

const aMerchant = async () => (await seedMerchant()).id;
const idsIn = async (
  queue: QueueName,
  merchant: string,
  filter: QueueFilter = {},
  by = agent,
): Promise<string[]> =>
  (await listQueue({ queue, filter: { merchant, ...filter }, by })).rows.map(({ id }) => id);

test('in doubt are payments, refunds and payouts that nobody knows the end of, longest waiting first', async () => {
  const merchant = await aMerchant();
  const order = await addOrder(run, merchant);
  const attempt = await addAttempt(run, order, { minutes: 50 });
  const refund = await addRefund(run, order, attempt, { minutes: 40 });
  const caseId = await addCase(run, await addOrder(run, merchant), { state: 'sent' });
  const payout = newId('pyt');
  await addProposal(run, caseId, agent.id);
  await run(
    `INSERT INTO payouts (id, channel, channel_order_no, subject_code, owner_id, payee_id, amount_minor, currency,
       state, requested_by, request_key, requested_at, created_at, updated_at)
     SELECT $1, 'unionpay', $1, 'refunds_payable', 'unionpay', p.payee_id, 6800, 'CNY', 'unknown', $2, 'case:' || p.case_id || ':1', now(),
            now() - interval '30 minutes', now() FROM refund_proposals p WHERE p.case_id = $3`,
    [payout, agent.id, caseId],
  );
  await run('UPDATE refund_cases SET payout_id = $2 WHERE id = $1', [caseId, payout]);
  // Not yet: the next question mostly finds it out. Not any more: decided.
  await addAttempt(run, await addOrder(run, merchant), { minutes: 1 });
  await addAttempt(run, await addOrder(run, merchant), { state: 'failed' });
  expect(await idsIn('in-doubt', merchant)).toEqual([attempt, refund, payout]);
  const { rows } = await listQueue({ queue: 'in-doubt', filter: { merchant }, by: agent });
  expect(rows.map(({ kind, caseId: of }) => [kind, of])).toEqual([
    ['attempt', null],
    ['refund', null],
    ['payout', caseId],
  ]);
  expect(rows[0]).toMatchObject({ merchantOrderNo: order.orderNo, channel: 'unionpay' });
});

test('a case is in the queue of whoever has to act next, and one that came back is among the returned', async () => {
  const merchant = await aMerchant();
  const add = async (state: string, tries = 0) =>
    addCase(run, await addOrder(run, merchant), { state, tries });
  const open = await add('open');
  const claimed = await add('claimed');
  const proposed = await add('proposed');
  const back = await add('open', 1);
  for (const state of ['approved', 'sent']) await add(state, 1);
  expect(await idsIn('claims-waiting', merchant)).toEqual([open, back].sort());
  // No link was ever texted for these.
  const waiting = await listQueue({ queue: 'claims-waiting', filter: { merchant }, by: agent });
  expect(waiting.rows.map(({ detail }) => detail)).toEqual(['no_phone', 'no_phone']);
  expect(await idsIn('to-propose', merchant)).toEqual([claimed]);
  expect(await idsIn('approvals', merchant)).toEqual([proposed]);
  expect(await idsIn('returned', merchant)).toEqual([back]);
});

test('one that came back waits since the bank last refused it or sent it back, not since it was opened', async () => {
  const merchant = await aMerchant();
  const old = await addCase(run, await addOrder(run, merchant), { tries: 2, minutes: 9_000 });
  const young = await addCase(run, await addOrder(run, merchant), { tries: 1, minutes: 500 });
  const move = (id: string, event: string, from: string, to: string, minutes: number) =>
    run(
      `INSERT INTO transitions (subject_type, subject_id, event, from_state, to_state, actor, at)
       VALUES ('refund_case', $1, $2, $3, $4, 'bank', now() - make_interval(mins => $5::int))`,
      [id, event, from, to, minutes],
    );
  await move(old, 'fail', 'sent', 'open', 8_000);
  await move(old, 'return', 'paid', 'open', 20);
  await move(young, 'fail', 'sent', 'open', 90);
  expect(await idsIn('returned', merchant)).toEqual([young, old]);
  expect(await idsIn('returned', merchant, { minutes: 60 })).toEqual([young]);
});

test('a claim by hand waits for approval as long as it can be approved: not past its time or its case', async () => {
  const merchant = await aMerchant();
  const add = async (state: string, minutes: number) => {
    const id = newId('rcl');
    await run(
      `INSERT INTO refund_claims (id, case_id, token_hash, proof, opened_by, identity_note, expires_at)
       VALUES ($1, $2, $1, 'identity_check', $3, '身份证原件', now() + make_interval(mins => $4::int))`,
      [id, await addCase(run, await addOrder(run, merchant), { state }), agent.id, minutes],
    );
    return id;
  };
  const waits = [await add('open', 5), await add('claimed', 5)];
  await add('open', -1);
  for (const state of ['approved', 'paid', 'closed']) await add(state, 5);
  expect((await idsIn('approvals', merchant)).sort()).toEqual(waits.sort());
});

test('what somebody may approve is what their role decides, and neither proposed nor approved by themselves', async () => {
  const merchant = await aMerchant();
  const [maker, senior, operator] = [
    await makeStaff('senior_agent'),
    await makeStaff('senior_agent'),
    await makeStaff('operator'),
  ];
  const order = await addOrder(run, merchant);
  const proposed = await addCase(run, order, { state: 'proposed' });
  const proposal = await addProposal(run, proposed, maker.id);
  const claim = newId('rcl');
  await run(
    `INSERT INTO refund_claims (id, case_id, token_hash, proof, opened_by, identity_note, expires_at)
     VALUES ($1, $2, $1, 'identity_check', $3, '身份证原件', now() + interval '1 hour')`,
    [claim, proposed, maker.id],
  );
  const inquiry = newId('inq');
  await run(
    `INSERT INTO payment_inquiries (id, order_id, opened_by, shopper_word, evidence, proposed)
     VALUES ($1, $2, $3, '已扣款', '{}', 'settle')`,
    [inquiry, order.orderId, maker.id],
  );
  const all = [proposed, claim, inquiry].sort();
  const mine = async (by: typeof maker) =>
    (await idsIn('approvals', merchant, { mine: by.id }, by)).sort();
  expect((await idsIn('approvals', merchant)).sort()).toEqual(all);
  expect(await mine(maker)).toEqual([]);
  expect(await mine(senior)).toEqual(all);
  expect(await mine(operator)).toEqual([]);
  await run(
    `INSERT INTO refund_approvals (proposal_id, checker_id, maker_id, content_hash) VALUES ($1, $2, $3, 'hash')`,
    [proposal, senior.id, maker.id],
  );
  expect(await mine(senior)).toEqual([claim, inquiry].sort());
});

test('money that was paid twice shows once, as it stands now; what is older than a week does not', async () => {
  const merchant = await aMerchant();
  const add = async (minutes: number, state: string) => {
    const order = await addOrder(run, merchant);
    const attempt = await addAttempt(run, order, { state: 'returned' });
    return {
      order,
      attempt,
      refund: await addRefund(run, order, attempt, { cause: 'late_payment', state, minutes }),
    };
  };
  const done = await add(60, 'succeeded');
  await add(8 * 1_440, 'succeeded');
  const undo = await add(30, 'failed');
  const instead = await addRefund(run, undo.order, undo.attempt, {
    cause: 'late_payment',
    state: 'waiting',
    minutes: 29,
    replacesId: undo.refund,
  });
  expect(await idsIn('duplicates', merchant)).toEqual([done.refund, instead]);
});

test('notices that failed more than once wait, and those that arrived or were tried once do not', async () => {
  const merchant = await aMerchant();
  const add = async (state: string, tries: number) =>
    addDelivery(run, await addOrder(run, merchant), { state, tries });
  const given = await add('exhausted', 10);
  const again = await add('pending', 3);
  await add('pending', 1);
  await add('delivered', 4);
  expect((await idsIn('webhooks', merchant)).sort()).toEqual([given, again].sort());
});

test('filters leave what fits all of them, and the pages of a sorted queue hold each row once', async () => {
  const merchant = await aMerchant();
  const ids: string[] = [];
  for (const n of [1, 2, 3, 4, 5]) {
    const order = await addOrder(run, merchant);
    // Two are as large as each other.
    const amountMinor = 1_000 * Math.min(n, 4);
    ids.push(await addAttempt(run, order, { minutes: 100 * n, amountMinor }));
  }
  expect(await idsIn('in-doubt', merchant, { minutes: 240 })).toEqual(ids.slice(2).reverse());
  expect(await idsIn('in-doubt', merchant, { least: 2_000n, most: 3_000n })).toEqual([
    ids[2],
    ids[1],
  ]);
  expect(await idsIn('in-doubt', merchant, { channel: 'netsunion' })).toEqual([]);
  for (const sort of ['oldest', 'newest', 'amount'] as const) {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listQueue({
        ...{ queue: 'in-doubt' as const, filter: { merchant }, sort, after, limit: 2 },
        by: agent,
      });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    const [one, two, three, four, five] = ids;
    const largest = [four, five].sort();
    expect(seen).toEqual(
      { oldest: [...ids].reverse(), newest: ids, amount: [...largest, three, two, one] }[sort],
    );
  }
});

test('a queue’s count and mark change when something enters it, and its late rows are counted', async () => {
  const merchant = await aMerchant();
  const subject = { type: 'queue', id: 'returned' } as const;
  const count = async () => (await selectQueueCounts()).find(({ queue }) => queue === 'returned');
  const [countBefore, markBefore] = [await count(), await findLiveMark({ subject, by: agent })];
  expect(await findLiveMark({ subject, by: agent })).toBe(markBefore);
  await addCase(run, await addOrder(run, merchant), { tries: 1, dueInMinutes: -5 });
  expect(await findLiveMark({ subject, by: agent })).not.toBe(markBefore);
  expect(await count()).toEqual({
    queue: 'returned',
    waiting: (countBefore?.waiting ?? 0) + 1,
    late: (countBefore?.late ?? 0) + 1,
  });
});

const INDEXES: Record<QueueName, string[]> = {
  'in-doubt': ['attempts_in_doubt_idx', 'refunds_in_doubt_idx', 'payouts_in_doubt_idx'],
  approvals: [
    'refund_cases_queue_idx',
    'refund_claims_to_approve_idx',
    'payment_inquiries_open_idx',
    'breaker_overrides_open_idx',
  ],
  'to-propose': ['refund_cases_queue_idx'],
  'claims-waiting': ['refund_cases_queue_idx'],
  returned: ['refund_cases_returned_idx'],
  duplicates: ['refunds_late_idx'],
  webhooks: ['deliveries_failing_idx'],
  suspense: ['suspense_cases_state_created_at_idx'],
};

test.each(QUEUES)(
  'the queue %s is read by its index, however many rows have passed through it',
  async (queue) => {
    const statement = queueStatement(
      { queue, filter: {}, mayDecide: decidable('finance') },
      { sort: 'oldest', most: 51 },
    );
    const plan = await db().$transaction(async (tx) => {
      // A table of a test is so small that reading all of it costs less than any index.
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${statement}`);
    });
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    for (const index of INDEXES[queue]) expect(text).toContain(index);
  },
);

test('a queue is nobody’s who does not work in the office', async () => {
  const by = { ...agent, staffRole: 'shopper' as never };
  expect(await refusalCode(listQueue({ queue: 'in-doubt', by }))).toBe('not_permitted');
});

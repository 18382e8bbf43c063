import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { quickpass } from '@/tests/proof/crash/pay-scenes';
import {
  type Crash,
  crashes,
  nameOf,
  noticeCrashes,
  noticeNameOf,
  PAID_OUT,
  payoutCrashes,
  payoutNameOf,
  type RefundCrash,
  refundCrashes,
  refundNameOf,
  renewalCrashes,
  renewalNameOf,
  WAYS,
  type Way,
  webhookCrashes,
  webhookNameOf,
} from '@/tests/proof/crash/plan';
import { payByBalance, play } from '@/tests/proof/crash/play';
import { playNotice } from '@/tests/proof/crash/play-notice';
import { playRefund } from '@/tests/proof/crash/play-refund';
import { playWebhook } from '@/tests/proof/crash/play-webhook';
import { makeAttempt, makePayableOrder } from '@/tests/support/factories/payable-order';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();

const ALIVE: Crash = {
  app: null,
  worker: null,
  recoveryToo: false,
  channel: 'ok',
  second: 'last',
};
const PLAYED: [crash: Crash, mustDieAt: string[]][] = [
  [ALIVE, []],
  [{ ...ALIVE, app: 'pay.committed' }, ['pay.committed']],
  [{ ...ALIVE, app: 'pay.answered', channel: 'reply lost' }, ['pay.answered']],
  [{ ...ALIVE, app: 'pay.answered', second: 'first' }, ['pay.answered']],
  [
    { ...ALIVE, worker: 'settle.moved', recoveryToo: true, channel: 'ok' },
    ['settle.moved', 'settle.moved'],
  ],
];

test.each(PLAYED.map(([crash, died], n) => ({ crash, died, n, name: nameOf('QuickPass', crash) })))(
  'charged once and booked once: $name',
  async ({ crash, died, n }) => {
    expect(await play(await quickpass(rail, 7_101n + BigInt(n)), crash)).toEqual({
      died,
      findings: [],
    });
  },
);

const WELL: RefundCrash = { app: null, worker: null, recoveryToo: false, channel: 'ok' };
const REFUNDED: [crash: RefundCrash, mustDieAt: string[]][] = [
  [{ ...WELL, app: 'refund.committed' }, ['refund.committed']],
  [{ ...WELL, worker: 'refund.moved', channel: 'reply lost' }, ['refund.moved']],
];

test.each(REFUNDED.map(([crash, died], n) => ({ crash, died, n, name: refundNameOf(crash) })))(
  'given back once and booked once: $name',
  async ({ crash, died, n }) => {
    expect(await playRefund(rail, crash, 151n + BigInt(n))).toEqual({ died, findings: [] });
  },
);

test('a notice whose taker and whose worker both die is kept once and pays once', async () => {
  const kept = { app: 'notice.kept', worker: 'notice.processed' } as const;
  const crash = { ...kept, recoveryToo: false, query: 'ok' } as const;
  const died = ['notice.kept', 'notice.processed'];
  expect(await playNotice(rail, crash, 7_301n)).toEqual({ died, findings: [] });
});

test('what a merchant is told arrives under one id and in order, though its teller died after the answer', async () => {
  const crash = { worker: 'webhook.answered', recoveryToo: false, endpoint: 'fails' } as const;
  expect(await playWebhook(crash)).toEqual({ died: ['webhook.answered'], findings: [] });
});

test('the plan has every crash once', () => {
  const names = [
    ...(Object.keys(WAYS) as Way[]).flatMap((way) => crashes(way).map((one) => nameOf(way, one))),
    ...refundCrashes().map(refundNameOf),
    ...noticeCrashes().map(noticeNameOf),
    ...webhookCrashes().map(webhookNameOf),
    ...renewalCrashes().map(renewalNameOf),
    ...PAID_OUT.flatMap((paid) => payoutCrashes().map((one) => payoutNameOf(paid, one))),
  ];
  // QuickPass and UnionPay's card; beside a balance; two with a code; phone bill.
  const payments = 2 * 3 * 5 * 3 * 3 + 3 * 3 * 3 + 2 * 5 * 3 * 3 + 7 * 5 * 3;
  const others = 3 * 5 * 3 + 2 * 7 * 2 + 4 * 2 * 2 + 2 * 5 * 5 * 3 + 7 * 3 * 3;
  expect(names).toHaveLength(payments + others);
  expect(new Set(names).size).toBe(names.length);
});

test.each([
  [
    'state_differs_from_steps',
    `UPDATE orders SET state = 'expired', paid_attempt_id = NULL, paid_at = NULL WHERE id = $1`,
  ],
  [
    'end_was_left',
    `INSERT INTO transitions (subject_type, subject_id, event, from_state, to_state, actor)
     VALUES ('order', $1, 'close', 'paid', 'closed', 'test')`,
  ],
  [
    'step_begins_elsewhere',
    `INSERT INTO transitions (subject_type, subject_id, event, from_state, to_state, actor)
     VALUES ('order', $1, 'pay', 'open', 'paid', 'test')`,
  ],
  [
    'events_not_numbered_through',
    'UPDATE outbox_events SET sequence = sequence + 1 WHERE object_id = $1',
  ],
])('%s is found', async (code, spoil) => {
  await play(await quickpass(rail, 7_201n), ALIVE);
  const { rows } = await pool().query<{ id: string }>(
    `SELECT id FROM orders WHERE state = 'paid' ORDER BY created_at DESC LIMIT 1`,
  );
  const id = rows[0]?.id ?? '';
  expect(await spoilt([spoil], id, 'check_histories()')).toContainEqual({ code, detail: id });
});

const LYING = "check_left_lying(interval '1 hour')";
const HOURS_AGO = "now() - interval '2 hours'";

test.each([
  ['order_open_past_its_time', [`UPDATE orders SET expires_at = ${HOURS_AGO} WHERE id = $1`]],
  [
    'payment_that_nobody_asks_about',
    [`UPDATE attempts SET next_ask_at = NULL, updated_at = ${HOURS_AGO} WHERE order_id = $1`],
  ],
])('%s is found, once it has been like that for a while', async (code, spoil) => {
  const { order } = await makePayableOrder();
  const attempt = code.startsWith('payment') ? await makeAttempt(order) : undefined;
  expect(await spoilt([], order.id, LYING)).toEqual([]);
  const detail = attempt?.id ?? order.id;
  expect(await spoilt(spoil, order.id, LYING)).toContainEqual({ code, detail });
});

test('event_not_handed_on is found, once it has been like that for a while', async () => {
  const { order } = await makePayableOrder();
  await payByBalance(order);
  const spoil = [`UPDATE outbox_events SET created_at = ${HOURS_AGO} WHERE subject_id = $1`];
  const found = await spoilt(spoil, order.id, LYING);
  expect(found.map(({ code }) => code)).toEqual(['event_not_handed_on']);
});

/** What a check finds with these statements done, which are undone again. */
async function spoilt(
  statements: readonly string[],
  id: string,
  check: string,
): Promise<{ code: string; detail: string }[]> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    for (const statement of statements) await client.query(statement, [id]);
    return (await client.query(`SELECT * FROM ${check}`)).rows;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

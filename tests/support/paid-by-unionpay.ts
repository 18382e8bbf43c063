import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { adapterOf } from '@/lib/channels/registry';
import { pool } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import type { Attempt } from '@/lib/payments/attempt';
import { settleOutcome } from '@/lib/payments/settle-outcome';
import { selectAttempt } from '@/lib/payments/store';
import { resolveRefund } from '@/lib/refunds/resolve-refund';
import { makeAttempt, makePayableOrder } from './factories/payable-order';
import type { UnionPayRail } from './unionpay-rail';

/** A QuickPass payment on the channel's own page that the cardholder has confirmed there. */
export async function confirmAtChannel(rail: UnionPayRail, attempt: Attempt): Promise<void> {
  const { channelOrderNo, amount, requestedAt, payableUntil } = attempt;
  const urls = { noticeUrl: rail.noticeUrl, returnUrl: rail.returnUrl };
  const outcome = await rail.adapter.pay({
    channelOrderNo,
    amount,
    requestedAt,
    payableUntil,
    instrument: { type: 'quickpass', surface: 'front' },
    subject: '亚麻短袖衬衫',
    host: 'mobile',
    ...urls,
  });
  await rail.visit(outcome);
  await rail.payerConfirms(channelOrderNo);
}

/** Asks the channel about an attempt and commits what it says. */
export async function learn(attempt: Attempt): Promise<Attempt> {
  const { id: attemptId, channelOrderNo, amount, requestedAt, payableUntil } = attempt;
  const outcome = await adapterOf('unionpay').query({
    channelOrderNo,
    amount,
    requestedAt,
    payableUntil,
    askedAt: new Date(),
    instrument: 'quickpass',
  });
  await settleOutcome({ attemptId, outcome, actor: 'test', cause: 'asked the channel' });
  return selectAttempt(attemptId);
}

/** A new merchant's order, paid by QuickPass at the real simulator. */
export async function makePaidByUnionPay(rail: UnionPayRail, amountMinor = 6_800n) {
  const { order, merchantId, customerId } = await makePayableOrder({ amountMinor });
  const attempt = await makeAttempt(order);
  await confirmAtChannel(rail, attempt);
  return { orderId: order.id, merchantId, customerId, attempt: await learn(attempt) };
}

export type PaidByUnionPay = Awaited<ReturnType<typeof makePaidByUnionPay>>;

/** Paid on an earlier clearing day, so that it is refunded and not undone. */
export async function makePaidTheDayBefore(
  rail: UnionPayRail,
  amountMinor: bigint,
): Promise<PaidByUnionPay> {
  const paid = await makePaidByUnionPay(rail, amountMinor);
  await learnedAt(paid.attempt.id, new Date(clearingDayBegan().getTime() - 1_000));
  return paid;
}

export interface RefundRow {
  id: string;
  state: string;
  route: string;
  channel_order_no: string;
  replaces_id: string | null;
}

/** Every refund of an order as it is kept, oldest first. */
export async function refundsOf(orderId: string): Promise<RefundRow[]> {
  const { rows } = await pool().query<RefundRow>(
    `SELECT id, state, route, channel_order_no, replaces_id FROM refunds
      WHERE order_id = $1 ORDER BY created_at, id`,
    [orderId],
  );
  return rows;
}

/** Asks about an order's refunds until the channel has decided each. */
export async function untilDecided(orderId: string): Promise<RefundRow[]> {
  const rows = await refundsOf(orderId);
  const open = rows.filter(({ state }) => ['sent', 'waiting', 'unknown'].includes(state));
  if (open.length === 0) return rows;
  for (const { id: refundId } of open) await resolveRefund({ refundId });
  return untilDecided(orderId);
}

/** How many jobs there are to open the case of this refund. */
export async function casesAskedFor(refundId: string): Promise<number> {
  const { rows } = await pool().query<{ jobs: number }>(
    `SELECT count(*)::int AS jobs FROM pgboss.job WHERE name = 'open-refund-case' AND data->>'refundId' = $1`,
    [refundId],
  );
  return rows[0]?.jobs ?? 0;
}

export const balanceMinor = async (
  subject:
    | 'channel_clearing'
    | 'refunds_payable'
    | 'merchant_pending'
    | 'merchant_balance'
    | 'late_payments',
  owner: string,
): Promise<bigint> => (await balanceOf({ subject, owner })).amountMinor;

/** As if we had learned of the payment at that moment; what keeps a transition as it is is off meanwhile. */
export async function learnedAt(attemptId: string, at: Date): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(
      `UPDATE transitions SET at = $2 WHERE subject_type = 'attempt' AND subject_id = $1`,
      [attemptId, at],
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

const DAY_MS = 86_400_000;
const BEIJING_23_MS = 15 * 3_600_000;

/** The moment at which UnionPay's present clearing day began: 23:00 in Beijing. */
export const clearingDayBegan = (now = Date.now()): Date =>
  new Date(Math.floor((now - BEIJING_23_MS) / DAY_MS) * DAY_MS + BEIJING_23_MS);

/** Runs a use case in a process of its own, which ends by SIGKILL at the moment named. */
export async function signalOf(
  moment: string,
  path: string,
  name: string,
  input: object,
): Promise<string | null> {
  const args = ['--import', 'tsx', 'tests/support/run-use-case.ts', path, name];
  const child = spawn(process.execPath, [...args, JSON.stringify(input)], {
    env: { ...process.env, FAIL_POINT: moment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = await once(child, 'exit');
  return signal;
}

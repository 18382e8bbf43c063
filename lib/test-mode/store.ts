import { db } from '@/lib/core/db';
import type { TestOutcome } from './outcome';

/** Keeps it for the order's next payment; false unless it is an open order of a test merchant. */
export async function upsertOutcome(payToken: string, outcome: TestOutcome): Promise<boolean> {
  const kept = await db().$executeRaw`
    INSERT INTO test_outcomes (order_id, outcome, chosen_at)
    SELECT o.id, ${outcome}::test_outcome, clock_timestamp()
      FROM orders o JOIN merchants m ON m.id = o.merchant_id
     WHERE o.pay_token = ${payToken} AND o.state = 'open' AND m.mode = 'test'
    ON CONFLICT (order_id) DO UPDATE SET
      outcome = excluded.outcome, chosen_at = excluded.chosen_at, used_by = NULL`;
  return kept === 1;
}

/** What is chosen for the order's next payment; undefined where nothing can be: it is no open test order. */
export async function selectChosen(
  payToken: string,
): Promise<{ next: TestOutcome | null } | undefined> {
  const rows = await db().$queryRaw<{ next: TestOutcome | null }[]>`
    SELECT t.outcome::text AS next
      FROM orders o JOIN merchants m ON m.id = o.merchant_id
      LEFT JOIN test_outcomes t ON t.order_id = o.id AND t.used_by IS NULL
     WHERE o.pay_token = ${payToken} AND o.state = 'open' AND m.mode = 'test'`;
  return rows[0];
}

export interface TestPayment {
  orderId: string;
  attemptId: string;
  /** The attempt whose place it takes: what was chosen for that one holds on. */
  afterId: string | null;
}

/** What was chosen for it is used up by it; undefined: it is no test order, null: nothing was chosen. */
export async function takeChosen(
  payment: TestPayment,
): Promise<{ chosen: TestOutcome | null } | undefined> {
  const { orderId, attemptId, afterId } = payment;
  const rows = await db().$queryRaw<{ chosen: TestOutcome | null }[]>`
    WITH taken AS (
      UPDATE test_outcomes SET used_by = ${attemptId}
       WHERE order_id = ${orderId} AND (used_by IS NULL OR used_by = ${afterId})
      RETURNING outcome)
    SELECT (SELECT outcome::text FROM taken) AS chosen
      FROM orders o JOIN merchants m ON m.id = o.merchant_id
     WHERE o.id = ${orderId} AND m.mode = 'test'`;
  return rows[0];
}

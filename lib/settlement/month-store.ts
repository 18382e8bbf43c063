import { db } from '@/lib/core/db';

/** The month it is in Beijing, and the one in which this merchant was set up; and the last day that is closed. */
export async function selectMonths(
  merchantId: string,
): Promise<{ first: string; now: string; closedThrough: string | null } | undefined> {
  const rows = await db().$queryRaw<{ first: string; now: string; closedThrough: string | null }[]>`
    SELECT to_char(created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS first,
           to_char(clock_timestamp() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS now,
           (SELECT max(day)::text FROM ledger_days) AS "closedThrough"
      FROM merchants WHERE id = ${merchantId}`;
  return rows[0];
}

/** What of a merchant's refunds is on its way, and what of them waits until its money covers it; in fen. */
export async function sumUndecidedRefunds(
  merchantId: string,
): Promise<{ underWay: bigint; queued: bigint }> {
  const rows = await db().$queryRaw<{ underWay: bigint; queued: bigint }[]>`
    SELECT coalesce(sum(amount_minor) FILTER (WHERE state <> 'queued'), 0)::bigint AS "underWay",
           coalesce(sum(amount_minor) FILTER (WHERE state = 'queued'), 0)::bigint AS queued
      FROM refunds
     WHERE merchant_id = ${merchantId} AND cause = 'requested'
       AND state IN ('queued', 'sent', 'waiting', 'unknown', 'diverted', 'unclaimed')
       AND (state = 'queued' OR taken_at IS NOT NULL OR replaces_id IS NOT NULL)`;
  return rows[0] ?? { underWay: 0n, queued: 0n };
}

import { present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';

export const SCOPES = ['user_day', 'user_month', 'province_day', 'province_month'] as const;
export type UsageScope = (typeof SCOPES)[number];

interface Held {
  attemptId: string;
  lineId: string;
  phoneHash: string;
  province: string;
  amountMinor: bigint;
}

/** Marks what an attempt takes, for the day and month that it is; undefined: it has taken it already. */
export async function insertReservation(
  tx: Tx,
  held: Held,
): Promise<{ day: string; month: string } | undefined> {
  const rows = await tx.$queryRaw<{ day: string; month: string }[]>`
    INSERT INTO carrier_reservations (attempt_id, line_id, phone_hash, province, amount_minor, day, month)
    SELECT ${held.attemptId}, ${held.lineId}, ${held.phoneHash}, ${held.province}, ${held.amountMinor},
           to_char(t, 'YYYY-MM-DD'), to_char(t, 'YYYY-MM')
      FROM (SELECT business_now() AT TIME ZONE 'Asia/Shanghai' AS t) beijing
    ON CONFLICT (attempt_id) DO NOTHING
    RETURNING day, month`;
  return rows[0];
}

/**
 * Counts the amount against all four limits in one statement: those of which nothing is over. Each row
 * is locked before it is compared, always in the same order, so that of many at once just as many
 * get through as the limit has room for. What has no limit is counted too: it may get one tomorrow.
 */
export async function countUsage(
  tx: Tx,
  { lineId, phoneHash, province, amountMinor, day, month }: Held & { day: string; month: string },
): Promise<Set<UsageScope>> {
  const limits = await tx.$queryRaw<Record<UsageScope, bigint | null>[]>`
    SELECT l.user_day_minor AS user_day, l.user_month_minor AS user_month,
           p.day_minor AS province_day, p.month_minor AS province_month
      FROM carrier_lines l
      LEFT JOIN carrier_line_provinces p ON p.line_id = l.id AND p.province = ${province}
     WHERE l.id = ${lineId}`;
  const limit = present(limits[0], 'the line');
  const counted = await tx.$queryRaw<{ scope: UsageScope }[]>`
    INSERT INTO carrier_usage AS u (line_id, scope, key, period, used_minor)
    SELECT ${lineId}, s.scope::carrier_usage_scope, s.key, s.period, ${amountMinor}
      FROM (VALUES (1, 'user_day', ${phoneHash}, ${day}, ${limit.user_day}::bigint),
                   (2, 'user_month', ${phoneHash}, ${month}, ${limit.user_month}::bigint),
                   (3, 'province_day', ${province}, ${day}, ${limit.province_day}::bigint),
                   (4, 'province_month', ${province}, ${month}, ${limit.province_month}::bigint))
             AS s (place, scope, key, period, most)
     WHERE s.most IS NULL OR ${amountMinor} <= s.most
     ORDER BY s.place
    ON CONFLICT (line_id, scope, key, period) DO UPDATE
       SET used_minor = u.used_minor + excluded.used_minor
     WHERE u.used_minor + excluded.used_minor <= coalesce(
             CASE u.scope WHEN 'user_day' THEN ${limit.user_day}::bigint
                          WHEN 'user_month' THEN ${limit.user_month}::bigint
                          WHEN 'province_day' THEN ${limit.province_day}::bigint
                          ELSE ${limit.province_month}::bigint END,
             u.used_minor + excluded.used_minor)
    RETURNING u.scope::text AS scope`;
  return new Set(counted.map(({ scope }) => scope));
}

/** Gives back what an attempt has taken, from the day and month that it was taken of; only once. */
export async function releaseReservation(tx: Tx, attemptId: string): Promise<void> {
  await tx.$executeRaw`
    WITH gone AS (
      UPDATE carrier_reservations SET released_at = clock_timestamp()
       WHERE attempt_id = ${attemptId} AND released_at IS NULL
      RETURNING line_id, phone_hash, province, amount_minor, day, month),
    -- Locked in the order in which they are counted.
    taken AS MATERIALIZED (
      SELECT u.line_id, u.scope, u.key, u.period, g.amount_minor
        FROM gone g
        JOIN carrier_usage u ON u.line_id = g.line_id
         AND (u.scope, u.key, u.period) IN (('user_day', g.phone_hash, g.day),
                                            ('user_month', g.phone_hash, g.month),
                                            ('province_day', g.province, g.day),
                                            ('province_month', g.province, g.month))
       ORDER BY u.scope FOR UPDATE OF u)
    UPDATE carrier_usage u SET used_minor = u.used_minor - t.amount_minor
      FROM taken t
     WHERE u.line_id = t.line_id AND u.scope = t.scope AND u.key = t.key AND u.period = t.period`;
}

import { pool } from '@/lib/core/db';

/** Everything in the books was booked a day earlier than it was; what keeps them from that is off meanwhile. */
export async function letADayPass(): Promise<void> {
  await pool().query(`
    BEGIN;
    SET LOCAL session_replication_role = replica;
    UPDATE ledger_entries SET accounting_date = accounting_date - 1;
    UPDATE ledger_lines SET accounting_date = accounting_date - 1;
    UPDATE refunds SET requested_at = requested_at - interval '1 day', taken_at = taken_at - interval '1 day';
    UPDATE attempts SET updated_at = updated_at - interval '1 day';
    COMMIT`);
}

/** Today in Beijing by the database's clock, or a day so much earlier: YYYY-MM-DD. */
export async function beijingDay(daysAgo = 0): Promise<string> {
  const { rows } = await pool().query<{ day: string }>(
    `SELECT ((clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date - $1::int)::text AS day`,
    [daysAgo],
  );
  return rows[0]?.day ?? '';
}

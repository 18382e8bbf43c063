import { present } from '@/lib/core/assert';
import { pool, type Tx } from '@/lib/core/db';
import { okOf, type SqlAnswer } from '@/lib/core/sql-answer';
import type { Subject } from './chart';

/** Closes every open day up to this one (yesterday, if none is named) and says how many. */
export async function insertDays(day: string | null, actor: string): Promise<number> {
  const { rows } = await pool().query<{ answer: SqlAnswer<number> }>(
    `SELECT close_days(coalesce($1::date, (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date - 1), $2) AS answer`,
    [day, actor],
  );
  return okOf(present(rows[0], 'the answer of close_days').answer, { day: day ?? 'past' });
}

/** Closed days whose lines are not rolled up yet, oldest first. */
export async function selectDaysToRollUp(): Promise<string[]> {
  const { rows } = await pool().query<{ day: string }>(
    'SELECT day::text AS day FROM ledger_days WHERE entries IS NULL ORDER BY day',
  );
  return rows.map(({ day }) => day);
}

/** A statement of its own, without a unit of work's time limit: a busy day has millions of lines. */
export async function rollUpDay(day: string): Promise<void> {
  await pool().query('SELECT roll_up_day($1::date)', [day]);
}

export interface SubjectTotal {
  subject: Subject;
  openingMinor: bigint;
  debitMinor: bigint;
  creditMinor: bigint;
  closingMinor: bigint;
}

export const selectTotals = (tx: Tx, day: string): Promise<SubjectTotal[]> =>
  tx.$queryRaw`
    SELECT subject_code AS subject, opening_minor AS "openingMinor", debit_minor AS "debitMinor",
           credit_minor AS "creditMinor", closing_minor AS "closingMinor"
      FROM trial_balance(${day}::date)`;

/** The day that is asked about (today in Beijing, if none is named), and whether it is closed. */
export async function selectDay(
  tx: Tx,
  day: string | undefined,
): Promise<{ day: string; closed: boolean }> {
  const rows = await tx.$queryRaw<{ day: string; closed: boolean }[]>`
    SELECT d.day::text, EXISTS (SELECT FROM ledger_days x WHERE x.day = d.day) AS closed
      FROM (SELECT coalesce(${day ?? null}::date, (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date) AS day) d`;
  return present(rows[0], 'the day');
}

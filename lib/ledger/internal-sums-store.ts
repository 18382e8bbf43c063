import { present } from '@/lib/core/assert';
import { pool } from '@/lib/core/db';

/** One round, in a transaction of its own; says how many lines were added. */
export async function addSettledLines(): Promise<number> {
  const { rows } = await pool().query<{ lines: string }>('SELECT sum_internal_accounts() AS lines');
  return Number(present(rows[0], 'the answer of sum_internal_accounts').lines);
}

import { newSortableNumber } from '@/lib/core/ids';
import type { Database } from './browser-database';

/** A file of UnionPay's that differs from our records in every way there is; answers the numbers in it. */
export async function addChannelFile(
  database: Database,
): Promise<Record<'not_ours' | 'amount_differs' | 'state_differs' | 'missing', string>> {
  const id = `cst_${newSortableNumber()}`;
  const numbers = {
    not_ours: newSortableNumber(),
    amount_differs: newSortableNumber(),
    state_differs: newSortableNumber(),
    missing: newSortableNumber(),
  };
  // Each file has a merchant number of its own: one number has one file a day.
  await database.query(
    `INSERT INTO channel_statements (id, channel, merchant_no, day, file_name, lines, matched)
     VALUES ($1, 'unionpay', $2, '2026-11-20', 'file.zip', 4, 1)`,
    [id, newSortableNumber().slice(-15)],
  );
  const lines = [
    ['matched', newSortableNumber(), 'payment'],
    ['not_ours', numbers.not_ours, 'payment'],
    ['amount_differs', numbers.amount_differs, 'refund'],
    ['state_differs', numbers.state_differs, 'payout'],
  ];
  for (const [index, [finding, number, kind]] of lines.entries()) {
    await database.query(
      `INSERT INTO channel_statement_lines
         (statement_id, line_no, kind, channel_order_no, channel_ref, amount_minor, fee_minor, settled_at, finding, ours_id)
       VALUES ($1, $2, $3, $4, $4, 6800, 0, now(), $5::statement_finding, $6)`,
      [id, index + 1, kind, number, finding, finding === 'not_ours' ? null : number],
    );
  }
  await database.query(
    `INSERT INTO statement_missing (statement_id, ours_id, kind, channel_order_no, amount_minor)
     VALUES ($1, $2, 'undo', $2, 6800)`,
    [id, numbers.missing],
  );
  await database.query(
    `INSERT INTO statement_adjustments
       (statement_id, line_no, code, reason, trace_no, original_trace_no, amount_minor, fee_minor, net_minor, settled_at)
     VALUES ($1, 1, 'E30', '01', '628202', '628201', 6800, 0, -6800, now())`,
    [id],
  );
  return numbers;
}

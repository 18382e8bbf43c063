import { db, type Tx } from '@/lib/core/db';
import { sources } from '@/lib/core/transitions';
import type { ClaimedRow, MigratedRow } from './migration';
import { MIGRATION_ROW } from './states';

export interface NewRow {
  rowNo: number;
  customerReference?: string;
  cardTail?: string;
  rowKey?: string;
  elementsItemId?: string;
  rejectReason?: string;
}

/**
 * Stores lines by one statement: those with elements wait, the others are rejected as they come. A
 * line that says the same as an earlier one is left out; answers the numbers of those that went in.
 */
export async function insertRows(
  tx: Tx,
  migrationId: string,
  rows: readonly NewRow[],
): Promise<Set<number>> {
  if (rows.length === 0) return new Set();
  const stored = await tx.$queryRaw<{ rowNo: number }[]>`
    INSERT INTO agreement_migration_rows (migration_id, row_no, customer_reference, card_tail, row_key,
                                          elements_item_id, state, reject_reason, finished_at)
    SELECT ${migrationId}, r."rowNo", r."customerReference", r."cardTail", r."rowKey", r."elementsItemId",
           CASE WHEN r."rejectReason" IS NULL THEN 'waiting' ELSE 'rejected' END::migration_row_state,
           r."rejectReason", CASE WHEN r."rejectReason" IS NULL THEN NULL ELSE clock_timestamp() END
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r("rowNo" int, "customerReference" text, "cardTail" text, "rowKey" text, "elementsItemId" text,
             "rejectReason" text)
     ORDER BY r."rowNo"
    ON CONFLICT (migration_id, row_key) DO NOTHING
    RETURNING row_no AS "rowNo"`;
  return new Set(stored.map(({ rowNo }) => rowNo));
}

/** Rows that nobody has in hand, for this worker alone until the claim runs out. */
export const claimRows = (
  tx: Tx,
  claim: { migrationId: string; most: number; seconds: number },
): Promise<ClaimedRow[]> =>
  tx.$queryRaw<ClaimedRow[]>`
    UPDATE agreement_migration_rows r
       SET state = 'sent', asks = r.asks + 1,
           claimed_until = clock_timestamp() + make_interval(secs => ${claim.seconds}::int)
      FROM (SELECT migration_id, row_no FROM agreement_migration_rows
             WHERE migration_id = ${claim.migrationId} AND state IN ('waiting', 'sent', 'unknown')
               AND (claimed_until IS NULL OR claimed_until <= clock_timestamp())
             ORDER BY row_no LIMIT ${claim.most} FOR UPDATE SKIP LOCKED) due
     WHERE r.migration_id = due.migration_id AND r.row_no = due.row_no
    RETURNING r.row_no AS "rowNo", r.customer_reference AS "customerReference",
              r.elements_item_id AS "elementsItemId", r.asks`;

/** False when the row is done already: whoever comes first counts it. */
export async function markRowDone(
  tx: Tx,
  row: { migrationId: string; rowNo: number } & ({ agreementId: string } | { reason: string }),
): Promise<boolean> {
  const { migrationId, rowNo } = row;
  const signed = 'agreementId' in row;
  const from = signed
    ? sources(MIGRATION_ROW, 'sign', 'signed')
    : sources(MIGRATION_ROW, 'reject', 'rejected');
  const changed = await tx.$executeRaw`
    UPDATE agreement_migration_rows
       SET state = ${signed ? 'signed' : 'rejected'}::migration_row_state,
           agreement_id = ${signed ? row.agreementId : null}, reject_reason = ${signed ? null : row.reason},
           row_key = NULL, elements_item_id = NULL, claimed_until = NULL, finished_at = clock_timestamp()
     WHERE migration_id = ${migrationId} AND row_no = ${rowNo} AND state::text = ANY (${from})`;
  return changed === 1;
}

/** Nobody asks about the row before its pause is over. Changes nothing once somebody else took it up. */
export async function markRowUnknown(
  tx: Tx,
  row: { migrationId: string; rowNo: number; asks: number; pauseSeconds: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE agreement_migration_rows
       SET state = 'unknown',
           claimed_until = clock_timestamp() + make_interval(secs => ${row.pauseSeconds}::int)
     WHERE migration_id = ${row.migrationId} AND row_no = ${row.rowNo} AND state = 'sent'
       AND asks = ${row.asks}`;
}

interface Page {
  migrationId: string;
  after: number;
  most: number;
}

/** Lines that became agreements, in the order of the file. */
export const selectSignedRows = (page: Page): Promise<(MigratedRow & { agreementId: string })[]> =>
  db().$queryRaw<(MigratedRow & { agreementId: string })[]>`
    SELECT row_no AS "rowNo", customer_reference AS "customerReference", card_tail AS "cardTail",
           agreement_id AS "agreementId"
      FROM agreement_migration_rows
     WHERE migration_id = ${page.migrationId} AND row_no > ${page.after} AND state = 'signed'
     ORDER BY row_no LIMIT ${page.most}`;

/** Lines that became none. */
export const selectRejectedRows = (page: Page): Promise<(MigratedRow & { reason: string })[]> =>
  db().$queryRaw<(MigratedRow & { reason: string })[]>`
    SELECT row_no AS "rowNo", customer_reference AS "customerReference", card_tail AS "cardTail",
           reject_reason AS reason
      FROM agreement_migration_rows
     WHERE migration_id = ${page.migrationId} AND row_no > ${page.after} AND state = 'rejected'
     ORDER BY row_no LIMIT ${page.most}`;

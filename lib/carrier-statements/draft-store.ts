import { db, pool, type Tx } from '@/lib/core/db';
import type { FileLine } from './statement';

export async function insertDraft(id: string): Promise<void> {
  await db().carrierStatementDraft.create({ data: { id }, select: { id: true } });
}

/**
 * Adds lines by one statement, in a commit of its own: nothing else waits for a file that is coming in.
 * Straight through node-postgres, which keeps nothing of what went by.
 */
export async function insertDraftLines(draftId: string, lines: readonly FileLine[]): Promise<void> {
  await pool().query({
    name: 'insert_draft_lines',
    text: `INSERT INTO carrier_draft_lines
      SELECT $1, l.no, l.kind::carrier_statement_kind, l.number, l.payment, l.amount, l.share, l.at
        FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[], $8::timestamptz[])
          AS l (no, kind, number, payment, amount, share, at)`,
    values: [
      draftId,
      lines.map((line) => line.lineNo),
      lines.map((line) => line.kind),
      lines.map((line) => line.channelOrderNo),
      lines.map((line) => line.paymentId),
      lines.map((line) => line.amountMinor),
      lines.map((line) => line.shareMinor),
      lines.map((line) => line.occurredAt.toISOString()),
    ],
  });
}

/** Planners know nothing of lines that came a moment ago. */
export async function analyzeDraftLines(): Promise<void> {
  await db().$executeRaw`ANALYZE carrier_draft_lines`;
}

export async function deleteDraft(id: string, tx: Tx = db()): Promise<void> {
  await tx.carrierDraftLine.deleteMany({ where: { draftId: id } });
  await tx.carrierStatementDraft.deleteMany({ where: { id } });
}

/** What a killed process left: no upload takes a day. */
export async function deleteOldDrafts(): Promise<void> {
  const old = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM carrier_statement_drafts WHERE created_at < clock_timestamp() - interval '1 day'`;
  for (const { id } of old) await deleteDraft(id);
}

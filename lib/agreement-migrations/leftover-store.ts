import { db, type Tx } from '@/lib/core/db';

/** Uploads from which nothing has come for a while. */
export async function selectAbandoned(minutes: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM agreement_migrations
     WHERE state = 'receiving' AND received_at < clock_timestamp() - make_interval(mins => ${minutes}::int)`;
  return rows.map(({ id }) => id);
}

export async function selectCancelled(): Promise<string[]> {
  const where = { state: 'cancelled' as const };
  const rows = await db().agreementMigration.findMany({ where, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Migrations with rows to work on and nobody at work: their job got lost, or their pauses are over. */
export async function selectIdle(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT m.id FROM agreement_migrations m
     WHERE m.state IN ('ready', 'running')
       AND EXISTS (SELECT FROM agreement_migration_rows r
                    WHERE r.migration_id = m.id AND r.state IN ('waiting', 'sent', 'unknown')
                      AND (r.claimed_until IS NULL OR r.claimed_until <= clock_timestamp()))
       AND NOT EXISTS (SELECT FROM agreement_migration_rows r
                        WHERE r.migration_id = m.id AND r.state = 'sent'
                          AND r.claimed_until > clock_timestamp())`;
  return rows.map(({ id }) => id);
}

/** Deletes some of a migration's rows and answers how many, and what they kept in the vault. */
export async function deleteRows(
  tx: Tx,
  { migrationId, most }: { migrationId: string; most: number },
): Promise<{ rows: number; itemIds: string[] }> {
  const rows = await tx.$queryRaw<{ itemId: string | null }[]>`
    DELETE FROM agreement_migration_rows r
     USING (SELECT migration_id, row_no FROM agreement_migration_rows
             WHERE migration_id = ${migrationId} LIMIT ${most} FOR UPDATE SKIP LOCKED) part
     WHERE r.migration_id = part.migration_id AND r.row_no = part.row_no
    RETURNING r.elements_item_id AS "itemId"`;
  const itemIds = rows.flatMap(({ itemId }) => (itemId === null ? [] : [itemId]));
  return { rows: rows.length, itemIds };
}

/** False while rows are left. */
export async function deleteCancelled(tx: Tx, migrationId: string): Promise<boolean> {
  const gone = await tx.$executeRaw`
    DELETE FROM agreement_migrations m
     WHERE m.id = ${migrationId} AND m.state = 'cancelled'
       AND NOT EXISTS (SELECT FROM agreement_migration_rows r WHERE r.migration_id = m.id)`;
  return gone === 1;
}

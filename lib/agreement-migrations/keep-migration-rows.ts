import { keyedHash } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { keepItems } from '@/lib/vault/keep-items';
import { removeItems } from '@/lib/vault/remove-items';
import { insertRows, type NewRow } from './row-store';
import type { FileRow, RowProblem } from './schema';
import { countReceived, lockReceiving } from './store';

export type ReadRow = { rowNo: number } & ({ row: FileRow } | { problem: RowProblem });

/**
 * Stores lines of a file that is coming in: the good ones sealed, of the bad ones the number and the
 * reason alone. A card that the same customer brings a second time is one of those.
 * Refusal: body_incomplete when the upload was given up meanwhile.
 */
export async function keepMigrationRows(
  tx: Tx,
  { migrationId, read }: { migrationId: string; read: readonly ReadRow[] },
): Promise<void> {
  if (!(await lockReceiving(tx, migrationId))) {
    throw new Refusal('body_incomplete', { migrationId });
  }
  const good = read.flatMap((one) => ('row' in one ? [one] : []));
  const itemIds = await keepItems(tx, {
    purpose: 'migration_elements',
    plains: good.map(({ row }) => JSON.stringify(row.elements)),
  });
  const sealed = good.map(({ rowNo, row }, place) => ({
    ...waitingRow(migrationId, row),
    rowNo,
    elementsItemId: itemIds[place],
  }));
  const stored = await insertRows(tx, migrationId, sealed);
  const twice = sealed.filter(({ rowNo }) => !stored.has(rowNo));
  const bad: NewRow[] = [
    ...twice.map(({ rowNo }) => ({ rowNo, rejectReason: 'duplicate_row' })),
    ...read.flatMap((one) =>
      'problem' in one ? [{ rowNo: one.rowNo, rejectReason: one.problem }] : [],
    ),
  ];
  await insertRows(tx, migrationId, bad);
  await removeItems(tx, {
    purpose: 'migration_elements',
    itemIds: twice.flatMap(({ elementsItemId }) => elementsItemId ?? []),
  });
  await countReceived(tx, { id: migrationId, rows: read.length, rejected: bad.length });
}

const waitingRow = (migrationId: string, { customerReference, elements }: FileRow) => ({
  customerReference,
  cardTail: elements.cardNo.slice(-4),
  rowKey: keyedHash(`migration-row:${migrationId}`, `${elements.cardNo} ${customerReference}`),
});

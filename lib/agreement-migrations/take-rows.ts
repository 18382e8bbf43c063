import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { keepMigrationRows, type ReadRow } from './keep-migration-rows';
import { readMigrationFile } from './read-migration-file';
import { byColumn, type Column, MOST_ROWS, ROWS_AT_ONCE, readHeader } from './rules';
import { readRow } from './schema';

/**
 * Reads a file as it comes and stores it, a few hundred lines at a time; the sender is read no faster
 * than that.
 * Refusals: csv_header_invalid, migration_empty, migration_too_large, body_incomplete, and those
 * of reading.
 */
export async function takeRows({
  migrationId,
  bytes,
}: {
  migrationId: string;
  bytes: AsyncIterable<Uint8Array>;
}): Promise<void> {
  let header: Column[] | undefined;
  let taken = 0;
  let read: ReadRow[] = [];
  const keep = async (): Promise<void> => {
    await inTransaction((tx) => keepMigrationRows(tx, { migrationId, read }));
    read = [];
  };
  for await (const { line, cells } of readMigrationFile(bytes)) {
    if (!header) {
      header = readHeader(cells);
      if (!header) throw new Refusal('csv_header_invalid');
      continue;
    }
    taken += 1;
    if (taken > MOST_ROWS) throw new Refusal('migration_too_large', { most: MOST_ROWS });
    read.push({ rowNo: line, ...readRow(byColumn(header, cells)) });
    if (read.length >= ROWS_AT_ONCE) await keep();
  }
  if (taken === 0) throw new Refusal(header ? 'migration_empty' : 'csv_header_invalid');
  if (read.length > 0) await keep();
}

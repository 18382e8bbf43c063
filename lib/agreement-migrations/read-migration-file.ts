import { Refusal } from '@/lib/core/errors';
import { readCsv } from '@/lib/core/read-csv';
import { MOST_BYTES, MOST_LINE_CHARACTERS, MOST_ROWS } from './rules';

/**
 * The records of a merchant's file as its bytes come in, each with the line of the file it ends on.
 * Refusals: migration_too_large {most}, and those of readCsv.
 */
export const readMigrationFile = (
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ line: number; cells: string[] }, void, void> =>
  readCsv(bytes, {
    mostBytes: MOST_BYTES,
    mostLineCharacters: MOST_LINE_CHARACTERS,
    tooLarge: () => new Refusal('migration_too_large', { most: MOST_ROWS }),
  });

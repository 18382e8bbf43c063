import { Refusal } from '@/lib/core/errors';
import { readCsv } from '@/lib/core/read-csv';
import type { CatalogueKind, CatalogueProblem } from './catalogue';
import { byColumn, CATALOGUE_BOUNDS, columnsOf, readHeader } from './catalogue-rules';

const { bytes: mostBytes, lines: most, lineCharacters: mostLineCharacters } = CATALOGUE_BOUNDS;

/**
 * The lines of a file of the catalogue as its bytes come in: the cells by their column, or what is
 * wrong with the line as a whole.
 * Refusals: csv_header_invalid {columns}, catalogue_empty, catalogue_too_large {most}, and those
 * of readCsv.
 */
export async function* readCatalogueFile(
  kind: CatalogueKind,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ line: number } & ({ cells: Record<string, string> } | Malformed), void, void> {
  const tooLarge = () => new Refusal('catalogue_too_large', { most });
  const badHeader = () =>
    new Refusal('csv_header_invalid', { columns: columnsOf(kind).join(', ') });
  let header: string[] | undefined;
  let taken = 0;
  for await (const { line, cells } of readCsv(bytes, {
    mostBytes,
    mostLineCharacters,
    tooLarge,
  })) {
    if (!header) {
      header = readHeader(kind, cells);
      if (!header) throw badHeader();
      continue;
    }
    taken += 1;
    if (taken > most) throw tooLarge();
    const named = byColumn(header, cells);
    yield named
      ? { line, cells: named }
      : { line, problem: { line, column: null, problem: 'columns' } };
  }
  if (taken === 0) throw header ? new Refusal('catalogue_empty') : badHeader();
}

type Malformed = { problem: CatalogueProblem };

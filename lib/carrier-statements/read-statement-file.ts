import { Refusal } from '@/lib/core/errors';
import { readCsv } from '@/lib/core/read-csv';
import { COLUMNS, MOST_BYTES, MOST_LINE_CHARACTERS, MOST_LINES, MOST_PROBLEMS } from './rules';
import type { FileLine } from './statement';
import { isHeader, readLine } from './translate';

/**
 * The lines of a statement as they come in, never more than one in memory. A file with a line that
 * cannot be understood is refused as a whole, once it has been read as far as the hundredth of them: the
 * refusal's fields name them.
 *
 * Refusals: statement_too_large {most}, csv_header_invalid {columns}, statement_empty,
 * statement_has_problems, and those of readCsv.
 */
export async function* readStatementFile(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<FileLine, void, void> {
  let header = false;
  let read = 0;
  const problems: { path: string; problem: string }[] = [];
  for await (const { line, cells } of readCsv(bytes, LIMITS)) {
    if (!header) {
      header = isHeader(cells);
      if (!header) throw headerInvalid();
      continue;
    }
    read += 1;
    if (read > MOST_LINES) throw tooLarge();
    const found = readLine(cells, read);
    if (typeof found === 'string') problems.push({ path: String(line), problem: found });
    else if (problems.length === 0) yield found;
    if (problems.length === MOST_PROBLEMS) break;
  }
  if (problems.length > 0) throw new Refusal('statement_has_problems', {}, problems);
  if (!header) throw headerInvalid();
  if (read === 0) throw new Refusal('statement_empty');
}

const tooLarge = () => new Refusal('statement_too_large', { most: MOST_LINES });
const headerInvalid = () => new Refusal('csv_header_invalid', { columns: COLUMNS.join(',') });

const LIMITS = {
  mostBytes: MOST_BYTES,
  mostLineCharacters: MOST_LINE_CHARACTERS,
  tooLarge,
};

import type { CatalogueLine, CatalogueProblem } from './catalogue';
import { lineRowSchema, problemsOf } from './catalogue-schema';
import { gatherLines } from './gather-lines-rules';
import { readCatalogueFile } from './read-catalogue-file';

/** The lines that a file says there are, and everything that is wrong with it. Refusals: those of reading. */
export async function readLines(bytes: AsyncIterable<Uint8Array>): Promise<{
  lines: { at: number; line: CatalogueLine }[];
  problems: CatalogueProblem[];
}> {
  const gathered = gatherLines();
  const problems: CatalogueProblem[] = [];
  for await (const read of readCatalogueFile('lines', bytes)) {
    if ('problem' in read) {
      problems.push(read.problem);
      continue;
    }
    const row = lineRowSchema.safeParse(read.cells);
    problems.push(
      ...(row.success ? gathered.add(read.line, row.data) : problemsOf(read.line, row.error)),
    );
  }
  return { lines: gathered.lines(), problems };
}

import type { CatalogueProblem, CatalogueRange } from './catalogue';
import { problemsOf, rangeRowSchema } from './catalogue-schema';
import { readCatalogueFile } from './read-catalogue-file';

/** The ranges of a file, and everything that is wrong with it. Refusals: those of reading. */
export async function readRanges(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ ranges: CatalogueRange[]; problems: CatalogueProblem[] }> {
  const ranges: CatalogueRange[] = [];
  const problems: CatalogueProblem[] = [];
  const seen = new Set<string>();
  for await (const read of readCatalogueFile('ranges', bytes)) {
    if ('problem' in read) {
      problems.push(read.problem);
      continue;
    }
    const row = rangeRowSchema.safeParse(read.cells);
    if (!row.success) problems.push(...problemsOf(read.line, row.error));
    else if (seen.has(row.data.prefix)) {
      problems.push({ line: read.line, column: 'prefix', problem: 'repeated' });
    } else {
      seen.add(row.data.prefix);
      ranges.push(row.data);
    }
  }
  return { ranges, problems };
}

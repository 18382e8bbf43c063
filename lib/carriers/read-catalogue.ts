import type { CatalogueKind, CatalogueLine, CatalogueProblem, CatalogueRange } from './catalogue';
import { readLines } from './read-lines';
import { readRanges } from './read-ranges';

/** A file as it was read, with all that is wrong with it. */
export type CatalogueFile = { problems: CatalogueProblem[] } & (
  | { kind: 'lines'; lines: { at: number; line: CatalogueLine }[] }
  | { kind: 'ranges'; ranges: CatalogueRange[] }
);

/** Reads a file of either kind; refusals: those of reading it. */
export async function readCatalogue(
  kind: CatalogueKind,
  bytes: AsyncIterable<Uint8Array>,
): Promise<CatalogueFile> {
  return kind === 'lines'
    ? { kind, ...(await readLines(bytes)) }
    : { kind, ...(await readRanges(bytes)) };
}

import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { CatalogueKind, CataloguePreview } from './catalogue';
import { prepareChange } from './prepare-change';
import { readCatalogue } from './read-catalogue';

/**
 * Makes the catalogue say what a file says (UTF-8 CSV): what is in the file is added or replaced, what
 * is not in it any more ends. All of it or nothing, and the same file again changes nothing. A dry run
 * only tells what would happen, and what is wrong with the file.
 * Refusals: catalogue_has_problems (not in a dry run), and those of reading.
 */
export async function importCatalogue({
  kind,
  bytes,
  dryRun,
  actor,
}: {
  kind: CatalogueKind;
  bytes: AsyncIterable<Uint8Array>;
  dryRun: boolean;
  actor: string;
}): Promise<CataloguePreview> {
  const file = await readCatalogue(kind, bytes);
  return inTransaction(async (tx) => {
    const { preview, apply } = await prepareChange(tx, file);
    if (dryRun) return preview;
    const [first] = preview.problems;
    if (first)
      throw new Refusal('catalogue_has_problems', { ...first, column: String(first.column) });
    await apply(actor);
    return preview;
  });
}

import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { CatalogueLine } from './catalogue';
import { selectCatalogueLines } from './catalogue-store';
import { selectRecords } from './facts-store';

/** A line with all that hangs on it, and how its charges of the last day went. */
export type ListedLine = CatalogueLine & { decided: number; paid: number };

/**
 * Every line that is in the catalogue now.
 *
 * @throws Refusal not_permitted
 */
export async function listCatalogue({ by }: { by: StaffActor }): Promise<ListedLine[]> {
  requireMay(by, 'channel.read');
  const [lines, records] = [await selectCatalogueLines(), await selectRecords()];
  return lines.map((line) => ({ ...line, ...(records.get(line.id) ?? { decided: 0, paid: 0 }) }));
}

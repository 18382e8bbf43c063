import { BYTE_ORDER_MARK, csvOf } from '@/lib/core/csv';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { CatalogueKind } from './catalogue';
import { columnsOf } from './catalogue-rules';
import { selectCatalogueLines } from './catalogue-store';
import { selectRanges } from './range-store';
import { rowsOf } from './row-rules';

const PAGE = 5_000;

/**
 * The catalogue as a file that, imported again, changes nothing; in pieces as they are read.
 *
 * @throws Refusal not_permitted, at the first piece
 */
export async function* exportCatalogue({
  kind,
  by,
}: {
  kind: CatalogueKind;
  by: StaffActor;
}): AsyncGenerator<string, void, void> {
  requireMay(by, 'channel.read');
  yield BYTE_ORDER_MARK + csvOf([columnsOf(kind)]);
  if (kind === 'lines') {
    for (const line of await selectCatalogueLines()) yield csvOf(rowsOf(line));
    return;
  }
  for (let after = ''; ; ) {
    const ranges = await selectRanges({ after, most: PAGE });
    const last = ranges.at(-1);
    if (!last) return;
    yield csvOf(ranges.map(({ prefix, carrier, province }) => [prefix, carrier, province ?? '']));
    after = last.prefix;
  }
}

import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import type { CatalogueRange } from './catalogue';

const AT_ONCE = 20_000;

/** Lays a file's ranges beside those that are there, for this transaction only. */
export async function loadRanges(tx: Tx, ranges: readonly CatalogueRange[]): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE range_file (prefix text, carrier carrier NOT NULL, province text) ON COMMIT DROP`;
  for (let from = 0; from < ranges.length; from += AT_ONCE) {
    const part = ranges.slice(from, from + AT_ONCE);
    await tx.$executeRaw`
      INSERT INTO range_file (prefix, carrier, province)
      SELECT prefix, carrier::carrier, nullif(province, '')
        FROM unnest(${part.map(({ prefix }) => prefix)}::text[],
                    ${part.map(({ carrier }) => carrier)}::text[],
                    ${part.map(({ province }) => province ?? '')}::text[]) AS r (prefix, carrier, province)`;
  }
  await tx.$executeRaw`ANALYZE range_file`;
}

export type RangeChange = { name: string; change: 'added' | 'changed' | 'ended' };

/** What the file would do to the ranges: how many, and the first of them by name. */
export async function compareRanges(
  tx: Tx,
  named: number,
): Promise<{
  added: number;
  changed: number;
  ended: number;
  unchanged: number;
  changes: RangeChange[];
}> {
  const rows = await tx.$queryRaw<{ counts: string; changes: RangeChange[] | null }[]>`
    WITH compared AS MATERIALIZED (
      SELECT prefix, CASE WHEN r.carrier IS NULL THEN 'added' WHEN f.carrier IS NULL THEN 'ended'
                          WHEN (r.carrier, r.province) IS DISTINCT FROM (f.carrier, f.province) THEN 'changed'
                          ELSE 'unchanged' END AS change
        FROM carrier_number_ranges r FULL JOIN range_file f USING (prefix))
    SELECT (SELECT json_build_object('added', count(*) FILTER (WHERE change = 'added'),
                                     'changed', count(*) FILTER (WHERE change = 'changed'),
                                     'ended', count(*) FILTER (WHERE change = 'ended'),
                                     'unchanged', count(*) FILTER (WHERE change = 'unchanged'))::text
              FROM compared) AS counts,
           (SELECT json_agg(json_build_object('name', prefix, 'change', change))
              FROM (SELECT * FROM compared WHERE change <> 'unchanged'
                     ORDER BY prefix LIMIT ${named}) first) AS changes`;
  const { counts, changes } = present(rows[0], 'the one row');
  const { added, changed, ended, unchanged } = JSON.parse(counts) as Record<
    'added' | 'changed' | 'ended' | 'unchanged',
    number
  >;
  return { added, changed, ended, unchanged, changes: changes ?? [] };
}

/** Makes the ranges those of the file; what is the same already is left alone. */
export async function replaceRanges(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM carrier_number_ranges r
     WHERE NOT EXISTS (SELECT FROM range_file f WHERE f.prefix = r.prefix)`;
  await tx.$executeRaw`
    INSERT INTO carrier_number_ranges (prefix, carrier, province)
    SELECT prefix, f.carrier, f.province
      FROM range_file f LEFT JOIN carrier_number_ranges r USING (prefix)
     WHERE r.prefix IS NULL OR (r.carrier, r.province) IS DISTINCT FROM (f.carrier, f.province)
    ON CONFLICT (prefix) DO UPDATE SET carrier = excluded.carrier, province = excluded.province`;
}

/** The ranges after one, in order. */
export const selectRanges = (page: { after: string; most: number }): Promise<CatalogueRange[]> =>
  db().carrierNumberRange.findMany({
    where: { prefix: { gt: page.after } },
    orderBy: { prefix: 'asc' },
    take: page.most,
  });

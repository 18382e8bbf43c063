import { db, type Tx } from '@/lib/core/db';
import { Prisma } from '@/prisma/generated/client';
import { type EntryDetail, entryDetailOf, type LineJson } from './entry-detail';

/** The lines of entry `id` as LineJson, in the order they were booked. */
export const linesJson = (id: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_agg(jsonb_build_object('accountId', x.account_id, 'subject', y.subject_code, 'owner', y.owner_id,
                   'side', x.side, 'amountMinor', x.amount_minor::text) ORDER BY x.id)
    FROM ledger_lines x JOIN ledger_accounts y ON y.id = x.account_id WHERE x.entry_id = ${id})`;

type Row = Omit<EntryDetail, 'sentence' | 'lines'> & { lines: LineJson[] };

async function selectWhere(tx: Tx, rest: Prisma.Sql): Promise<EntryDetail[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT e.id, e.entry_key AS "entryKey", e.event, e.business_ref AS "businessRef",
           e.posted_at AS "postedAt", e.accounting_date::text AS "accountingDate", e.reverses,
           (SELECT r.id FROM ledger_entries r WHERE r.reverses = e.id) AS "reversedBy",
           ${linesJson(Prisma.sql`e.id`)} AS lines
      FROM ledger_entries e ${rest}`;
  return rows.map(entryDetailOf);
}

export async function selectEntry(
  where: { id: string } | { entryKey: string },
  tx: Tx = db(),
): Promise<EntryDetail | undefined> {
  const rest =
    'id' in where
      ? Prisma.sql`WHERE e.id = ${where.id}`
      : Prisma.sql`WHERE e.entry_key = ${where.entryKey}`;
  return (await selectWhere(tx, rest))[0];
}

export interface EntryFilter {
  businessRef?: string;
  /** An accounting day, YYYY-MM-DD. */
  day?: string;
  /** The id of the last entry of the page before. */
  before?: string;
}

export function selectEntries(
  { businessRef, day, before }: EntryFilter,
  most: number,
): Promise<EntryDetail[]> {
  const conditions = [
    Prisma.sql`TRUE`,
    ...(businessRef ? [Prisma.sql`e.business_ref = ${businessRef}`] : []),
    ...(day ? [Prisma.sql`e.accounting_date = ${day}::date`] : []),
    ...(before ? [Prisma.sql`e.id < ${before}`] : []),
  ];
  return selectWhere(
    db(),
    Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY e.id DESC LIMIT ${most}`,
  );
}

import { db } from '@/lib/core/db';

export async function selectPostedKeys(entryKeys: readonly string[]): Promise<string[]> {
  const rows = await db().$queryRaw<{ entryKey: string }[]>`
    SELECT entry_key AS "entryKey" FROM ledger_entries WHERE entry_key = ANY(${[...entryKeys]}::text[])`;
  return rows.map((row) => row.entryKey);
}

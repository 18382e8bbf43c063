import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { EntryDetail } from './entry-detail';
import { selectEntry } from './entry-store';

/** An entry in words, with its lines and what it reverses. Refusals: not_permitted, unknown_entry. */
export async function getEntry({
  entryId,
  by,
}: {
  entryId: string;
  by: StaffActor;
}): Promise<EntryDetail> {
  requireMay(by, 'ledger.read');
  // What is no id at all never reaches the database, which would choke on a NUL.
  const known = /^ent_[0-9a-z]{26}$/.test(entryId);
  const entry = known ? await selectEntry({ id: entryId }) : undefined;
  if (!entry) throw new Refusal('unknown_entry', { entryId });
  return entry;
}

import { Refusal } from '@/lib/core/errors';
import type { EntryDetail } from './entry-detail';
import { selectEntry } from './entry-store';

/** An entry in words, with its lines and what it reverses. Refusal: unknown_entry. */
export async function getEntry(entryId: string): Promise<EntryDetail> {
  // What is no id at all never reaches the database, which would choke on a NUL.
  const known = /^ent_[0-9a-z]{26}$/.test(entryId);
  const entry = known ? await selectEntry({ id: entryId }) : undefined;
  if (!entry) throw new Refusal('unknown_entry', { entryId });
  return entry;
}

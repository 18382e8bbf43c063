import type { EntryDetail } from './entry-detail';
import { type EntryFilter, selectEntries } from './entry-store';

const MOST = 200;

/** Entries in words, newest first; `next` is what the page after starts `before`. */
export async function listEntries({
  limit = 50,
  ...filter
}: EntryFilter & { limit?: number }): Promise<{ entries: EntryDetail[]; next: string | null }> {
  const size = Math.min(limit, MOST);
  const found = await selectEntries(filter, size + 1);
  const entries = found.slice(0, size);
  return { entries, next: found.length > size ? (entries.at(-1)?.id ?? null) : null };
}

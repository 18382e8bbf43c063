import { notFound } from 'next/navigation';
import { staffHere } from '@/app/_server/staff';
import { isRefusal } from '@/lib/core/errors';
import type { EntryDetail } from '@/lib/ledger/entry-detail';
import { getEntry } from '@/lib/ledger/get-entry';

/** The entry for a page; an address that names none is a 404. */
export async function loadEntry(id: string): Promise<EntryDetail> {
  try {
    return await getEntry({ entryId: id, by: await staffHere() });
  } catch (error) {
    if (isRefusal(error) && error.code === 'unknown_entry') notFound();
    throw error;
  }
}

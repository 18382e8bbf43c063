import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { Audience, Note, Subject } from './note';
import { selectNotes } from './store';

/**
 * What was written about one order or case for these readers, oldest first.
 *
 * @throws Refusal not_permitted
 */
export async function listNotes({
  audiences,
  by,
  ...subject
}: Subject & { audiences: readonly Audience[]; by: StaffActor }): Promise<Note[]> {
  requireMay(by, 'order.read');
  return selectNotes(subject, audiences);
}

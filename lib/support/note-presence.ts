import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { LiveSubject } from './live-rules';
import { selectOthers, upsertPresence } from './live-store';

/** Somebody has this page open, for the next ten seconds; answers who else has, by name. Refusal: not_permitted. */
export async function notePresence({
  subject,
  by,
}: {
  subject: LiveSubject;
  by: StaffActor;
}): Promise<string[]> {
  requireMay(by, 'queue.read');
  // A queue and the channels are everybody's: that others look at them says nothing.
  if (subject.type === 'queue' || subject.type === 'channels') return [];
  await upsertPresence(subject, by.id);
  return selectOthers(subject, by.id);
}

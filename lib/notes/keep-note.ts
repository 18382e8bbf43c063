import { recordAudit } from '@/lib/audit/record-audit';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { hasPersonalNumber } from '@/lib/core/personal-numbers';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { Audience, Subject } from './note';
import { noteBody } from './schema';
import { hasSubject, insertNote } from './store';

/**
 * Writes a note down, for good: whoever has told something else by mistake writes another one.
 * Refusals: not_permitted, not_found, invalid_request, text_has_number.
 */
export async function keepNote({
  body,
  by,
  ...note
}: Subject & { audience: Audience; body: string; by: StaffActor }): Promise<{ noteId: string }> {
  requireMay(by, 'note.write');
  const parsed = noteBody.safeParse(body);
  if (!parsed.success)
    throw new Refusal('invalid_request', {}, [{ path: 'body', problem: 'text' }]);
  if (hasPersonalNumber(parsed.data)) throw new Refusal('text_has_number');
  const { subjectType, subjectId, audience } = note;
  const noteId = newId('nte');
  await inTransaction(async (tx) => {
    if (!(await hasSubject(tx, note))) throw new Refusal('not_found', { subjectId });
    await insertNote(tx, { id: noteId, ...note, body: parsed.data, authorId: by.id });
    await recordAudit(tx, {
      actor: by.id,
      action: 'note.write',
      subjectType,
      subjectId,
      // The words stay with the note: they may tell of a person.
      after: { noteId, audience, length: parsed.data.length },
    });
  });
  return { noteId };
}

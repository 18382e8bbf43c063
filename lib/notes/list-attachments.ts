import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { selectAttachments } from './attachment-store';
import type { Attachment, Subject } from './note';

/**
 * The files beside one order or case, oldest first; each opens by itself (`openAttachment`).
 *
 * @throws Refusal not_permitted
 */
export async function listAttachments({
  by,
  ...subject
}: Subject & { by: StaffActor }): Promise<Attachment[]> {
  requireMay(by, 'attachment.read');
  return selectAttachments(subject);
}

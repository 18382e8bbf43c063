import { recordAudit } from '@/lib/audit/record-audit';
import { open } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { findSealedAttachment } from './attachment-store';
import type { Attachment } from './note';
import { contentContext, keyContext } from './seal-attachment-rules';

/**
 * A file's bytes. Who opens it is on record before it is opened.
 * Refusals: not_permitted, not_found.
 */
export async function openAttachment({
  attachmentId,
  by,
}: {
  attachmentId: string;
  by: StaffActor;
}): Promise<Attachment & { bytes: Buffer }> {
  requireMay(by, 'attachment.read');
  const { wrappedKey, sealed, ...attachment } = await inTransaction(async (tx) => {
    const found = await findSealedAttachment(tx, attachmentId);
    if (!found) throw new Refusal('not_found', { attachmentId });
    await recordAudit(tx, {
      actor: by.id,
      action: 'attachment.read',
      subjectType: found.subjectType,
      subjectId: found.subjectId,
      after: { attachmentId },
    });
    return found;
  });
  const dataKey = open(wrappedKey, keyContext(attachmentId));
  return { ...attachment, bytes: open(sealed, contentContext(attachmentId, attachment), dataKey) };
}

import { createHash, randomBytes } from 'node:crypto';
import { recordAudit } from '@/lib/audit/record-audit';
import { keyedHash, seal } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { acceptAttachment, cleanFileName, MOST_ATTACHMENTS } from './attachment-rules';
import {
  countAttachments,
  findSameAttachment,
  insertAttachment,
  lockAttachments,
} from './attachment-store';
import type { Subject } from './note';
import { contentContext, keyContext } from './seal-attachment-rules';
import { hasSubject } from './store';

/**
 * Puts a file beside an order or a case, encrypted. The same file again is the one that is there.
 * Refusals: not_permitted, not_found, attachment_limit and those of `acceptAttachment`.
 */
export async function keepAttachment({
  bytes: given,
  fileName: givenName,
  by,
  subjectType,
  subjectId,
}: Subject & { bytes: Uint8Array; fileName: string; by: StaffActor }): Promise<{
  attachmentId: string;
}> {
  requireMay(by, 'attachment.add');
  const { mediaType, bytes } = acceptAttachment(given);
  const subject = { subjectType, subjectId };
  const digest = createHash('sha256').update(bytes).digest('hex');
  const contentHash = keyedHash('attachment', digest);
  const id = newId('atc');
  const dataKey = randomBytes(32);
  const wrappedKey = seal(dataKey, keyContext(id));
  const sealed = seal(bytes, contentContext(id, subject), dataKey);
  return inTransaction(async (tx) => {
    if (!(await hasSubject(tx, subject))) throw new Refusal('not_found', { subjectId });
    await lockAttachments(tx, subject);
    const same = await findSameAttachment(tx, { ...subject, contentHash });
    if (same) return { attachmentId: same };
    if ((await countAttachments(tx, subject)) >= MOST_ATTACHMENTS) {
      throw new Refusal('attachment_limit', { most: MOST_ATTACHMENTS });
    }
    await insertAttachment(tx, {
      id,
      ...subject,
      fileName: cleanFileName(givenName, mediaType),
      mediaType,
      sizeBytes: bytes.length,
      contentHash,
      uploadedBy: by.id,
      wrappedKey,
      sealed,
    });
    await recordAudit(tx, {
      actor: by.id,
      action: 'attachment.add',
      ...subject,
      after: { attachmentId: id, mediaType, sizeBytes: bytes.length },
    });
    return { attachmentId: id };
  });
}

import { db, type Tx } from '@/lib/core/db';
import type { Attachment, MediaType, Subject } from './note';

/** Files of one subject are counted and added one after the other. */
export async function lockAttachments(tx: Tx, { subjectType, subjectId }: Subject): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${`attachments:${subjectType}:${subjectId}`}, 0))`;
}

export const countAttachments = (tx: Tx, { subjectType, subjectId }: Subject): Promise<number> =>
  tx.attachment.count({ where: { subjectType, subjectId } });

export async function findSameAttachment(
  tx: Tx,
  { subjectType, subjectId, contentHash }: Subject & { contentHash: string },
): Promise<string | undefined> {
  const row = await tx.attachment.findFirst({
    where: { subjectType, subjectId, contentHash },
    select: { id: true },
  });
  return row?.id;
}

export async function insertAttachment(
  tx: Tx,
  {
    wrappedKey,
    sealed,
    ...row
  }: Omit<Attachment, 'createdAt'> & {
    contentHash: string;
    wrappedKey: Uint8Array;
    sealed: Uint8Array;
  },
): Promise<void> {
  const data = { ...row, wrappedKey: new Uint8Array(wrappedKey), sealed: new Uint8Array(sealed) };
  await tx.attachment.create({ data, select: { id: true } });
}

const TOLD = {
  id: true,
  subjectType: true,
  subjectId: true,
  fileName: true,
  mediaType: true,
  sizeBytes: true,
  uploadedBy: true,
  createdAt: true,
} as const;

const told = <R extends { subjectType: string; mediaType: string }>(row: R) => ({
  ...row,
  subjectType: row.subjectType as Subject['subjectType'],
  mediaType: row.mediaType as MediaType,
});

/** Never with their content. */
export async function selectAttachments({
  subjectType,
  subjectId,
}: Subject): Promise<Attachment[]> {
  const rows = await db().attachment.findMany({
    where: { subjectType, subjectId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: TOLD,
  });
  return rows.map(told);
}

export async function findSealedAttachment(
  tx: Tx,
  id: string,
): Promise<(Attachment & { wrappedKey: Uint8Array; sealed: Uint8Array }) | undefined> {
  const select = { ...TOLD, wrappedKey: true, sealed: true };
  const row = await tx.attachment.findUnique({ where: { id }, select });
  return row ? told(row) : undefined;
}

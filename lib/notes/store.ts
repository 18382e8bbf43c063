import { db, type Tx } from '@/lib/core/db';
import type { Audience, Note, Subject } from './note';

/** Is there such an order or case? Notes come before cases: they know of them by their number only. */
export async function hasSubject(
  tx: Tx,
  { subjectType, subjectId: id }: Subject,
): Promise<boolean> {
  const select = { id: true } as const;
  const found =
    subjectType === 'order'
      ? await tx.order.findUnique({ where: { id }, select })
      : await tx.refundCase.findUnique({ where: { id }, select });
  return found !== null;
}

export async function insertNote(tx: Tx, note: Omit<Note, 'createdAt'>): Promise<void> {
  await tx.note.create({ data: note, select: { id: true } });
}

const ORDER_BY = [{ createdAt: 'asc' }, { id: 'asc' }] as const;

const notesOf = (rows: readonly (Omit<Note, 'subjectType'> & { subjectType: string })[]): Note[] =>
  rows.map((row) => ({ ...row, subjectType: row.subjectType as Note['subjectType'] }));

export async function selectNotes(
  { subjectType, subjectId }: Subject,
  audiences: readonly Audience[],
): Promise<Note[]> {
  const where = { subjectType, subjectId, audience: { in: [...audiences] } };
  return notesOf(await db().note.findMany({ where, orderBy: [...ORDER_BY] }));
}

export async function selectOrderNotes(
  orderId: string,
  audiences: readonly Audience[],
): Promise<Note[]> {
  const cases = await db().refundCase.findMany({ where: { orderId }, select: { id: true } });
  const rows = await db().note.findMany({
    where: {
      audience: { in: [...audiences] },
      OR: [
        { subjectType: 'order', subjectId: orderId },
        { subjectType: 'refund_case', subjectId: { in: cases.map(({ id }) => id) } },
      ],
    },
    orderBy: [...ORDER_BY],
  });
  return notesOf(rows);
}

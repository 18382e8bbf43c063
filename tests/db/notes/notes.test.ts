import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { keepNote } from '@/lib/notes/keep-note';
import { listNotes } from '@/lib/notes/list-notes';
import { listOrderNotes } from '@/lib/notes/list-order-notes';
import { READER } from '@/tests/support/any-staff';
import { seedOrder } from '@/tests/support/factories/orders';
import { makeStaff } from '@/tests/support/make-staff';
import { refusalCode } from '@/tests/support/refusal-code';

const noteOn = (subjectId: string) => ({ subjectType: 'order', subjectId }) as const;

test('a note is read by those it is meant for, in its order, and its words are not in the audit log', async () => {
  const [order, by] = await Promise.all([seedOrder(), makeStaff('agent')]);
  const subject = noteOn(order.id);
  for (const audience of ['internal', 'merchant', 'shopper'] as const) {
    await keepNote({ ...subject, audience, body: ` for ${audience}\r\nsecond line `, by });
  }
  const all = await listNotes({
    ...subject,
    audiences: ['internal', 'merchant', 'shopper'],
    by: READER,
  });
  expect(all.map(({ body }) => body)).toEqual(
    ['internal', 'merchant', 'shopper'].map((who) => `for ${who}\nsecond line`),
  );
  expect(all.every(({ authorId }) => authorId === by.id)).toBe(true);
  const told = await listOrderNotes({ orderId: order.id, audiences: ['shopper'] });
  expect(told.map(({ audience }) => audience)).toEqual(['shopper']);
  const rows = await db().auditRow.findMany({ where: { subjectId: order.id } });
  expect(rows.map(({ action }) => action)).toEqual(Array(3).fill('note.write'));
  expect(JSON.stringify(rows.map(({ after }) => after))).not.toContain('second line');
});

test('a note that is written stays as it is', async () => {
  const [order, by] = await Promise.all([seedOrder(), makeStaff('finance')]);
  const { noteId } = await keepNote({
    ...noteOn(order.id),
    audience: 'internal',
    body: 'once',
    by,
  });
  const where = { id: noteId };
  await expect(db().note.update({ where, data: { body: 'twice' } })).rejects.toThrow();
  await expect(db().note.delete({ where })).rejects.toThrow();
});

test('nothing is written about what is not there, with nothing in it, or by who may not', async () => {
  const [order, agent, auditor] = await Promise.all([
    seedOrder(),
    makeStaff('agent'),
    makeStaff('auditor'),
  ]);
  const note = { ...noteOn(order.id), audience: 'internal', body: 'x' } as const;
  expect(await refusalCode(keepNote({ ...note, by: auditor }))).toBe('not_permitted');
  for (const body of ['', ' \n ', 'a\u0000b', 'x'.repeat(2_001)]) {
    expect(await refusalCode(keepNote({ ...note, body, by: agent }))).toBe('invalid_request');
  }
  for (const subjectType of ['order', 'refund_case'] as const) {
    const unknown = { ...note, subjectType, subjectId: 'rcs_00000000000000000000000000' };
    expect(await refusalCode(keepNote({ ...unknown, by: agent }))).toBe('not_found');
  }
  expect(await db().note.count({ where: { subjectId: order.id } })).toBe(0);
});

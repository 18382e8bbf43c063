import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { keepAttachment } from '@/lib/notes/keep-attachment';
import { listAttachments } from '@/lib/notes/list-attachments';
import { openAttachment } from '@/lib/notes/open-attachment';
import { READER } from '@/tests/support/any-staff';
import { seedOrder } from '@/tests/support/factories/orders';
import { makeStaff } from '@/tests/support/make-staff';
import { png } from '@/tests/support/pictures';
import { refusalCode } from '@/tests/support/refusal-code';

const CANARY = '6225880123454821';
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);

async function scene() {
  const [order, by] = await Promise.all([seedOrder(), makeStaff('agent')]);
  const subject = { subjectType: 'order', subjectId: order.id } as const;
  const keep = (bytes: Uint8Array, fileName = 'bill.pdf') =>
    keepAttachment({ ...subject, bytes, fileName, by });
  return { subject, by, keep };
}

test('a file opens as it was brought, each opening is on record, and the database cannot read it', async () => {
  const { subject, by, keep } = await scene();
  const { attachmentId } = await keep(pdf(CANARY), '../卡 bill.exe');
  const where = { id: attachmentId };
  const row = await db().attachment.findUniqueOrThrow({ where });
  for (const bytes of [row.sealed, row.wrappedKey]) {
    expect(Buffer.from(bytes).toString('latin1')).not.toContain(CANARY);
  }
  expect(row.sealed.length).toBeGreaterThan(row.sizeBytes);
  const opened = await openAttachment({ attachmentId, by });
  expect(opened).toMatchObject({ fileName: '卡 bill.pdf', mediaType: 'application/pdf' });
  expect(opened.bytes.equals(pdf(CANARY))).toBe(true);
  await openAttachment({ attachmentId, by });
  const rows = await db().auditRow.findMany({
    where: { subjectId: subject.subjectId },
    orderBy: { id: 'asc' },
  });
  expect(rows.map(({ action }) => action)).toEqual([
    'attachment.add',
    'attachment.read',
    'attachment.read',
  ]);
  const told = await listAttachments({ ...subject, by: READER });
  expect(JSON.stringify(told)).not.toContain('sealed');
});

test('a file copied into another row, or altered, does not open', async () => {
  const { by, keep } = await scene();
  const [{ attachmentId: a }, { attachmentId: b }] = [
    await keep(pdf('one')),
    await keep(pdf('two')),
  ];
  await expect(
    db().$executeRaw`UPDATE attachments SET file_name = 'x.pdf' WHERE id = ${a}`,
  ).rejects.toThrow();
  const one = await db().attachment.findUniqueOrThrow({ where: { id: a } });
  await db().attachment.delete({ where: { id: b } });
  await db().attachment.create({
    data: { ...one, id: b, contentHash: 'x', sealed: one.sealed, wrappedKey: one.wrappedKey },
  });
  await expect(openAttachment({ attachmentId: b, by })).rejects.toThrow();
  expect((await openAttachment({ attachmentId: a, by })).bytes.equals(pdf('one'))).toBe(true);
});

test('twenty files are kept and not one more, also when they come at once; the same file is one', async () => {
  const { subject, keep } = await scene();
  const first = await keep(png(8, 8, { salt: 'same' }), 'a.png');
  expect(await keep(png(8, 8, { salt: 'same' }), 'b.png')).toEqual(first);
  const answers = await Promise.all(
    Array.from({ length: 22 }, (_, i) =>
      keep(png(8, 8, { salt: `file ${i}` }), `${i}.png`).then(
        () => 'kept',
        (error) => error.code,
      ),
    ),
  );
  expect(answers.filter((one) => one === 'kept')).toHaveLength(19);
  expect(answers.filter((one) => one === 'attachment_limit')).toHaveLength(3);
  expect(await listAttachments({ ...subject, by: READER })).toHaveLength(20);
});

test('only who may brings and opens files, and only files of the four kinds beside what is there', async () => {
  const { subject, keep, by } = await scene();
  const [operator, auditor] = await Promise.all([makeStaff('operator'), makeStaff('auditor')]);
  const { attachmentId } = await keep(pdf('x'));
  const file = { ...subject, bytes: pdf('y'), fileName: 'y.pdf' };
  expect(await refusalCode(keepAttachment({ ...file, by: auditor }))).toBe('not_permitted');
  expect(await refusalCode(openAttachment({ attachmentId, by: operator }))).toBe('not_permitted');
  expect((await openAttachment({ attachmentId, by: auditor })).bytes.equals(pdf('x'))).toBe(true);
  expect(await refusalCode(keep(Buffer.from('<svg/>'), 'x.png'))).toBe('attachment_type');
  expect(await refusalCode(keep(Buffer.alloc(5 * 1024 * 1024 + 1)))).toBe('attachment_too_large');
  expect(
    await refusalCode(keepAttachment({ ...file, subjectId: 'ord_00000000000000000000000000', by })),
  ).toBe('not_found');
  expect(await refusalCode(openAttachment({ attachmentId: 'atc_none', by }))).toBe('not_found');
});

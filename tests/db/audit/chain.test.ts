import { afterEach, expect, test } from 'vitest';
import { exportAudit } from '@/lib/audit/export-audit';
import { listAudit } from '@/lib/audit/list-audit';
import { recordAudit } from '@/lib/audit/record-audit';
import { verifyAudit } from '@/lib/audit/verify-audit';
import { db } from '@/lib/core/db';
import type { StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { refusalCode } from '@/tests/support/refusal-code';

const auditor: StaffActor = { id: 'usr_auditor', staffRole: 'auditor' };

const note = (n: number) =>
  inTransaction((tx) =>
    recordAudit(tx, {
      actor: n % 2 ? 'usr_odd' : 'usr_even',
      action: 'suspense.assign',
      subjectType: 'suspense_case',
      subjectId: `ssp_${n}`,
      why: n % 3 ? `“${n}”\u001f 因为` : undefined,
      before: { state: 'open', amount: n },
      after: n % 4 ? { state: 'assigned' } : undefined,
    }),
  );

/** As whoever owns the database can: past the triggers. */
const byHand = (...statements: string[]) =>
  db().$transaction([
    db().$executeRawUnsafe("SET LOCAL session_replication_role = 'replica'"),
    ...statements.map((text) => db().$executeRawUnsafe(text)),
  ]);

afterEach(async () => {
  await byHand('DELETE FROM audit_rows', "UPDATE audit_head SET rows = 0, hash = repeat('0', 64)");
});

async function fill(rows: number): Promise<void> {
  for (let n = 1; n <= rows; n++) await note(n);
}

test('rows that twenty people write at once are one chain without a gap, and nothing is found', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => note(n)));
  const { head, findings } = await verifyAudit();
  expect(findings).toEqual([]);
  expect(head.rows).toBe(20n);
});

test('what is taken back is not in the log, and leaves no gap', async () => {
  await fill(2);
  await expect(
    inTransaction(async (tx) => {
      const record = {
        actor: 'usr_x',
        action: 'note.write' as const,
        subjectType: 'x',
        subjectId: 'x',
      };
      await recordAudit(tx, record);
      throw new Error('taken back');
    }),
  ).rejects.toThrow('taken back');
  await fill(1);
  expect(await verifyAudit()).toMatchObject({ head: { rows: 3n }, findings: [] });
});

test.each([
  ['changed', "UPDATE audit_rows SET why = 'better' WHERE id = 2"],
  ['removed', 'DELETE FROM audit_rows WHERE id = 2'],
  ['removed at the end', 'DELETE FROM audit_rows WHERE id = 4'],
  ['set back', "UPDATE audit_head SET rows = 3, hash = ''"],
  ['emptied', 'TRUNCATE audit_rows'],
])('by plain SQL the log cannot be %s', async (_, statement) => {
  await fill(4);
  await expect(db().$executeRawUnsafe(statement)).rejects.toThrow();
  expect(await verifyAudit()).toMatchObject({ head: { rows: 4n }, findings: [] });
});

const columns = [
  ['at', "at + interval '1 ms'"],
  ['actor_id', "'usr_other'"],
  ['action', "'account.switch'"],
  ['subject_type', "'account'"],
  ['subject_id', "'ssp_9'"],
  ['why', "coalesce(why, '') || ' '"],
  ['before', 'NULL'],
  ['after', `'{"state":"open"}'`],
  ['hash', "repeat('a', 64)"],
] as const;

test.each(columns)('a row whose %s was altered by hand is found', async (column, value) => {
  await fill(5);
  await byHand(`UPDATE audit_rows SET ${column} = ${value} WHERE id = 3`);
  const { findings } = await verifyAudit();
  expect(findings).toContainEqual({ id: 3n, problem: 'altered' });
});

test('a row that was removed by hand is found, wherever it was', async () => {
  await fill(5);
  await byHand('DELETE FROM audit_rows WHERE id = 3');
  expect((await verifyAudit()).findings).toEqual([{ id: 3n, problem: 'missing' }]);
  await byHand('DELETE FROM audit_rows WHERE id IN (1, 5)');
  expect((await verifyAudit()).findings).toEqual([
    { id: 1n, problem: 'missing' },
    { id: 3n, problem: 'missing' },
    { id: 5n, problem: 'missing' },
  ]);
  await byHand('DELETE FROM audit_rows');
  expect((await verifyAudit()).findings).toEqual([{ id: 5n, problem: 'missing' }]);
});

test('rows that were put into another order by hand are found', async () => {
  await fill(5);
  await byHand(
    'UPDATE audit_rows SET id = 99 WHERE id = 2',
    'UPDATE audit_rows SET id = 2 WHERE id = 3',
    'UPDATE audit_rows SET id = 3 WHERE id = 99',
  );
  const { findings } = await verifyAudit();
  expect(findings).toContainEqual({ id: 2n, problem: 'moved' });
  expect(findings).toContainEqual({ id: 3n, problem: 'moved' });
});

test('a chain that was worked out anew from some row on is unlike the head that an auditor noted', async () => {
  await fill(3);
  const { head: noted } = await verifyAudit();
  await fill(2);
  expect((await verifyAudit({ noted })).findings).toEqual([]);
  await byHand(
    "UPDATE audit_rows SET why = 'better' WHERE id = 2",
    `DO $$ DECLARE r audit_rows; last text;
     BEGIN
       SELECT hash INTO last FROM audit_rows WHERE id = 1;
       FOR r IN SELECT * FROM audit_rows WHERE id > 1 ORDER BY id LOOP
         r.previous_hash := last;
         last := encode(sha256(convert_to(audit_text(r), 'UTF8')), 'hex');
         UPDATE audit_rows SET previous_hash = r.previous_hash, hash = last WHERE id = r.id;
       END LOOP;
       UPDATE audit_head SET hash = last;
     END $$`,
  );
  expect((await verifyAudit()).findings).toEqual([]);
  expect((await verifyAudit({ noted })).findings).toEqual([{ id: 3n, problem: 'unlike' }]);
});

test('the log is read by page and by who, what and about what, and by those alone who may', async () => {
  await fill(60);
  const first = await listAudit({ by: auditor });
  expect(first.rows.map(({ id }) => id)).toEqual(
    Array.from({ length: 50 }, (_, n) => BigInt(60 - n)),
  );
  const second = await listAudit({ by: auditor, before: first.next ?? undefined });
  expect([second.rows.length, second.next]).toEqual([10, null]);
  const odd = await listAudit({ by: auditor, actorId: 'usr_odd', subjectId: 'ssp_7' });
  expect(odd.rows.map(({ subjectId }) => subjectId)).toEqual(['ssp_7']);
  expect((await listAudit({ by: auditor, action: 'none' })).rows).toEqual([]);
  for (const staffRole of ['agent', 'senior_agent', 'finance', 'operator'] as const) {
    const by = { id: 'usr_x', staffRole };
    expect(await refusalCode(listAudit({ by }))).toBe('not_permitted');
    expect(await refusalCode(exportAudit({ by }).next())).toBe('not_permitted');
  }
});

test('who takes the whole log is its last row, and a cell that would calculate does not', async () => {
  await fill(3);
  await inTransaction((tx) =>
    recordAudit(tx, {
      actor: 'usr_x',
      action: 'note.write',
      subjectType: 'x',
      subjectId: 'x',
      why: '=HYPERLINK("http://example.test")',
    }),
  );
  let file = '';
  for await (const piece of exportAudit({ by: auditor })) file += piece;
  const lines = file.trimEnd().split('\r\n');
  expect(lines).toHaveLength(6);
  expect(lines[4]).toContain(`"'=HYPERLINK(`);
  expect(lines[5]).toContain('usr_auditor,audit.export,audit,all');
});

import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { recordAudit } from '@/lib/audit/record-audit';
import { pool } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';

function runVerify(...more: string[]): { code: number | null; lines: string[] } {
  const args = ['--import', 'tsx', 'scripts/audit-verify.ts', ...more];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { code: status, lines: stdout.trimEnd().split('\n') };
}

const NOTED = /^2 rows, 0 findings; to be noted: (2:[0-9a-f]{64})$/;

test('npm run audit:verify prints the head to be noted, and fails if a row is not what it was', async () => {
  const record = {
    actor: 'usr_x',
    action: 'note.write' as const,
    subjectType: 'order',
    subjectId: 'ord_x',
  };
  await inTransaction((tx) => recordAudit(tx, record));
  await inTransaction((tx) => recordAudit(tx, { ...record, why: 'again' }));
  const clean = runVerify();
  expect(clean.code).toBe(0);
  const noted = NOTED.exec(clean.lines.at(-1) ?? '')?.[1] ?? '';
  expect(runVerify('--noted', noted).code).toBe(0);
  expect(runVerify('--noted', `2:${'f'.repeat(64)}`)).toMatchObject({
    code: 1,
    lines: ['row 2: unlike', expect.stringContaining('1 findings')],
  });
  expect(runVerify('--noted', 'nonsense').code).toBe(1);

  const alter = (why: string) =>
    pool().query(
      `BEGIN; SET LOCAL session_replication_role = 'replica';
       UPDATE audit_rows SET why = '${why}' WHERE id = 2; COMMIT`,
    );
  await alter('altered');
  const spoiled = runVerify();
  await alter('again');
  expect(spoiled).toMatchObject({ code: 1, lines: ['row 2: altered', expect.anything()] });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportMigratedAgreements } from '@/lib/agreement-migrations/export-migrated-agreements';
import { exportMigrationRejects } from '@/lib/agreement-migrations/export-migration-rejects';
import { getAgreementMigration } from '@/lib/agreement-migrations/get-agreement-migration';
import { runAgreementMigration } from '@/lib/agreement-migrations/run-agreement-migration';
import { sweepAgreementMigrations } from '@/lib/agreement-migrations/sweep-agreement-migrations';
import { db, pool } from '@/lib/core/db';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { handOver } from '@/tests/support/hand-over';
import { CARDS_BEGIN, csvRows, fileCustomer, fileOf } from '@/tests/support/migration-files';
import { type NetsUnionRail, startNetsUnionRail } from '@/tests/support/netsunion-rail';
import { tablesWith } from '@/tests/support/search-database';

let rail: NetsUnionRail;
beforeAll(async () => {
  rail = await startNetsUnionRail();
  Object.assign(process.env, rail.env);
});
afterAll(() => rail.stop());

const PATH = '@/lib/agreement-migrations/run-agreement-migration';

test('three hundred customers are each signed once, whatever dies or gets lost on the way', async () => {
  const { id: merchantId } = await seedMerchant();
  const customers = Array.from({ length: 300 }, (_, place) =>
    fileCustomer({
      // The simulator has another phone for these, and another name.
      ...(place % 50 === 7 ? { phone: '13900000000' } : {}),
      ...(place % 50 === 9 ? { name: '不符' } : {}),
      ...(place === 11 ? { reference: '=cmd|calc' } : {}),
    }),
  );
  const { migration } = await handOver(merchantId, fileOf(customers));
  const which = { merchantId, migrationId: migration.id };
  const { migrationId } = which;
  // Some answers get lost: what became of those signings has to be asked.
  const lost = { match: { any: true, kind: 'signing' }, behaviour: { lose: 'reply' }, times: 5 };
  await rail.control('netsunion/script', lost);

  await killed(migrationId, 'migration.signed');
  await killed(migrationId, 'migration.signed*60');
  const halfway = await getAgreementMigration(which);
  expect(halfway.state).toBe('running');
  // Of those sixty the last eight may not be on record, and some were refused or got lost.
  expect(halfway.signed).toBeGreaterThan(40);
  expect(halfway.signed).toBeLessThan(300);

  await untilDone(which);
  const done = await getAgreementMigration(which);
  expect(done).toMatchObject({ state: 'done', rows: 300, signed: 288, rejected: 12 });
  expect(done.finishedAt).toBeInstanceOf(Date);

  // At the channel, and with us: one agreement for each card.
  const { transactions } = (await rail.control('netsunion/transactions')) as {
    transactions: { kind: string; state: string; sgnNo?: string }[];
  };
  const signings = transactions.filter(
    ({ kind, state }) => kind === 'signing' && state === 'succeeded',
  );
  expect(signings).toHaveLength(288);
  expect(await db().agreement.count({ where: { merchantId, state: 'active' } })).toBe(288);
  expect(await db().agreement.count({ where: { merchantId, state: 'signing' } })).toBe(0);

  const agreements = await csvRows(exportMigratedAgreements(which));
  expect(agreements).toHaveLength(288);
  expect(new Set(agreements.map(([, agreementId]) => agreementId)).size).toBe(288);
  const byReference = new Map(customers.map(({ reference, cardNo }) => [reference, cardNo]));
  for (const [reference = '', , tail] of agreements) {
    expect(byReference.get(reference.replace(/^'/, ''))?.slice(-4)).toBe(tail);
  }
  expect(agreements.map(([reference]) => reference)).toContain("'=cmd|calc");
  const rejects = await csvRows(exportMigrationRejects({ ...which, locale: 'en' }));
  expect(rejects.map(([line, , , reason]) => [Number(line), reason])).toEqual(
    customers.flatMap((_, place) =>
      place % 50 === 7
        ? [[place + 2, 'phone_mismatch']]
        : place % 50 === 9
          ? [[place + 2, 'identity_mismatch']]
          : [],
    ),
  );

  // Nothing sealed of the file is left, and in plain nothing ever was there.
  expect(await db().vaultItem.count({ where: { purpose: 'migration_elements' } })).toBe(0);
  expect(await tablesWith(CARDS_BEGIN)).toEqual([]);
  expect(await tablesWith('王小明')).toEqual([]);
  const reads = await db().vaultRead.groupBy({
    by: ['actor'],
    where: { purpose: 'migration_elements' },
  });
  expect(reads.map(({ actor }) => actor)).toEqual([`migration:${migrationId}`]);
}, 120_000);

test('customers whose cards are bound already keep their agreement', async () => {
  const { id: merchantId } = await seedMerchant();
  const customers = [fileCustomer(), fileCustomer()];
  const first = await handOver(merchantId, fileOf(customers));
  await untilDone({ merchantId, migrationId: first.migration.id });
  // Another file with the same people in it.
  const second = await handOver(merchantId, fileOf([...customers, fileCustomer()]));
  await untilDone({ merchantId, migrationId: second.migration.id });
  const agreementsOf = async (migrationId: string) =>
    (await csvRows(exportMigratedAgreements({ merchantId, migrationId }))).map(([, id]) => id);
  const before = await agreementsOf(first.migration.id);
  expect((await agreementsOf(second.migration.id)).slice(0, 2)).toEqual(before);
  expect(await db().agreement.count({ where: { merchantId } })).toBe(3);
});

test('a migration whose job got lost is taken up again by the sweep, once', async () => {
  const { id: merchantId } = await seedMerchant();
  const { migration } = await handOver(merchantId, fileOf([fileCustomer()]));
  await pool().query("DELETE FROM pgboss.job WHERE name = 'run-agreement-migration'");
  await Promise.all([sweepAgreementMigrations(), sweepAgreementMigrations()]);
  const { rows } = await pool().query(
    "SELECT FROM pgboss.job WHERE name = 'run-agreement-migration' AND data->>'migrationId' = $1",
    [migration.id],
  );
  expect(rows).toHaveLength(1);
});

/** Several workers at once, for whom every pause and every dead worker's claim has just run out. */
async function untilDone(
  which: { merchantId: string; migrationId: string },
  rounds = 20,
): Promise<void> {
  expect(rounds, 'rounds left').toBeGreaterThan(0);
  await pool().query(
    'UPDATE agreement_migration_rows SET claimed_until = NULL WHERE migration_id = $1',
    [which.migrationId],
  );
  // A channel that does not know a number is believed only after a while: let that pass as well.
  await pool().query(
    `UPDATE channel_agreements SET requested_at = requested_at - interval '1 hour', sent_at = sent_at - interval '1 hour'
      WHERE state = 'unknown' AND evidence->>'BizCd' = 'PB511020'`,
  );
  await Promise.all(Array.from({ length: 3 }, () => runAgreementMigration(which)));
  const { state } = await getAgreementMigration(which);
  if (state !== 'done') await untilDone(which, rounds - 1);
}

/** Workers in processes of their own, one after the other, until one has died at the moment named. */
async function killed(migrationId: string, moment: string, workers = 10): Promise<void> {
  expect(workers, 'workers left').toBeGreaterThan(0);
  const args = ['--import', 'tsx', 'tests/support/run-use-case.ts', PATH, 'runAgreementMigration'];
  const child = spawn(process.execPath, [...args, JSON.stringify({ migrationId })], {
    env: { ...process.env, FAIL_POINT: moment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const [code, signal] = await once(child, 'exit');
  // Its slice of time was over, on a busy machine, before it came so far.
  if (code === 0) return killed(migrationId, moment, workers - 1);
  expect(signal, complaint).toBe('SIGKILL');
}

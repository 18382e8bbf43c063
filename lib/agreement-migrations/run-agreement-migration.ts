import { performance } from 'node:perf_hooks';
import { enqueueJob } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { claimRows } from './row-store';
import { signMigrationRow } from './sign-migration-row';
import { moveMigration, selectMigration } from './store';

const ROWS_SIDE_BY_SIDE = 8;
/** Longer than a channel's slowest answers together: who is later than this is taken for dead. */
const CLAIM_SECONDS = 180;
/** Well within a job's expiry, so that the queue never takes a long file for a dead worker. */
const SLICE_MS = 20_000;

/**
 * Signs rows of a migration, a few at a time, until none is free or its slice of time is over; then a
 * job goes on. Any number of workers may do so at once, and one that is killed is made up for: its
 * rows come free again, and signing a row twice is no second agreement.
 */
export async function runAgreementMigration({
  migrationId,
}: {
  migrationId: string;
}): Promise<void> {
  await inTransaction((tx) => moveMigration(tx, { id: migrationId, event: 'start', actor: 'job' }));
  const migration = await selectMigration(migrationId);
  if (migration?.state !== 'running') return;
  const endsAt = performance.now() + SLICE_MS;
  while (performance.now() < endsAt) {
    const claim = { migrationId, most: ROWS_SIDE_BY_SIDE, seconds: CLAIM_SECONDS };
    const claimed = await inTransaction((tx) => claimRows(tx, claim));
    if (claimed.length === 0) return;
    await Promise.all(claimed.map((row) => signMigrationRow({ migration, row })));
  }
  await inTransaction((tx) => enqueueJob(tx, 'run-agreement-migration', { migrationId }));
}

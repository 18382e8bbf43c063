import { enqueueJobOnce } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { cancelMigration } from './cancel-migration';
import { selectAbandoned, selectCancelled, selectIdle } from './leftover-store';
import { removeCancelledMigration } from './remove-cancelled-migration';

const ABANDONED_MINUTES = 10;
const SLOT_SECONDS = 5;

/**
 * Destroys what is left of uploads that broke off, and has migrations worked on that nobody is working
 * on; answers how many. Safe with many workers.
 */
export async function sweepAgreementMigrations(): Promise<number> {
  for (const id of await selectAbandoned(ABANDONED_MINUTES)) await cancelMigration(id);
  const cancelled = await selectCancelled();
  for (const id of cancelled) await removeCancelledMigration(id);
  const idle = await selectIdle();
  for (const migrationId of idle) {
    const slot = { key: migrationId, perSeconds: SLOT_SECONDS };
    await inTransaction((tx) =>
      enqueueJobOnce(tx, 'run-agreement-migration', { migrationId }, slot),
    );
  }
  return cancelled.length + idle.length;
}

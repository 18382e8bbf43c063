import PgBoss from 'pg-boss';
import type { JobName } from '../core/queue';

/**
 * A killed worker's job comes back within the expiry. A failing one is tried again after 1 to 2
 * seconds, doubling: 12 times within about two hours. After that the sweeps find what is left to do.
 */
const OPTIONS = { expireInSeconds: 60, retryLimit: 12, retryDelay: 1, retryBackoff: true };

/** Every queue there has to be. */
export const QUEUE_NAMES: readonly string[] = Object.keys({
  'resolve-attempt': true,
  'return-late-payment': true,
  'resolve-refund': true,
  'resolve-payout': true,
  'open-refund-case': true,
  'send-refund-claim': true,
  'send-refund-transfer': true,
  'send-refund-proof': true,
  'carry-on-refund-case': true,
  'original-returned': true,
  'resolve-signing': true,
  'run-agreement-migration': true,
  'note-subscription-payment': true,
  'process-notice': true,
  'fan-out-event': true,
  'deliver-event': true,
  'deliver-slowly': true,
} satisfies Record<JobName, true>);

/**
 * Installs the job tables, or brings them to the installed version, and makes every queue. Doing it
 * again changes nothing, and any number of processes may do it at once.
 */
export async function prepareQueues(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'cashier-prepare-queues',
    max: 1,
    supervise: false,
    schedule: false,
  });
  // A connection that breaks while idle reports here; the next statement fails with the cause.
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const name of QUEUE_NAMES) {
      await boss.createQueue(name, { name, ...OPTIONS });
      await boss.updateQueue(name, { name, ...OPTIONS });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

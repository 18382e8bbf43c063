import PgBoss from 'pg-boss';
import { assert, Bug } from './assert';
import type { Tx } from './db';

/** Every job by name, with what it needs to know: ids only, never content. */
export interface Jobs {
  'resolve-attempt': { attemptId: string };
  'return-late-payment': { attemptId: string };
  'resolve-refund': { refundId: string };
  'resolve-payout': { payoutId: string };
  'resolve-signing': { channelAgreementId: string };
  'run-agreement-migration': { migrationId: string };
  'process-notice': { noticeId: string };
  'fan-out-event': { eventId: string };
  'deliver-event': { deliveryId: string };
}
export type JobName = keyof Jobs;

/**
 * Only writes rows: never started, it has no connection of its own, no timers and no supervision.
 * The queues it writes to are made by the migrate step (prepare-queues.ts).
 */
const sender = new PgBoss({
  db: { executeSql: () => Promise.reject(new Bug('a job is sent inside a transaction only')) },
});

const within = (tx: Tx): PgBoss.Db => ({
  executeSql: async (text: string, values: unknown[]) => ({
    rows: await tx.$queryRawUnsafe<object[]>(text, ...values),
  }),
});

/** Enqueues a job that exists only if the transaction commits. */
export async function enqueueJob<N extends JobName>(
  tx: Tx,
  name: N,
  data: Jobs[N],
  startAfter?: Date,
): Promise<void> {
  const options = { ...(startAfter ? { startAfter } : {}), db: within(tx) };
  const id = await sender.send(name, data, options);
  // pg-boss drops a job for a queue it does not know without a word.
  assert(id, `there is no queue "${name}": run the migrate step`);
}

/** Enqueues many jobs of one name by one statement. */
export async function enqueueJobs<N extends JobName>(
  tx: Tx,
  name: N,
  data: readonly Jobs[N][],
): Promise<void> {
  if (data.length === 0) return;
  await sender.insert(
    data.map((each) => ({ name, data: each })),
    { db: within(tx) },
  );
}

/**
 * Enqueues a job unless one under the same key was already enqueued in the current slot of
 * `perSeconds`: for callers who may ask far more often than it makes sense to act.
 */
export async function enqueueJobOnce<N extends JobName>(
  tx: Tx,
  name: N,
  data: Jobs[N],
  slot: { key: string; perSeconds: number },
): Promise<void> {
  const { key: singletonKey, perSeconds: singletonSeconds } = slot;
  await sender.send(name, data, { singletonKey, singletonSeconds, db: within(tx) });
}

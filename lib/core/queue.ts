import PgBoss from 'pg-boss';
import type { Tx } from './db';
import { env } from './env';

/** Every job by name, with what it needs to know: ids only, never content. */
export interface Jobs {
  'relay-outbox': Record<string, never>;
  'resolve-attempt': { attemptId: string };
  'start-refund': { refundId: string };
  'resolve-refund': { refundId: string };
  'process-notice': { noticeId: string };
  'fan-out-event': { eventId: string };
  'deliver-event': { deliveryId: string };
}
export type JobName = keyof Jobs;

const kept = globalThis as { cashierQueue?: Promise<PgBoss> };

/** The queue for senders: no supervision, no schema changes (the migrate step made it). */
export function queue(): Promise<PgBoss> {
  kept.cashierQueue ??= new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: 'cashier-queue',
    max: 3,
    migrate: false,
    supervise: false,
    schedule: false,
  }).start();
  return kept.cashierQueue;
}

export async function closeQueue(): Promise<void> {
  const open = await kept.cashierQueue;
  delete kept.cashierQueue;
  await open?.stop({ graceful: false });
}

/** Enqueues a job that exists only if the transaction commits. */
export async function enqueueJob<N extends JobName>(
  tx: Tx,
  name: N,
  data: Jobs[N],
  startAfter?: Date,
): Promise<void> {
  const boss = await queue();
  await boss.send(name, data, {
    ...(startAfter ? { startAfter } : {}),
    db: {
      executeSql: async (text: string, values: unknown[]) => ({
        rows: await tx.$queryRawUnsafe<object[]>(text, ...values),
      }),
    } as PgBoss.Db,
  });
}

import PgBoss from 'pg-boss';
import { assert, Bug } from './assert';
import type { Tx } from './db';
import { spanUnderWay } from './spans';

/** Every job by name, with what it needs to know: ids only, never content. */
export interface Jobs {
  'resolve-attempt': { attemptId: string; failedToo?: boolean | undefined };
  'return-late-payment': { attemptId: string };
  'resolve-refund': { refundId: string };
  'resolve-payout': { payoutId: string };
  'open-refund-case': { refundId: string };
  'send-refund-claim': { caseId: string };
  'send-refund-transfer': { caseId: string };
  'send-refund-proof': { caseId: string };
  'carry-on-refund-case': { payoutId: string };
  'original-returned': { refundId: string };
  'resolve-signing': { channelAgreementId: string };
  'run-agreement-migration': { migrationId: string };
  'note-subscription-payment': { orderId: string };
  'process-notice': { noticeId: string };
  'fan-out-event': { eventId: string };
  'deliver-event': { deliveryId: string };
  'deliver-slowly': { deliveryId: string };
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

/** What the job does belongs to the trace of what it follows from; the worker takes it off again. */
const CAUSE = 'traceparent';
/**
 * Names that traces have for themselves (W3C: traceparent, tracestate, baggage), also those that a later build will
 * add: while builds change, the one of before meets its jobs, and refuses what it does not know. No job has a field so.
 */
const OF_TRACES = /^(trace|baggage)/;

function withCause(data: object): object {
  const cause = spanUnderWay();
  return cause ? { ...data, [CAUSE]: cause } : data;
}

/** What a job carries, without whatever is said of its trace, and beside what caused it. */
export function splitCause(carried: unknown): { data: unknown; cause?: string } {
  if (carried === null || typeof carried !== 'object') return { data: carried };
  const fields = Object.entries(carried);
  const cause = fields.find(([name]) => name === CAUSE)?.[1];
  return {
    data: Object.fromEntries(fields.filter(([name]) => !OF_TRACES.test(name))),
    ...(typeof cause === 'string' ? { cause } : {}),
  };
}

/** Enqueues a job that exists only if the transaction commits. */
export async function enqueueJob<N extends JobName>(
  tx: Tx,
  name: N,
  data: Jobs[N],
  startAfter?: Date,
): Promise<void> {
  const options = { ...(startAfter ? { startAfter } : {}), db: within(tx) };
  const id = await sender.send(name, withCause(data), options);
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
    data.map((each) => ({ name, data: withCause(each) })),
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
  await sender.send(name, withCause(data), { singletonKey, singletonSeconds, db: within(tx) });
}

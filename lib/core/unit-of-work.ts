import { setTimeout as pause } from 'node:timers/promises';
import { db, type Tx } from './db';
import { inSpan } from './spans';

const MOST_RETRIES = 3;
const RETRYABLE = new Set(['P2034', '40001', '40P01']);

/**
 * Runs a change as one transaction, again when PostgreSQL asks for it (serialisation failure,
 * deadlock), at most three more times with jitter. Nothing inside may call the network: what must
 * happen after the commit is an outbox row or a job. Only what handles a whole file needs longer.
 */
export async function inTransaction<T>(
  change: (tx: Tx) => Promise<T>,
  { timeoutMs = 15_000 } = {},
): Promise<T> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await inSpan('transaction', () =>
        db().$transaction(change, { maxWait: 10_000, timeout: timeoutMs }),
      );
    } catch (error) {
      if (retry === MOST_RETRIES || !isRetryable(error)) throw error;
      await pause(2 ** retry * 10 * (0.5 + Math.random()));
    }
  }
}

/** Reads that belong together, all of one moment: what settles in between is seen whole or not at all. */
export const inSnapshot = <T>(read: (tx: Tx) => Promise<T>): Promise<T> =>
  db().$transaction(read, {
    isolationLevel: 'RepeatableRead',
    maxWait: 10_000,
    timeout: 15_000,
  });

/**
 * Did the database ask for the transaction to be run again? Prisma says so in three ways: P2034 for
 * its own queries, the adapter's error as the cause, and for raw SQL the same inside `meta`.
 */
export function isRetryable(error: unknown): boolean {
  if (error === null || typeof error !== 'object') return false;
  const { code, originalCode, cause, meta } = error as {
    code?: unknown;
    originalCode?: unknown;
    cause?: unknown;
    meta?: { driverAdapterError?: unknown };
  };
  return (
    RETRYABLE.has(String(code)) ||
    RETRYABLE.has(String(originalCode)) ||
    isRetryable(cause) ||
    isRetryable(meta?.driverAdapterError)
  );
}

import { setTimeout as pause } from 'node:timers/promises';
import { db, type Tx } from './db';

const MOST_RETRIES = 3;
const RETRYABLE = new Set(['P2034', '40001', '40P01']);

/**
 * Runs a change as one transaction, again when PostgreSQL asks for it (serialisation failure,
 * deadlock), at most three more times with jitter. Nothing inside may call the network: what must
 * happen after the commit is an outbox row or a job.
 */
export async function inTransaction<T>(change: (tx: Tx) => Promise<T>): Promise<T> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await db().$transaction(change, { maxWait: 10_000, timeout: 15_000 });
    } catch (error) {
      if (retry === MOST_RETRIES || !isRetryable(error)) throw error;
      await pause(2 ** retry * 10 * (0.5 + Math.random()));
    }
  }
}

/** Did the database ask for the transaction to be run again? Looks through Prisma's wrapping. */
export function isRetryable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, meta } = cause as { code?: unknown; meta?: Record<string, unknown> };
    if (RETRYABLE.has(String(code)) || RETRYABLE.has(String(meta?.code))) return true;
    if ((cause as { kind?: unknown }).kind === 'TransactionWriteConflict') return true;
    const original = (cause as { originalCode?: unknown }).originalCode;
    if (RETRYABLE.has(String(original))) return true;
  }
  return false;
}

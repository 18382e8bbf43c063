import type { Tx } from '@/lib/core/db';
import { lockOrder } from '@/lib/orders/lock-order';
import type { Attempt } from './attempt';
import { selectAttempt } from './store';

/** Reads an attempt under its order's lock: order first, everywhere, so that nobody deadlocks. */
export async function lockAttempt(tx: Tx, attemptId: string): Promise<Attempt> {
  const { orderId } = await selectAttempt(attemptId, tx);
  await lockOrder(tx, orderId);
  return selectAttempt(attemptId, tx);
}

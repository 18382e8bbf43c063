import type { Tx } from '@/lib/core/db';
import { moveAttempt, selectAttempt } from './store';

/** Late money has gone back: the attempt says so. Inside the transaction that books it. */
export async function markReturned(
  tx: Tx,
  { attemptId, cause }: { attemptId: string; cause: string },
): Promise<void> {
  const attempt = await selectAttempt(attemptId, tx);
  await moveAttempt(tx, { attempt, event: 'giveBack', actor: 'channel', cause });
}

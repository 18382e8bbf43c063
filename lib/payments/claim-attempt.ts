import { db, type Tx } from '@/lib/core/db';
import type { Attempt } from './attempt';
import { updateBegunBy } from './store';

/**
 * The form that began an attempt is known to the page that it was drawn for, and to nobody else: whoever
 * sends it again has begun it, also where the browser's name was lost with the answer. So has what
 * followed from it on the same order.
 */
export async function claimAttempt(
  attempt: Attempt,
  begunBy: string | undefined,
  tx: Tx = db(),
): Promise<Attempt> {
  const { orderId, begunBy: before } = attempt;
  if (begunBy === undefined || before === null || before === begunBy) return attempt;
  await updateBegunBy(tx, { orderId, before, begunBy });
  return { ...attempt, begunBy };
}

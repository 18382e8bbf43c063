import type { Tx } from '@/lib/core/db';
import { enqueueJob } from '@/lib/core/queue';
import type { Attempt } from '@/lib/payments/attempt';
import type { Start } from './begin-rules';
import { bookReserved, bookToBalance } from './book-refund';
import type { Refund } from './refund';

/**
 * The books of parts whose money has just been taken: what goes to a balance at once is there at once;
 * everything else is set aside. A part that goes by transfer has its case opened.
 */
export async function bookStarted(
  tx: Tx,
  parts: readonly Refund[],
  attempt: Attempt,
  start: Start,
): Promise<void> {
  for (const part of parts) {
    if (part.route === 'balance' && start === 'go') {
      await bookToBalance(tx, part, attempt, { isAll: parts.length === 1 });
    } else {
      await bookReserved(tx, part);
    }
    if (part.state === 'diverted') await carryByCase(tx, part);
  }
}

/** Somebody has to ask where it goes: a case is opened once this is committed. */
export const carryByCase = (tx: Tx, { id: refundId }: Refund): Promise<void> =>
  enqueueJob(tx, 'open-refund-case', { refundId });

import { announce } from '@/lib/core/announce';
import { next } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { ORDER } from './states';
import { expireDueOrders } from './store';

const BATCH = 500;

/**
 * Expires every open order whose time is over, in batches, and says how many. Safe to run anywhere
 * at any time. An order whose shopper may just be paying at a channel waits for its word, until two
 * minutes after the attempt could last be paid; a success after that is late.
 */
export async function expireOrders(): Promise<number> {
  const to = next(ORDER, 'open', 'expire');
  const move = { from: 'open', to, event: 'expire', actor: 'clock', most: BATCH } as const;
  for (let total = 0; ; ) {
    const moved = await inTransaction(async (tx) => {
      const expired = await expireDueOrders(tx, move);
      const told = expired.map(({ id: subjectId, merchantId }) => ({ merchantId, subjectId }));
      await announce(
        tx,
        told.map((each) => ({ topic: 'order.expired', ...each })),
      );
      return expired.length;
    });
    total += moved;
    if (moved < BATCH) return total;
  }
}

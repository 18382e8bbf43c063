import { next } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { ORDER } from './states';
import { expireDueOrders } from './store';

const BATCH = 500;

/**
 * Expires every open order whose time is over, in batches, and says how many. Safe to run anywhere
 * at any time. An attempt that is under way goes on being asked about; its success is late then.
 */
export async function expireOrders(): Promise<number> {
  const to = next(ORDER, 'open', 'expire');
  const move = { from: 'open', to, event: 'expire', actor: 'clock', most: BATCH } as const;
  for (let total = 0; ; ) {
    const moved = await inTransaction((tx) => expireDueOrders(tx, move));
    total += moved;
    if (moved < BATCH) return total;
  }
}

import { db, type Tx } from '@/lib/core/db';
import { type AttemptRow, selectFoundAttempts } from './attempt-list-store';

const MOST = 100;

/** Every try to pay an order, newest first: a shopper has far fewer than are shown at most. */
export const listOrderAttempts = (orderId: string, tx: Tx = db()): Promise<AttemptRow[]> =>
  selectFoundAttempts({ keys: { orderIds: [orderId] } }, MOST, tx);

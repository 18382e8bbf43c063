import { db, type Tx } from '@/lib/core/db';
import { selectReturnedBefore } from './chain-store';

/** Has the channel given back after all what this transfer stands in for? Then nothing may be paid out. */
export const isOriginalReturned = async (refundId: string, tx: Tx = db()): Promise<boolean> =>
  (await selectReturnedBefore(tx, refundId)) !== undefined;
